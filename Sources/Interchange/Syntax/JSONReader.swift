/// Reads one JSON value (RFC 8259) out of a range of UTF-8 bytes.
///
/// Foundation's reader gives neither the text of a value nor the column of a mistake.
package struct JSONReader {
  /// How deep arrays and objects may lie in one another; the stack must hold them.
  static let deepest = 128

  private let bytes: [UInt8]
  private let range: Range<Int>
  private var position: Int
  private var depth = 0

  /// Reads the whole of `range` as one value.
  ///
  /// - Throws: A ``RecordProblem`` that names the column, counted in bytes from 1.
  package static func value(in bytes: [UInt8], _ range: Range<Int>) throws(RecordProblem) -> JSONValue {
    var reader = JSONReader(bytes: bytes, range: range)
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.position == range.upperBound else { throw reader.problem("something follows the value") }
    return value
  }

  private init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    position = range.lowerBound
  }

  private mutating func value() throws(RecordProblem) -> JSONValue {
    skipBlanks()
    let start = position
    let content: JSONValue.Content
    switch current {
    case UInt8(ascii: "{"): content = .object(try nested(Self.object))
    case UInt8(ascii: "["): content = .array(try nested(Self.array))
    case .quote: content = .string(try string())
    case UInt8(ascii: "t"): content = try word("true", is: .boolean(true))
    case UInt8(ascii: "f"): content = try word("false", is: .boolean(false))
    case UInt8(ascii: "n"): content = try word("null", is: .null)
    case let byte? where byte == UInt8(ascii: "-") || byte.isDigit: content = .number(try number())
    case nil: throw problem("the line ends within a value")
    default: throw problem("no value begins so")
    }
    return JSONValue(content: content, range: start..<position)
  }

  private mutating func nested<Result>(
    _ read: (inout JSONReader) throws(RecordProblem) -> Result
  ) throws(RecordProblem) -> Result {
    depth += 1
    guard depth <= Self.deepest else { throw problem("more than \(Self.deepest) levels in one another") }
    position += 1
    let result = try read(&self)
    depth -= 1
    return result
  }

  private static func object(_ reader: inout JSONReader) throws(RecordProblem) -> [String: JSONValue] {
    var members: [String: JSONValue] = [:]
    if reader.skip(UInt8(ascii: "}")) { return members }
    repeat {
      reader.skipBlanks()
      guard reader.current == .quote else { throw reader.problem("a field's name in quotes is missing") }
      let name = try reader.string()
      guard reader.skip(UInt8(ascii: ":")) else { throw reader.problem("':' is missing") }
      guard members.updateValue(try reader.value(), forKey: name) == nil else {
        throw reader.problem("the field \(RecordProblem.shown(name)) stands twice")
      }
    } while reader.skip(UInt8(ascii: ","))
    guard reader.skip(UInt8(ascii: "}")) else { throw reader.problem("',' or '}' is missing") }
    return members
  }

  private static func array(_ reader: inout JSONReader) throws(RecordProblem) -> [JSONValue] {
    var elements: [JSONValue] = []
    if reader.skip(UInt8(ascii: "]")) { return elements }
    repeat { elements.append(try reader.value()) } while reader.skip(UInt8(ascii: ","))
    guard reader.skip(UInt8(ascii: "]")) else { throw reader.problem("',' or ']' is missing") }
    return elements
  }

  private mutating func word(
    _ word: StaticString, is content: JSONValue.Content
  ) throws(RecordProblem) -> JSONValue.Content {
    let end = position + word.utf8CodeUnitCount
    let matches = word.withUTF8Buffer { expected in
      end <= range.upperBound && bytes[position..<end].elementsEqual(expected)
    }
    guard matches else { throw problem("no value begins so") }
    position = end
    return content
  }

  private mutating func number() throws(RecordProblem) -> String {
    let start = position
    if current == UInt8(ascii: "-") { position += 1 }
    let leading = position
    var digits = skipDigits()
    if digits > 1, bytes[leading] == UInt8(ascii: "0") { throw problem("a number begins with 0") }
    if current == UInt8(ascii: ".") {
      position += 1
      digits = min(digits, skipDigits())
    }
    if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
      position += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
      digits = min(digits, skipDigits())
    }
    guard digits > 0 else { throw problem("a number lacks a digit") }
    return bytes[start..<position].text
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while let byte = current, byte.isDigit { position += 1 }
    return position - start
  }

  private mutating func string() throws(RecordProblem) -> String {
    var scanner = JSONString(bytes: bytes, opening: position, end: range.upperBound)
    let text = scanner.text()
    position = scanner.position
    guard let text else { throw problem(scanner.fault) }
    return text
  }

  private var current: UInt8? { position < range.upperBound ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = current, byte.isBlank { position += 1 }
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard current == byte else { return false }
    position += 1
    return true
  }

  private func problem(_ what: String) -> RecordProblem {
    RecordProblem(reason: "no valid JSON at column \(position - range.lowerBound + 1): \(what)")
  }
}
