import Dispatch
import Foundation
import Matchmaking
import Reporting

/// A digest for each contact, and an index page for the host.
struct Digests {
  let engine: MatchEngine
  let week: Week
  let html: HTML
  /// The language of all; nil for each contact's own.
  let language: Language?
  let log: ReportLog

  /// Writes the digests that have something to say, and the index, into a folder, which is made if it isn't there. What an
  /// earlier run wrote there and this one doesn't goes.
  ///
  /// - Returns: how many digests there are.
  func write(into folder: String, threads: Int) throws -> Int {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure("\(folder): the folder can't be made; check that its own folder is there and writable")
    }
    let contacts = engine.network.contacts.filter { $0.id != engine.network.host }
    let histories = try log.histories()
    let round = DigestRound(
      engine, week: week,
      histories: Dictionary(
        uniqueKeysWithValues: histories.compactMap { reader, history in reader.map { ($0, history) } }))
    let progress = Progress("writing", of: "digests")
    defer { progress.end() }
    let drafts = concurrently(contacts.count, threads) { round.draft(for: contacts[$0].id) }
    let digests = round.shared(drafts.compactMap(\.self)).filter { !$0.sections.isEmpty }
    let pages = digests.map { Page($0, in: language) }
    let names = digests.map { Self.fileName($0.host?.id.rawValue ?? "") }
    let results = concurrently(digests.count, threads) { number in
      defer { progress.add(1, of: digests.count) }
      return Result { try OutputFile(path: "\(folder)/\(names[number])").write(html.render(pages[number])) }
    }
    for result in results { try result?.get() }
    try OutputFile(path: folder + "/index.html").write(
      index(zip(names, digests).map { (file: $0, report: $1) }))
    try removeOthers(than: Set(names), in: folder)
    log.note(zip(digests, pages).map { ($0.host?.id, $0, $1) })
    return digests.count
  }

  /// The results for 0..<count, in order, each made by one of some threads.
  private func concurrently<Value>(
    _ count: Int, _ threads: Int, _ make: (Int) -> Value?
  ) -> [Value?] {
    var values = [Value?](repeating: nil, count: count)
    values.withUnsafeMutableBufferPointer { buffer in
      // Each value is set once, by the one thread that has its number.
      nonisolated(unsafe) let (values, make) = (buffer, make)
      DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { thread in
        for number in stride(from: thread, to: count, by: threads) { values[number] = make(number) }
      }
    }
    return values
  }

  /// Removes the digests of an earlier run, which the folder's list names, and lists those of this one.
  private func removeOthers(than names: Set<String>, in folder: String) throws {
    let list = folder + "/.digests"
    let before = (try? String(contentsOfFile: list, encoding: .utf8)) ?? ""
    for line in before.split(separator: "\n") {
      let name = String(line)
      if !names.contains(name), name.hasSuffix(".html"), !name.contains("/") {
        try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
      }
    }
    try OutputFile(path: list).write(names.sorted().map { $0 + "\n" }.joined())
  }

  /// The host's page, in the language of all, else the host's own.
  private func index(_ digests: [(file: String, report: Report)]) -> String {
    let host = engine.network.host.flatMap(engine.network.contact)
    return DigestIndex().render(
      digests, week: week, in: language ?? Language(preferredBy: host?.languages ?? []))
  }

  /// Letters, digits and dashes of an identifier, and a hash of it where that is not all of it: the same
  /// name every week, and one for each contact.
  private static func fileName(_ id: String) -> String {
    let slug = String(
      id.unicodeScalars.prefix(60).map { scalar -> Character in
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? Character(scalar) : "-"
      })
    guard slug != id || slug == "index" else { return slug + ".html" }
    return "\(slug)-\(StableHash(of: id).text).html"
  }
}
