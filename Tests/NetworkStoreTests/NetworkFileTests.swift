import Foundation
import GRDB
import Matchmaking
import NetworkStore
import TestSupport
import Testing

/// What can be wrong with a file, and what linkup says to it.
@Suite struct NetworkFileTests {
  private let folder = TemporaryFolder()

  private func refuse(
    _ path: String, _ access: NetworkStore.Access = .reading, with expected: NetworkStoreError,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let error = #expect(throws: NetworkStoreError.self, sourceLocation: sourceLocation) {
      try NetworkStore(path: path, access: access).network()
    }
    #expect(error == expected, sourceLocation: sourceLocation)
    #expect(error?.description.hasPrefix(path) == true && error?.description.contains("\n") == false)
  }

  private func sample() throws -> String {
    let path = folder.file("network.sqlite")
    _ = try NetworkStore(path: path).update { _ in (try Network(contacts: [Contact(id: "a", name: "A")]), ())
    }
    return path
  }

  @Test func `makes a file and its folders for the owner alone`() throws {
    let path = folder.file("new/folders/network.sqlite")
    let store = try NetworkStore(path: path)
    _ = try store.update { _ in (try Network(contacts: [Contact(id: "a", name: "A")]), ()) }
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(path) == 0o600)
    #expect(try mode(folder.file("new")) == 0o700)
    // A large file has a log beside it while it is open.
    try fill(store)
    let second = try NetworkStore(path: path, access: .editing)
    _ = try second.update { _ in (.empty, ()) }
    for suffix in ["-wal", "-shm"] { #expect(try mode(path + suffix) == 0o600) }
  }

  /// Has a store keep some megabytes.
  private func fill(_ store: NetworkStore) throws {
    let notes = String(repeating: "note ", count: 200_000)
    try store.update { _ in
      (try Network(contacts: (0..<8).map { Contact(id: Contact.ID("c\($0)"), name: "C", notes: notes) }), ())
    }
  }

  /// Whether the file is too small to have a log, or has one.
  @Test(arguments: [false, true])
  func `is as it was before a change that was broken off`(isLarge: Bool) throws {
    let path = try sample()
    if isLarge { try fill(NetworkStore(path: path)) }
    let store = try NetworkStore(path: path, access: .editing)
    let before = try store.network()
    let (copy, suffixes) = (folder.file("copy.sqlite"), ["", "-journal", "-wal"])
    // SQLite writes before the end what it has no memory for.
    try DatabaseQueue(path: path).inDatabase { database in
      try database.execute(
        sql: """
          PRAGMA cache_size = 1; BEGIN IMMEDIATE;
          UPDATE contact SET headline = hex(zeroblob(100000)), name = hex(zeroblob(100000));
          """)
      for suffix in suffixes where FileManager.default.fileExists(atPath: path + suffix) {
        try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix)
      }
      try database.execute(sql: "ROLLBACK")
    }
    #expect(FileManager.default.fileExists(atPath: copy + (isLarge ? "-wal" : "-journal")))
    if !isLarge {
      let files = try [path, copy].map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
      #expect(files[0] != files[1])
    }
    let read = try NetworkStore(path: copy, access: .reading)
    #expect(try read.network() == before)
  }

  @Test func `makes no file in order to read or edit one`() {
    let path = folder.file("missing.sqlite")
    for access in [NetworkStore.Access.reading, .editing] { refuse(path, access, with: .missing(path: path)) }
    #expect(!FileManager.default.fileExists(atPath: path))
    refuse("", .creating, with: .missing(path: ""))
  }

  @Test(arguments: NetworkStore.Access.allCases)
  func `refuses what is no network, and leaves it as it is`(access: NetworkStore.Access) throws {
    refuse(folder.path, access, with: .directory(path: folder.path))
    for (name, content) in [
      ("text", String(repeating: "no database. ", count: 100)), ("nul", String(repeating: "\0", count: 4096)),
    ] {
      let path = folder.write(content, to: name)
      refuse(path, access, with: .notADatabase(path: path))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
    }
    let foreign = folder.file("foreign.sqlite")
    try DatabaseQueue(path: foreign).inDatabase { try $0.execute(sql: "CREATE TABLE contact (id)") }
    refuse(foreign, access, with: .notANetwork(path: foreign))
  }

  @Test func `takes an empty file for no network yet`() throws {
    let path = folder.write("", to: "empty.sqlite")
    refuse(path, .reading, with: .missing(path: path))
    #expect(try NetworkStore(path: path, access: .creating).network() == .empty)
  }

  @Test(arguments: [0, 0x6C6E_6B75])
  func `takes a file that was being made when the disk was full for no network yet`(id: Int) throws {
    let path = folder.file("half.sqlite")
    try DatabaseQueue(path: path).inDatabase {
      try $0.execute(
        sql: "PRAGMA application_id = \(id); CREATE TABLE grdb_migrations (identifier TEXT PRIMARY KEY)")
    }
    refuse(path, .reading, with: .missing(path: path))
    #expect(try NetworkStore(path: path, access: .creating).network() == .empty)
  }

  @Test func `refuses a file of a newer version`() throws {
    let path = try sample()
    try DatabaseQueue(path: path).inDatabase {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('v99')")
    }
    refuse(path, with: .newer(path: path))
  }

  @Test func `says that a file is damaged`() throws {
    let path = folder.file("network.sqlite")
    do {
      let many = try Network(
        contacts: (0..<2000).map { Contact(id: Contact.ID("c\($0)"), name: "Contact \($0)") })
      let store = try NetworkStore(path: path)
      _ = try store.update { _ in (many, ()) }
    }
    var data = try Data(contentsOf: URL(fileURLWithPath: path))
    #expect(data.count > 100_000)
    data.replaceSubrange(40_960..<81_920, with: Data(repeating: 0xA5, count: 40_960))
    try data.write(to: URL(fileURLWithPath: path))
    refuse(path, with: .damaged(path: path))
    // An export reads the whole file, so that it would only fail again.
    #expect(
      "\(NetworkStoreError.damaged(path: path))".hasSuffix("or import an earlier export into a new file"))
  }

  @Test func `waits for another process, and then says that the file is locked`() throws {
    let path = try sample()
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: path, configuration: configuration)
    try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let store = try NetworkStore(path: path, access: .editing, patience: 0.05)
    #expect(throws: NetworkStoreError.locked(path: path)) { try store.update { ($0, ()) } }
    #expect(try store.network().contacts.count == 1, "reading goes on")
    try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
    _ = try store.update { ($0, ()) }
  }

  @Test func `changes nothing when there is no room`() throws {
    let path = try sample()
    let store = try NetworkStore(path: path, access: .editing)
    try store.limit(pages: 40)
    let many = try Network(
      contacts: (0..<5000).map { Contact(id: Contact.ID("c\($0)"), name: "Contact \($0)") })
    #expect(throws: NetworkStoreError.full(path: path)) { try store.update { _ in (many, ()) } }
    #expect(try store.network().contacts.map(\.id) == ["a"])
  }

  @Test func `reads a file and a folder that can't be written, and edits neither`() throws {
    let path = try sample()
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: folder.path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path) }
    guard access(path, W_OK) != 0 else {
      print("skipped: root may write everything; run as another user to test read-only files")
      return
    }
    #expect(try NetworkStore(path: path, access: .reading).network().contacts.count == 1)
    refuse(path, .editing, with: .readOnly(path: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: folder.path)
    folder.write("what was there", to: "network.sqlite-journal")
    refuse(path, .reading, with: .halfChanged(path: path))
  }

  @Test(arguments: [
    "INSERT INTO contact SELECT '', name, headline, organisation, 0, '', '', '', 0, 0, '[]', '[]', '[]', '[]', NULL, 0, '', NULL, 0, '{}' FROM contact",
    "UPDATE contact SET capacity = -1", "UPDATE contact SET languages = 'fr'",
    "UPDATE contact SET latitude = 1",
    "UPDATE contact SET lastContact = '2026-02-30'", "UPDATE contact SET name = NULL",
    "INSERT INTO listing VALUES ('1', 'a', 'wish', 'x', 'stated', 'normal', NULL, NULL, 'network', NULL, 'open', '{}')",
    "INSERT INTO listing VALUES ('1', 'nobody', 'need', 'x', 'stated', 'normal', NULL, NULL, 'network', NULL, 'open', '{}')",
    "INSERT INTO listing VALUES ('1', 'a', 'need', 'x', 'stated', 'normal', '2026-02-01', '2026-01-01', 'network', NULL, 'open', '{}')",
    "INSERT INTO listing VALUES ('1', 'a', 'need', char(9, 32, 10), 'stated', 'normal', NULL, NULL, 'network', NULL, 'open', '{}')",
    "INSERT INTO \"group\" VALUES (char(32, 9))",
    "INSERT INTO tie VALUES ('a', 'a', 'kin', NULL)", "INSERT INTO tie VALUES ('b', 'a', 'kin', NULL)",
    introduction("'2026-01-01', 'declined', NULL, NULL"), introduction("'2026-01-01', 'made', NULL, 'a'"),
    introduction("'2025-12-31', 'made', NULL, NULL"), introduction("'2026-01-01', 'made', 'c', NULL"),
    introduction("'2026-01-01', 'met', NULL, NULL") + "; UPDATE introduction SET state = 'made'",
    introduction("'2026-01-01', 'declined', NULL, 'a'")
      + "; UPDATE introduction SET state = 'helped', declinedBy = NULL",
    "INSERT INTO thanks VALUES ('a', 'a', '2026-01-01', NULL)",
    "INSERT INTO setting VALUES ('trust', 'much')",
    "INSERT INTO host VALUES (2, 'a')", "INSERT INTO membership VALUES ('no group', 'a')",
  ])
  func `lets nobody write what is no network`(sql: String) throws {
    let path = folder.file("network.sqlite")
    _ = try NetworkStore(path: path).update { _ in
      (try Network(contacts: [Contact(id: "a", name: "A"), Contact(id: "b", name: "B")]), ())
    }
    #expect(throws: DatabaseError.self) { try DatabaseQueue(path: path).write { try $0.execute(sql: sql) } }
  }

  /// An introduction proposed on the first day of 2026.
  private static func introduction(_ rest: String) -> String {
    "INSERT INTO introduction (first, second, since, day, state, asked, declinedBy)"
      + " VALUES ('a', 'b', '2026-01-01', \(rest))"
  }
}
