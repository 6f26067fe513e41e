import Testing

import Interchange

@Suite struct JSONReaderTests {
  private func text(_ json: String) -> String? {
    let bytes = Array(json.utf8)
    guard case .string(let text)? = (try? JSONReader.value(in: bytes, 0..<bytes.count))?.content else {
      return nil
    }
    return text
  }

  private func problem(_ json: String) -> String? {
    let bytes = Array(json.utf8)
    do throws(RecordProblem) {
      _ = try JSONReader.value(in: bytes, 0..<bytes.count)
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func `resolves every escape`() {
    #expect(text(#""a\"\\\/\b\f\n\r\tb""#) == "a\"\\/\u{8}\u{C}\n\r\tb")
    #expect(text(#""\u00e9\uD83D\uDE00é😀""#) == "é😀é😀")
    #expect(text(#""\ud83d x \ude00 \ud83d\u0041""#) == "\u{FFFD} x \u{FFFD} \u{FFFD}A")
  }

  @Test func `reads back what it writes`() {
    let all =
      String(String.UnicodeScalarView((0..<0x300).compactMap { Unicode.Scalar(UInt32($0)) })) + "\u{2028}😀"
    #expect(text(JSONText.quoted(all)) == all)
  }

  @Test(arguments: [
    "0", "-0", "12", "1.50", "1e5", "-2.5E-3", "true", "false", "null", "[]", "{}", " [ 1 , {} ] ",
  ])
  func `accepts`(json: String) {
    #expect(problem(json) == nil)
  }

  @Test(arguments: [
    ("", "column 1: the line ends within a value"), ("{", "column 2: a field's name in quotes is missing"),
    ("[1,]", "column 4: no value begins so"), ("01", "column 3: a number begins with 0"),
    ("-", "column 2: a number lacks a digit"), ("1.", "column 3: a number lacks a digit"),
    ("nul", "column 1: no value begins so"), ("\"a", "column 3: a text has no closing quote"),
    ("\"\\x\"", "column 2: JSON has no such escape"),
    ("\"\\u12\"", "column 4: \\u needs four hexadecimal digits"),
    ("\"\t\"", "column 2: a control character stands in a text"),
    ("{} x", "column 4: something follows the value"),
    ("{\"a\" 1}", "column 6: ':' is missing"), ("[1 2]", "column 4: ',' or ']' is missing"),
    ("{\"a\":1,\"a\":2}", "column 13: the field 'a' stands twice"),
  ])
  func `refuses`(json: String, reason: String) {
    #expect(problem(json) == "no valid JSON at \(reason)")
  }

  @Test func `refuses a nesting bomb`() {
    let bomb = String(repeating: "[", count: 1_000_000)
    #expect(problem(bomb) == "no valid JSON at column 129: more than 128 levels in one another")
    let deep = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(problem(deep) == nil)
  }
}
