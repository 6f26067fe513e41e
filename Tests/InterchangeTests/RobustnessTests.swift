import Foundation
import Interchange
import Matchmaking
import TestSupport
import Testing

@Suite struct RobustnessTests {
  @Test func `skips a record with a field that is too long, and says which`() throws {
    func long(_ count: Int) -> String { String(repeating: "é", count: count / 2) }
    let (fits, tooLong) = (long(65_536), long(65_538))
    for text in [
      "{\"name\":\"\(fits)\",\"needs\":[\"\(fits)\"]}\n{\"name\":\"B\",\"needs\":[\"x\",\"\(tooLong)\"]}",
      "name,needs\n\(fits),\(fits)\nB,\(tooLong)\n",
    ] {
      let result = try imported(text)
      #expect(result.summary.line == "2 = 1 + 0 + 0 + 0 + 1" && result.summary.addsUp)
      let field = text.hasPrefix("{") ? "file:2: needs[1]" : "file:3: needs"
      let reason = "has 65538 bytes, which is more than the 65536 of a field; shorten it"
      #expect(result.summary.reports == ["\(field): \(reason)"])
    }
    let place = try imported("{\"name\":\"A\",\"place\":\"\(tooLong)\"}")
    #expect(place.summary.reports.first?.hasPrefix("file:1: place: has 65538 bytes") == true)
    for field in ["notes", "x"] {
      let result = try imported("{\"name\":\"A\",\"\(field)\":\"\(long(1_048_578))\"}")
      #expect(result.summary.reports.first?.hasPrefix("file:1: \(field): has 10485") == true)
    }
  }

  @Test func `accepts notes of a megabyte`() throws {
    let long = String(repeating: "é", count: 524_288)
    for text in ["{\"name\":\"A\",\"notes\":\"\(long)\"}", "name,notes\nA,\"\(long)\"\n"] {
      #expect(try imported(text).network.contacts[0].notes == long)
    }
  }

  @Test func `skips the record that holds a NUL byte`() throws {
    for text in ["{\"name\":\"A\"}\n{\"name\":\"B\0\"}\n{\"name\":\"C\"}", "name,id\nA,1\nB\0,2\nC,3\n"] {
      let result = try imported(text)
      #expect(result.network.contacts.map(\.name) == ["A", "C"])
      #expect(result.summary.reports == ["file:\(text.hasPrefix("{") ? 2 : 3): holds a NUL byte"])
    }
  }

  @Test(arguments: [
    ("", "is empty of contacts: export them again"), (" \n\n", "is empty of contacts: export them again"),
    ("PK\u{3}\u{4}....", "is a ZIP or Excel file: save it as CSV, or unpack it, and import that"),
    ("\u{7F}ELF\u{2}\u{1}", "is a program, no list of contacts"),
    ("%PDF-1.7", "is a PDF: export the contacts as CSV and import that"),
    ("\u{1}\u{2}\u{3}\u{4}abc", "is no text, nor a format that linkup knows: linkup help import names those"),
  ])
  func `says what to do with a file that holds no contacts`(content: String, advice: String) {
    #expect(failure(Data(content.utf8)) == "file: \(advice)")
  }

  @Test func `says what to do with a picture and an old Excel file`() {
    #expect(failure(Data([0x89, 0x50, 0x4E, 0x47, 0x0D]))?.contains("is a picture") == true)
    #expect(
      failure(Data([0xD0, 0xCF, 0x11, 0xE0, 0xA1]))?.contains("is an old Excel or Office file") == true)
    #expect(failure(Data([0xEF, 0xBB, 0xBF])) == "file: is empty of contacts: export them again")
  }

  @Test func `says what to do with an empty folder and a missing file`() {
    let folder = TemporaryFolder()
    #expect {
      try Import(of: URL(fileURLWithPath: folder.path))
    } throws: { error in
      "\(error)" == "there is no file: name files, or folders that have some"
    }
    let missing = folder.file("none.csv")
    #expect {
      try Import(of: URL(fileURLWithPath: missing))
    } throws: { error in
      "\(error)" == "\(missing): cannot be read: there is no such file; check the name and the rights"
    }
  }

  @Test func `recognises a file by its content, not by its name`() throws {
    let folder = TemporaryFolder()
    let path = folder.write("\u{FEFF}\n {\"name\":\"A\"}\n", to: "contacts.csv")
    #expect(try Import(of: URL(fileURLWithPath: path)).network.contacts.map(\.name) == ["A"])
  }

  @Test func `names the file as it was named`() throws {
    let folder = TemporaryFolder()
    let path = folder.write("name,id\n,\n\"\",\" \"\nA,\"1\n", to: "c.csv")
    let result = try Import(of: URL(fileURLWithPath: path))
    #expect(result.summary.reports == ["\(path):4: the quote that opens cell 2 is never closed"])
  }

  @Test func `skips a nesting bomb`() throws {
    let bomb = "{\"name\":\"B\",\"x\":" + String(repeating: "[{\"a\":", count: 100_000)
    let result = try imported("{\"name\":\"A\"}\n\(bomb)\n")
    #expect(result.network.contacts.count == 1 && result.summary.skippedRecords == 1)
  }

  @Test func `keeps no more than a thousand reports and counts the others`() throws {
    let result = try imported(String(repeating: "{\n", count: 1_000_000))
    #expect(result.summary.skipped.count == Import.Summary.reportLimit)
    #expect(result.summary.skippedRecords == 1_000_000 && result.summary.unreported == 999_000)
    #expect(result.summary.addsUp)
  }

  @Test func `reads a hundred thousand rows`() throws {
    var text = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    for number in 0..<100_000 {
      text +=
        "Jean\(number),Dupont,https://www.linkedin.com/in/jean-\(number),,\"Acme, Inc.\",Editor,12 Mar 2024\n"
    }
    #expect(try imported(Data(text.utf8)).summary.added == 100_000)
  }
}
