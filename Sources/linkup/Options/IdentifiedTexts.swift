import Foundation
import Interchange
import Retrieval

/// A file of texts with ids, as `linkup join` reads it: `id<TAB>text` a line, or JSON objects with the fields
/// `id` and `text` where the name ends in `.jsonl`.
struct IdentifiedTexts {
  private(set) var ids = Texts()
  private(set) var texts = Texts()
  /// What could not be read: file, line and reason.
  private(set) var skipped: [String] = []

  /// Reads a file, or standard input for `-`.
  init(path: String) throws {
    let name = path == "-" ? "standard input" : path
    let isJSON = path.hasSuffix(".jsonl")
    var lines: [Int] = []
    var reasons: [(line: Int, reason: String)] = []
    try Self.read(path) { bytes in
      let start = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
      guard bytes.count > start else {
        throw Failure("\(name): is empty; it must hold one id<TAB>text a line")
      }
      Self.forEachLine(of: bytes, from: start) { number, line in
        do throws(Unreadable) {
          if isJSON {
            let object = try Self.object(line)
            try append(object.id.utf8, object.text.utf8)
          } else {
            let row = try Self.row(line)
            try append(row.id, row.text)
          }
          lines.append(number)
        } catch {
          reasons.append((number, error.reason))
        }
      }
    }
    let twice = ids.repeated()
    if !twice.isEmpty {
      for number in twice { reasons.append((lines[number], "the id '\(ids[number])' stands twice")) }
      reasons.sort { $0.line < $1.line }
      let isLeftOut = Set(twice)
      let kept = (0..<ids.count).filter { !isLeftOut.contains($0) }
      (ids, texts) = (ids[kept], texts[kept])
    }
    skipped = reasons.map { "\(name):\($0.line): \($0.reason); the line is skipped" }
    guard ids.count > 0 else {
      throw Failure("\(name): no line can be read; \(skipped.first ?? "every line is empty")")
    }
  }

  /// Puts the texts in order of the bytes of their ids. Complexity: O(n log n).
  mutating func sortByID() {
    let order = ids.rising()
    (ids, texts) = (ids[order], texts[order])
  }

  /// Hands over the texts, so that they are freed once they are read.
  mutating func takeTexts() -> Texts {
    defer { texts = Texts() }
    return texts
  }

  private mutating func append(_ id: some Collection<UInt8>, _ text: some Collection<UInt8>)
    throws(Unreadable)
  {
    guard !id.isEmpty else { throw Unreadable(reason: "the id is empty") }
    ids.append(id)
    texts.append(text)
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private struct Unreadable: Error {
    let reason: String
  }

  private static func read(_ path: String, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    if path == "-" {
      try ((try? FileHandle.standardInput.readToEnd()) ?? Data()).withUnsafeBytes(body)
    } else {
      try Import.content(of: path).withUnsafeBytes(body)
    }
  }

  /// Calls `body` with each line that isn't empty, without its end, and the line's number.
  private static func forEachLine(
    of bytes: UnsafeRawBufferPointer, from start: Int, _ body: (Int, UnsafeRawBufferPointer) -> Void
  ) {
    var (start, number) = (start, 0)
    while start < bytes.count {
      number += 1
      let end = find(UInt8(ascii: "\n"), in: bytes, from: start) ?? bytes.count
      let isReturned = end > start && bytes[end - 1] == UInt8(ascii: "\r")
      let line = UnsafeRawBufferPointer(rebasing: bytes[start..<(isReturned ? end - 1 : end)])
      if !line.isEmpty { body(number, line) }
      start = end + 1
    }
  }

  private static func find(_ byte: UInt8, in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    memchr(bytes.baseAddress! + start, Int32(byte), bytes.count - start).map {
      UnsafeRawPointer($0) - bytes.baseAddress!
    }
  }

  private static func row(
    _ line: UnsafeRawBufferPointer
  ) throws(Unreadable) -> (id: UnsafeRawBufferPointer, text: UnsafeRawBufferPointer) {
    guard let tab = find(UInt8(ascii: "\t"), in: line, from: 0) else {
      throw Unreadable(reason: "there is no tab between id and text")
    }
    guard line.allSatisfy({ $0 < 0x80 }) || String(validating: line, as: UTF8.self) != nil else {
      throw Unreadable(reason: "the text is not UTF-8")
    }
    return (
      UnsafeRawBufferPointer(rebasing: line[..<tab]), UnsafeRawBufferPointer(rebasing: line[(tab + 1)...])
    )
  }

  private struct Object: Decodable {
    let id: String
    let text: String
  }

  private static func object(_ line: UnsafeRawBufferPointer) throws(Unreadable) -> Object {
    guard let object = try? JSONDecoder().decode(Object.self, from: Data(line)) else {
      throw Unreadable(reason: "this is no JSON object with the texts id and text")
    }
    guard !object.id.contains(where: { $0 == "\t" || $0.isNewline }) else {
      throw Unreadable(reason: "the id holds a tab or a new line")
    }
    return object
  }
}
