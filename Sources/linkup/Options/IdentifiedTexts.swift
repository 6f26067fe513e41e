import Foundation
import Interchange

/// A file of texts with ids, as `linkup join` reads it: `id<TAB>text` a line, or JSON objects with the fields
/// `id` and `text` where the name ends in `.jsonl`.
struct IdentifiedTexts {
  private(set) var ids: [String] = []
  private(set) var texts: [String] = []
  /// What could not be read: file, line and reason.
  private(set) var skipped: [String] = []

  /// Reads a file, or standard input for `-`.
  init(path: String) throws {
    let name = path == "-" ? "standard input" : path
    var data = try Self.read(path)
    if data.starts(with: Self.byteOrderMark) { data.removeFirst(Self.byteOrderMark.count) }
    guard !data.isEmpty else {
      throw Failure("\(name): is empty; it must hold one id<TAB>text a line")
    }
    let isJSON = path.hasSuffix(".jsonl")
    var seen: Set<String> = []
    var number = 0
    for line in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      guard !line.isEmpty else { continue }
      do {
        let (id, text) = try isJSON ? Self.object(line) : Self.row(line)
        guard !id.isEmpty else { throw Unreadable(reason: "the id is empty") }
        guard seen.insert(id).inserted else { throw Unreadable(reason: "the id '\(id)' stands twice") }
        ids.append(id)
        texts.append(text)
      } catch let unreadable as Unreadable {
        skipped.append("\(name):\(number): \(unreadable.reason); the line is skipped")
      }
    }
    guard !ids.isEmpty else {
      throw Failure("\(name): no line can be read; \(skipped.first ?? "every line is empty")")
    }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private struct Unreadable: Error {
    let reason: String
  }

  private static func read(_ path: String) throws -> Data {
    guard path != "-" else { return (try? FileHandle.standardInput.readToEnd()) ?? Data() }
    return Data(try Import.content(of: path))
  }

  private static func row(_ line: Data) throws -> (id: String, text: String) {
    guard let tab = line.firstIndex(of: UInt8(ascii: "\t")) else {
      throw Unreadable(reason: "there is no tab between id and text")
    }
    guard let id = String(validating: line[..<tab], as: UTF8.self),
      let text = String(validating: line[line.index(after: tab)...], as: UTF8.self)
    else { throw Unreadable(reason: "the text is not UTF-8") }
    return (id, text)
  }

  private static func object(_ line: Data) throws -> (id: String, text: String) {
    struct Object: Decodable {
      let id: String
      let text: String
    }
    guard let object = try? JSONDecoder().decode(Object.self, from: line) else {
      throw Unreadable(reason: "this is no JSON object with the texts id and text")
    }
    guard !object.id.contains(where: { $0 == "\t" || $0.isNewline }) else {
      throw Unreadable(reason: "the id holds a tab or a new line")
    }
    return (object.id, object.text)
  }
}
