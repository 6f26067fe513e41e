/// The JSON values of a text: of one document, which may take many lines, or one on each line.
struct JSONDocuments {
  let bytes: [UInt8]
  let outline: JSONOutline
  private let lines: LineIndex
  /// Where each value stands.
  let ranges: [Range<Int>]

  init(_ text: SourceText) {
    bytes = text.bytes
    lines = LineIndex(bytes)
    outline = JSONOutline(bytes)
    let all = outline.trimmed(0..<bytes.count)
    let end = all.isEmpty ? all.upperBound : outline.parts(of: all).end
    if all.isEmpty || bytes[all.lowerBound] != UInt8(ascii: "{") || end == all.upperBound {
      ranges = all.isEmpty ? [] : [all]
    } else if lines.line(at: all.lowerBound) == lines.line(at: end - 1) {
      ranges = TextLines(bytes).compactMap { [outline] in
        let line = outline.trimmed($0.range)
        return line.isEmpty ? nil : line
      }
    } else {
      // Objects one behind the other, or a rest that is none and will be reported.
      var found = [all.lowerBound..<end]
      var rest = outline.trimmed(end..<all.upperBound)
      while !rest.isEmpty {
        let next = max(outline.parts(of: rest).end, rest.lowerBound + 1)
        let isValue = bytes[rest.lowerBound] == UInt8(ascii: "{")
        found.append(isValue ? rest.lowerBound..<next : rest)
        rest = isValue ? outline.trimmed(next..<rest.upperBound) : rest.upperBound..<rest.upperBound
      }
      ranges = found
    }
  }

  /// The 1-based line on which a range begins.
  func line(of range: Range<Int>) -> Int { lines.line(at: range.lowerBound) }

  /// One value, read whole.
  func value(_ range: Range<Int>) throws(RecordProblem) -> JSONValue {
    if bytes[range].contains(0) { throw RecordProblem(reason: "holds a NUL byte") }
    return try JSONReader.value(in: bytes, range)
  }
}
