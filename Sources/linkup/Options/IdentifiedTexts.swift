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
  ///
  /// - Parameter byID: whether the texts stand in order of the bytes of their ids, not as they come.
  init(path: String, byID: Bool = false) throws {
    let name = path == "-" ? "standard input" : path
    let isJSON = path.hasSuffix(".jsonl")
    var lines: [UInt32] = []
    var reasons: [(line: Int, reason: String)] = []
    var isEmpty = true
    var cutter = LineCutter()
    func append(_ number: Int, _ line: UnsafeRawBufferPointer) {
      let line = number == 1 ? Self.withoutMark(line) : line
      guard !line.isEmpty else { return }
      do throws(Unreadable) {
        isJSON ? try appendObject(line) : try appendRow(line)
        lines.append(UInt32(number))
      } catch {
        reasons.append((number, error.reason))
      }
    }
    try Import.read(path) { chunk in
      isEmpty = false
      chunk.withUnsafeBytes { cutter.cut($0, append) }
    }
    cutter.end(append)
    guard !isEmpty else { throw Failure("\(name): is empty; it must hold one id<TAB>text a line") }

    var order = ids.rising()
    let twice = ids.repeated(in: order)
    if !twice.isEmpty {
      for number in twice {
        reasons.append((Int(lines[Int(number)]), "the id '\(ids[Int(number)])' stands twice"))
      }
      reasons.sort { $0.line < $1.line }
      let isLeftOut = Set(twice)
      order.removeAll { isLeftOut.contains($0) }
      if !byID { order.sort() }
    }
    if byID || !twice.isEmpty {
      ids = ids[order]
      texts = texts[order]
    }
    skipped = reasons.map { "\(name):\($0.line): \($0.reason); the line is skipped" }
    guard ids.count > 0 else {
      throw Failure("\(name): no line can be read; \(skipped.first ?? "every line is empty")")
    }
  }

  typealias File = (path: String, byID: Bool)

  /// Reads two files, at the same time if there are two threads; see ``init(path:byID:)``. Standard input comes last: one may wait
  /// long for it, and first hears what is wrong with the other.
  static func both(
    _ one: File, _ other: File, threads: Int
  ) throws -> (IdentifiedTexts, IdentifiedTexts) {
    if other.path == "-" {
      let first = try IdentifiedTexts(path: one.path, byID: one.byID)
      return (first, try IdentifiedTexts(path: "-", byID: other.byID))
    }
    let files = [one, other]
    var read = [Result<IdentifiedTexts, any Error>?](repeating: nil, count: files.count)
    read.withUnsafeMutableBufferPointer { buffer in
      // Each file is written by the one thread that has it.
      nonisolated(unsafe) let read = buffer
      let threads = min(threads, files.count)
      Threads.run(threads) { thread in
        for file in stride(from: thread, to: files.count, by: threads) {
          read[file] = Result { try IdentifiedTexts(path: files[file].path, byID: files[file].byID) }
        }
      }
    }
    return (try read[0]!.get(), try read[1]!.get())
  }

  /// Hands over the texts, so that they are freed once they are read.
  mutating func takeTexts() -> Texts {
    defer { texts = Texts() }
    return texts
  }

  private struct Unreadable: Error {
    let reason: String
  }

  private mutating func append(_ id: UnsafeRawBufferPointer, _ text: UnsafeRawBufferPointer)
    throws(Unreadable)
  {
    guard !id.isEmpty else { throw Unreadable(reason: "the id is empty") }
    ids.append(id)
    texts.append(text)
  }

  /// The first line without a byte order mark.
  private static func withoutMark(_ line: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return line.starts(with: mark) ? UnsafeRawBufferPointer(rebasing: line.dropFirst(mark.count)) : line
  }

  private mutating func appendRow(_ line: UnsafeRawBufferPointer) throws(Unreadable) {
    guard let tab = line.place(of: UInt8(ascii: "\t")) else {
      throw Unreadable(reason: "there is no tab between id and text")
    }
    guard line.reduce(0, |) < 0x80 || String(validating: line, as: UTF8.self) != nil else {
      throw Unreadable(reason: "the text is not UTF-8")
    }
    try append(
      UnsafeRawBufferPointer(rebasing: line[..<tab]), UnsafeRawBufferPointer(rebasing: line[(tab + 1)...]))
  }

  private struct Object: Decodable {
    let id: String
    let text: String
  }

  private mutating func appendObject(_ line: UnsafeRawBufferPointer) throws(Unreadable) {
    guard let object = try? JSONDecoder().decode(Object.self, from: Data(line)) else {
      throw Unreadable(reason: "this is no JSON object with the texts id and text")
    }
    guard !object.id.contains(where: { $0 == "\t" || $0.isNewline }) else {
      throw Unreadable(reason: "the id holds a tab or a new line")
    }
    guard !object.id.isEmpty else { throw Unreadable(reason: "the id is empty") }
    ids.append(object.id.utf8)
    texts.append(object.text.utf8)
  }
}
