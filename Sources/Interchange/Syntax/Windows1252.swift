/// The code page of older Western European files, as the WHATWG Encoding Standard maps it: the five bytes
/// that it leaves undefined stand for the control characters of the same number.
enum Windows1252 {
  private static let above7F: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  /// The letter for which a byte stands.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    (0x80..<0xA0).contains(byte) ? above7F[Int(byte) - 0x80] : Unicode.Scalar(byte)
  }
}
