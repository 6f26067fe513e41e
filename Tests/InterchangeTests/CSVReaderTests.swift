import Foundation
import Testing

import Interchange

@Suite struct CSVReaderTests {
  /// The records of a text: line, then cells; a problem stands for the cells.
  private func rows(_ text: String, delimiter: Delimiter = .comma) -> [String] {
    var reader = CSVReader(Array(text.utf8), delimiter: delimiter.rawValue)
    var row = CSVRow()
    var result: [String] = []
    while reader.next(&row) {
      let cells = row.cells.map { String(decoding: reader.content(of: $0), as: UTF8.self) }
      result.append("\(row.line): \(row.problem?.reason ?? cells.description)")
    }
    return result
  }

  @Test func `gives the line on which each record begins, whatever ends the lines`() {
    for end in ["\n", "\r\n", "\r"] {
      let text = ["a,b", "1,\"x", "y\"", "", "2,z"].joined(separator: end)
      #expect(
        rows(text)
          == ["1: [\"a\", \"b\"]", "2: \(["1", "x\(end)y"])", "4: [\"\"]", "5: [\"2\", \"z\"]"])
    }
  }

  @Test func `keeps a blank last cell at the end of the text`() {
    #expect(rows("a,b\n1,") == ["1: [\"a\", \"b\"]", "2: [\"1\", \"\"]"])
  }

  @Test func `takes a quote within a cell for an ordinary character`() {
    #expect(rows("1,x 5\" y\n2,z") == ["1: \(["1", "x 5\" y"])", "2: \(["2", "z"])"])
    #expect(rows("\"5\" pipe\",x\n2,z") == ["1: \(["5 pipe\"", "x"])", "2: \(["2", "z"])"])
    #expect(rows("\"a \"\"b\"\"\",\"\"\n") == ["1: \(["a \"b\"", ""])"])
  }

  @Test func `skips the record of an unclosed quote and reads the rest`() {
    #expect(
      rows("a,b\n1,\"open\n2,z\n3,z")
        == [
          "1: \(["a", "b"])", "2: the quote that opens cell 2 is never closed", "3: \(["2", "z"])",
          "4: \(["3", "z"])",
        ])
  }

  @Test func `skips the record of a stray quote that another record's quote closes`() {
    #expect(
      rows("1,\"open\n2,\"x, y\",z\n3,w")
        == ["1: the quote that opens cell 2 is never closed", "2: \(["2", "x, y", "z"])", "3: \(["3", "w"])"])
  }

  @Test func `gives up a text of very many stray quotes`() {
    let text = "1,\"a\n" + String(repeating: "c\",\"d\n", count: 100_000)
    #expect(rows(text).last?.hasSuffix("nothing after it was read, for too many quotes are astray") == true)
  }

  @Test func `names a record that holds a NUL byte`() {
    #expect(
      rows("a\n\0b\n\"c\0\"\nd")
        == ["1: [\"a\"]", "2: holds a NUL byte", "3: holds a NUL byte", "4: [\"d\"]"])
  }

  @Test(arguments: [
    ("a,b\n1,2", Delimiter.comma), ("a;b\n1,5;2,5\n1;2", .semicolon), ("a\tb\n1, 2\t3", .tab),
    ("a|b|c\n1, 2|3|4;5", .bar),
    ("name;needs\nAnna;\"a, b, c\"", .semicolon), ("name\nAnna", .comma),
    ("name,needs\nAnna,\"a;b\"\nBo,c;d;e", .comma),
  ])
  func `finds the delimiter by the number of cells`(text: String, delimiter: Delimiter) {
    #expect(Delimiter(detectedIn: Array(text.utf8)) == delimiter)
  }

  @Test(
    .enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.absence)),
    arguments: [
      "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
      "quotes_and_newlines", "simple", "simple_crlf", "utf8",
    ])
  func `reads csv-spectrum as it is meant`(name: String) throws {
    var text = String(decoding: try SharedFolder.data("csv-spectrum/csvs/\(name).csv"), as: UTF8.self)
    // The stored copies have lost the carriage returns that their names promise.
    if name.hasSuffix("_crlf"), !text.utf8.contains(UInt8(ascii: "\r")) {
      text = text.replacing("\n", with: "\r\n")
    }
    let expected = try JSONDecoder().decode(
      [[String: String]].self, from: SharedFolder.data("csv-spectrum/json/\(name).json"))

    let bytes = Array(text.utf8)
    var reader = CSVReader(bytes, delimiter: Delimiter(detectedIn: bytes).rawValue)
    var row = CSVRow()
    _ = reader.next(&row)
    let header = row.cells.map { String(decoding: reader.content(of: $0), as: UTF8.self) }
    var records: [[String: String]] = []
    while reader.next(&row) {
      let cells = row.cells.map { String(decoding: reader.content(of: $0), as: UTF8.self) }
      records.append(Dictionary(uniqueKeysWithValues: zip(header, cells)))
    }
    #expect(records == expected)
  }
}
