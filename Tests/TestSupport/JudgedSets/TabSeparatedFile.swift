internal import Foundation

/// The rows of a file of tab-separated columns; empty lines are passed over.
package struct TabSeparatedFile {
  package let path: String
  package let rows: [(line: Int, cells: [String])]

  /// Reads a file.
  ///
  /// - Throws: ``Unreadable`` if the file can't be read or a row has fewer columns than wanted.
  package init(path: String, columns: Int) throws(Unreadable) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Unreadable(description: "\(path): can't be read")
    }
    self.path = path
    rows = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
      .filter { !$1.isEmpty }
      .map { ($0 + 1, Self.cells(of: $1)) }
    if let short = rows.first(where: { $0.cells.count < columns }) {
      throw Unreadable(
        description: "\(path):\(short.line): has \(short.cells.count) columns in place of \(columns)")
    }
  }

  private static func cells(of line: Data) -> [String] {
    line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// A column of whole numbers beside two of texts: query, document, grade.
  package func judgements() throws(Unreadable) -> [(query: String, document: String, grade: Int)] {
    var judgements: [(query: String, document: String, grade: Int)] = []
    for row in rows {
      guard let grade = Int(row.cells[2]) else {
        throw Unreadable(description: "\(path):\(row.line): the grade '\(row.cells[2])' is no whole number")
      }
      judgements.append((row.cells[0], row.cells[1], grade))
    }
    return judgements
  }

  /// Why a file can't be used.
  package struct Unreadable: Error, CustomStringConvertible {
    package let description: String
  }
}
