extension String {
  /// A name as it may stand among a report's own words: cleaned, and with its direction kept to itself.
  var asName: String { legible(limit: Person.nameLimit).isolated }

  /// The text between marks that keep its direction to itself where it has letters that run from right to left, so that
  /// the words around it stay where they are (Unicode Standard Annex 9: FSI and PDI).
  var isolated: String {
    guard unicodeScalars.contains(where: \.runsFromRightToLeft) else { return self }
    return "\u{2068}\(self)\u{2069}"
  }
}

extension Unicode.Scalar {
  /// Whether it is a letter of Hebrew, Arabic, Syriac, Thaana, N'Ko or another script of the blocks that are kept for such.
  fileprivate var runsFromRightToLeft: Bool {
    switch value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
