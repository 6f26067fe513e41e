import TestSupport

/// Texts that no tokeniser likes.
enum HostileTexts {
  static let megabytes = [
    String(repeating: "a", count: 1 << 20),
    String(repeating: "日", count: 350_000),
    "e" + String(repeating: "\u{301}\u{323}", count: 250_000),
    String(repeating: "👨‍👩‍👧", count: 40_000),
    String(repeating: "\0", count: 1 << 20),
    String(repeating: " ", count: 1 << 20),
    String(repeating: ".", count: 1 << 20),
    String(repeating: "\u{FDFA}", count: 50_000),
  ]

  static let short = [
    "", " ", "\n\t\r ", "\u{3000}\u{A0}\u{2028}", "👍🏽🏳️‍🌈", "\u{301}", "\u{301}\u{301} \u{302}", "\0", "a\0b",
    "\u{FEFF}",
    "\u{FFFD}", "\u{10FFFF}", "\u{FFFF}", "\u{E000}", "\u{1F}\u{7F}\u{85}", "שלום עולם",
    "مرحبا بالعالم \u{202E}abc",
    "▁", "▁▁ ▁", "##a", "[UNK] [CLS]", "<unk> <s>", "^$=", "İSTANBUL", "ΟΔΟΣ", "ﬁ",
    "\u{1100}\u{1161}\u{11A8}", "각",
    "\u{FDFA}", "\u{1D160}", "नमस्ते", "กรุงเทพมหานคร", "\u{200D}\u{200B}", "=\u{338}", "\r\n", "ẞ", "ǅ",
  ]

  /// Up to forty scalars of any kind.
  static func random(using random: inout SeededRandom) -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...40, using: &random) {
      let top: UInt32 = [0x7F, 0x250, 0x700, 0x3100, 0xFFFF, 0x10FFFF].randomElement(using: &random)!
      if let scalar = Unicode.Scalar(UInt32.random(in: 0...top, using: &random)) { scalars.append(scalar) }
    }
    return String(scalars)
  }
}
