/// What the bytes above 0x7F stand for in a file that names no charset and is no UTF-8: Windows-1252, or what spreadsheets on older
/// Macintoshes and programs for MS-DOS write.
package enum CodePage: String, CaseIterable {
  case windows1252, macintosh, ibm850

  /// Tries which page gives the letters that French, German and Spanish have, by how common they are there. Any other than
  /// Windows-1252 must give twice as many.
  ///
  /// - Complexity: O(1): it reads 64 KiB at most.
  package init(detectedIn bytes: [UInt8]) {
    var counts = [[Double]](repeating: [Double](repeating: 0, count: 256), count: Position.allCases.count)
    for index in bytes.prefix(65_536).indices where bytes[index] >= 0x80 {
      let isBehind = index > 0 && bytes[index - 1].isLetter
      let isBefore = index + 1 < bytes.count && bytes[index + 1].isLetter
      let position: Position? = isBehind ? isBefore ? .within : .closing : isBefore ? .opening : nil
      if let position { counts[position.rawValue][Int(bytes[index])] += 1 }
    }
    func score(_ page: Self) -> Double {
      Position.allCases.reduce(0) { sum, position in
        (0x80...0xFF).reduce(sum) {
          $0 + counts[position.rawValue][$1] * (position.weights[page.scalar(UInt8($1))] ?? -1)
        }
      }
    }
    let best = Self.allCases.dropFirst().max { score($0) < score($1) } ?? .windows1252
    self = score(best) > 2 * max(1, score(.windows1252)) ? best : .windows1252
  }

  /// The letter for which a byte stands.
  package func scalar(_ byte: UInt8) -> Unicode.Scalar {
    if byte < 0x80 { return Unicode.Scalar(byte) }
    return Self.upperHalves[self]?[Int(byte) - 0x80] ?? Windows1252.scalar(byte)
  }

  private static let upperHalves = [Self.macintosh, .ibm850].reduce(into: [:]) { halves, page in
    halves[page] = Charset.upperHalves[page.rawValue].map { Array($0.unicodeScalars) }
  }

  /// Where a byte stands beside letters: before, between or behind them.
  private enum Position: Int, CaseIterable {
    case opening, within, closing

    /// How much letters and signs there speak for a page: about as they are common.
    var weights: [Unicode.Scalar: Double] { Self.all[rawValue] }

    private static let all = ["‘‚“„", "’–—…\u{A0}", "’”…°²™\u{A0}"].map { signs in
      var weights: [Unicode.Scalar: Double] = [:]
      for (letters, weight) in [
        ("é", 3.0), ("èàçäöüßáíóñ", 2), ("êëâîïôûùúœÉÀÈÄÖÜÇŠšŽž", 1), (signs, 2),
      ] {
        for letter in letters.unicodeScalars { weights[letter] = weight }
      }
      return weights
    }
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}
