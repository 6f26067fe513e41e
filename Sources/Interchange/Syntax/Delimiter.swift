/// What separates the cells of a CSV file.
package enum Delimiter: UInt8, CaseIterable {
  case comma = 0x2C
  case semicolon = 0x3B
  case tab = 0x09
  case bar = 0x7C

  /// The delimiter under which the first rows most often have as many cells as the very first; among equals
  /// the one that gives more cells, then the order above. Quoted cells count as one. A file of one column has
  /// commas. Where the first line says it, as in `sep=;`, it is right.
  ///
  /// - Complexity: O(1): it reads 64 KiB at most.
  package init(detectedIn bytes: [UInt8]) {
    if let said = Self.said(in: bytes) {
      self = said
      return
    }
    let sample = Array(bytes.prefix(65_536))
    var best = (delimiter: Self.comma, agreement: 0.0, width: 1)
    // The first rows may be a title, in which no delimiter is, or another one.
    var usual = best
    for delimiter in Self.allCases {
      var widths: [Int] = []
      var reader = CSVReader(sample, delimiter: delimiter.rawValue)
      var row = CSVRow()
      while widths.count < 200, reader.next(&row) {
        let isCut = reader.position == sample.count && sample.count < bytes.count
        if row.problem == nil, !isCut, !reader.isBlank(row) { widths.append(row.cells.count) }
      }
      let counts = Dictionary(grouping: widths.filter { $0 > 1 }) { $0 }.mapValues(\.count)
      if let (width, count) = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) }), widths.count > 1 {
        let agreement = Double(count) / Double(widths.count)
        if (agreement, width) > (usual.agreement, usual.width) { usual = (delimiter, agreement, width) }
      }
      guard let width = widths.first, width > 1 else { continue }
      let agreement = Double(widths.count { $0 == width }) / Double(widths.count)
      if (agreement, width) > (best.agreement, best.width) { best = (delimiter, agreement, width) }
    }
    self = best.agreement < 0.5 && usual.agreement > best.agreement ? usual.delimiter : best.delimiter
  }

  /// The delimiter that the first line names for Excel, as in `sep=;`; nil if it is an ordinary line.
  static func said(in bytes: [UInt8]) -> Self? {
    let line = bytes.prefix(8).prefix { $0 != .lineFeed && $0 != .carriageReturn }
    guard line.count == 5, line.prefix(4).text.lowercased() == "sep=" else { return nil }
    return Self(rawValue: bytes[4])
  }
}
