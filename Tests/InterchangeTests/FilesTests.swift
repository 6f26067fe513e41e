import Foundation
import Interchange
import Matchmaking
import TestSupport
import Testing

@Suite struct FilesTests {
  /// A ZIP archive with `a.csv` (deflated), `b/members.jsonl` (stored), `notes.txt` and `__MACOSX/x`, made by Python's
  /// zipfile.
  private static let archive = Data(
    base64Encoded: """
      UEsDBBQAAAAIAAAAIVw7HmjgHAAAAJ0AAAAFAAAAYS5jc3bLS8xN1clLTU0p5nLMy0vUSVRIy0ksURgUFBcAUEsDBBQAAAAAAAAA
      IVwAAAAAAAAAAAAAAAACAAAAYi9QSwMEFAAAAAAAAAAhXJVkUKcYAAAAGAAAAA8AAABiL21lbWJlcnMuanNvbmx7ImlkIjoiYm8i
      LCJuYW1lIjoiQm8ifQpQSwMEFAAAAAAAAAAhXHtsmQsbAAAAGwAAAAkAAABub3Rlcy50eHRqdXN0IHdvcmRzLCBhbmQgbW9yZSB3
      b3JkcwpQSwMEFAAAAAAAAAAhXKFuDMQPAAAADwAAAAoAAABfX01BQ09TWC94bmFtZSxuZWVkcwpYLHkKUEsBAhQDFAAAAAgAAAAh
      XDseaOAcAAAAnQAAAAUAAAAAAAAAAAAAAIABAAAAAGEuY3N2UEsBAhQDFAAAAAAAAAAhXAAAAAAAAAAAAAAAAAIAAAAAAAAAAAAA
      AIABPwAAAGIvUEsBAhQDFAAAAAAAAAAhXJVkUKcYAAAAGAAAAA8AAAAAAAAAAAAAAIABXwAAAGIvbWVtYmVycy5qc29ubFBLAQIU
      AxQAAAAAAAAAIVx7bJkLGwAAABsAAAAJAAAAAAAAAAAAAACAAaQAAABub3Rlcy50eHRQSwECFAMUAAAAAAAAACFcoW4MxA8AAAAP
      AAAACgAAAAAAAAAAAAAAgAHmAAAAX19NQUNPU1gveFBLBQYAAAAABQAFAA8BAAAdAQAAAAA=
      """, options: .ignoreUnknownCharacters)!

  @Test func `walks an archive and passes over what holds no contacts`() throws {
    let folder = TemporaryFolder()
    let path = folder.file("all.dat")
    try Self.archive.write(to: URL(fileURLWithPath: path))
    let result = Import(of: [path])
    #expect(result.network.contacts.map(\.name).sorted() == ["Anna", "Bo"])
    #expect(result.files.map(\.file) == ["\(path)/b/members.jsonl", "\(path)/a.csv"])
    #expect(result.passedOver == 1 && result.failures.isEmpty)
    #expect(result.network.contacts[0].sources[.name] == "\(path)/a.csv")
    let again = Import(of: [path], into: result.network)
    #expect(again.network == result.network && again.summary.unchanged == 2)
  }

  @Test(arguments: [
    ("Index/Document.iwa", "is a sheet of Numbers"), ("mimetype", "is an OpenDocument sheet"),
    ("[Content_Types].xml", "is an Excel or Office file"),
  ])
  func `says which program's sheet an archive is`(entry: String, advice: String) {
    let folder = TemporaryFolder()
    let path = folder.write(StoredArchive.data([(entry, "x"), ("content.xml", "<x/>")]), to: "sheet")
    #expect("\(Import(of: [path]).failures)".contains(advice))
    #expect(failure(Data([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]))?.contains("unpack it") == true)
    #expect(failure(Data("!BDN....".utf8))?.contains("export the contacts from Outlook") == true)
  }

  @Test func `walks folders in the order of their names`() throws {
    let folder = TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.file("x/y"), withIntermediateDirectories: true)
    folder.write("name,needs\nCy,a flat\n", to: "x/y/c.csv")
    folder.write("name,needs\nBo,a bike\n", to: "x/b.csv")
    folder.write("nothing here", to: "x/readme.txt")
    folder.write("name,needs\nNo,hidden\n", to: "x/.hidden.csv")
    let result = Import(of: [folder.file("x")])
    #expect(result.files.map { $0.file.split(separator: "/").last } == ["b.csv", "c.csv"])
    #expect(result.network.contacts.count == 2 && result.passedOver == 1)
  }

  @Test func `reads the hidden folders of a Maildir`() throws {
    let folder = TemporaryFolder()
    for name in ["cur", "new", "tmp", ".Sent/cur", ".Sent/new", ".hidden"] {
      try FileManager.default.createDirectory(
        atPath: folder.file("mail/" + name), withIntermediateDirectories: true)
    }
    let mail =
      "From: me@x.example\nTo: Anna <anna@x.example>\nDate: Mon, 2 Mar 2026 10:00:00 +0000\n\nHello\n"
    folder.write(mail, to: "mail/.Sent/cur/1.a:2,S")
    folder.write("name,needs\nCy,a flat\n", to: "mail/.hidden/c.csv")
    let host = try Network(contacts: [Contact(id: "me", name: "Me", emails: ["me@x.example"])], host: "me")
    let result = Import(of: [folder.file("mail")], into: host)
    #expect(result.network.contacts.map(\.name).sorted() == ["Anna", "Me"] && result.failures.isEmpty)
  }

  @Test func `reads a table without the columns that are said of another`() throws {
    let folder = TemporaryFolder()
    folder.write("Name,Wunsch\nAnna,a flat\n", to: "a.csv")
    folder.write("Name,Email\nBo,bo@x.example\n", to: "b.csv")
    let paths = [folder.file("a.csv"), folder.file("b.csv")]
    let result = Import(of: paths, options: Import.Options(columns: ["Wunsch": .needs]))
    #expect(result.network.contacts.count == 2 && result.network.listings.map(\.text) == ["a flat"])
    #expect(result.failures.isEmpty)
    let missing = Import(of: paths, options: Import.Options(columns: ["Wünsche": .needs]))
    #expect(
      missing.failures.last?.description
        == "\(paths[0]): has no column 'Wünsche', nor has another file: look up how the first row of a table, or a member of a JSON list, writes it"
    )
  }

  @Test func `ties records to contacts of a later file`() throws {
    let folder = TemporaryFolder()
    let first = folder.write("{\"id\":\"a\",\"name\":\"A\",\"knows\":[\"b\"]}\n", to: "1.jsonl")
    let second = folder.write("{\"id\":\"b\",\"name\":\"B\"}\n", to: "2.jsonl")
    let result = Import(of: [first, second])
    #expect(result.network.ties == [Tie("a", "b")] && result.summary.skipped.isEmpty)
  }

  /// Each archive is damaged in its own way, and says so; none is a crash.
  @Test func `reads damaged archives to an error that says what to do`() throws {
    var random = SeededRandom(seed: 4)
    let folder = TemporaryFolder()
    let path = folder.file("damaged.zip")
    for _ in 0..<2000 {
      var bytes = Array(Self.archive)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: bytes.removeLast(Int.random(in: 1..<bytes.count - 4, using: &random))
      case 1:
        for _ in 0..<3 {
          bytes[Int.random(in: 4..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
        }
      default: bytes.removeSubrange(Int.random(in: 4..<40, using: &random)..<60)
      }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      let result = Import(of: [path])
      #expect(result.files.allSatisfy { $0.addsUp })
      #expect(result.failures.allSatisfy { $0.description.hasPrefix(path) })
      #expect(!result.files.isEmpty || result.network == .empty)
    }
  }

  @Test func `refuses a bomb and an encrypted entry by name`() throws {
    let folder = TemporaryFolder()
    let path = folder.file("x.zip")
    var encrypted = Array(Self.archive)
    for index in 0..<encrypted.count - 10 where encrypted[index...].starts(with: [0x50, 0x4B, 1, 2]) {
      encrypted[index + 8] |= 1
    }
    try Data(encrypted).write(to: URL(fileURLWithPath: path))
    #expect(Import(of: [path]).failures.contains { "\($0)".contains("is encrypted: unpack the archive") })
    var bomb = Array(Self.archive)
    let first = try #require(bomb.indices.first { bomb[$0...].starts(with: [0x50, 0x4B, 1, 2]) })
    bomb[first + 27] = 0x3F
    try Data(bomb).write(to: URL(fileURLWithPath: path))
    #expect(Import(of: [path]).failures.contains { "\($0)".contains("a bomb, or too large") })
  }

  @Test func `refuses a workbook whatever its name`() throws {
    let folder = TemporaryFolder()
    let path = folder.file("Reactions.csv")
    try Data(
      base64Encoded:
        "UEsDBBQAAAAAAAAAIVzHHBc8CAAAAAgAAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbDxUeXBlcy8+UEsBAhQDFAAAAAAAAAAhXMccFzwIAAAACAAAABMAAAAAAAAAAAAAAIABAAAAAFtDb250ZW50X1R5cGVzXS54bWxQSwUGAAAAAAEAAQBBAAAAOQAAAAAA"
    )!.write(to: URL(fileURLWithPath: path))
    let result = Import(of: [path])
    #expect(
      result.failures.map(\.description) == [
        "\(path): is an Excel or Office file, whatever its name: save it as CSV and import that"
      ])
  }

  @Test func `says what the only file of an archive is`() throws {
    // An empty archive in another; made by Python's zipfile.
    let folder = TemporaryFolder()
    let path = folder.file("outer.zip")
    try Data(base64Encoded: Self.nested)!.write(to: URL(fileURLWithPath: path))
    let result = Import(of: [path])
    #expect(result.passedOver == 0)
    #expect(
      result.failures.map(\.description) == [
        "\(path)/in.zip: is a ZIP archive with nothing in it: export the contacts again"
      ])
  }

  private static let nested =
    "UEsDBBQAAAAAAAAAIQAOxcvXFgAAABYAAAAGAAAAaW4uemlwUEsFBgAAAAAAAAAAAAAAAAAAAAAAAFBLAQIUAxQAAAAAAAAAIQAOxcvXFgAAABYAAAAGAAAAAAAAAAAAAACAAQAAAABpbi56aXBQSwUGAAAAAAEAAQA0AAAAOgAAAAAA"

  @Test(arguments: [
    (Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18), "is a ZIP archive with nothing in it"),
    ([0xFF, 0xFE, 0, 0, 0x6E, 0, 0, 0], "is a text in UTF-32"),
    (Array("<!DOCTYPE html><html>Hello, world</html>\n".utf8), "is HTML or XML in no format"),
    (Array(#"[{"a": "1", "b": "2"}]"#.utf8), "is JSON in no format"),
  ])
  func `refuses by its name what is no list of contacts`(bytes: [UInt8], reason: String) {
    #expect(failure(Data(bytes))?.contains(reason) == true)
  }
}
