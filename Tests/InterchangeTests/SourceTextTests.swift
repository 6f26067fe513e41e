import Foundation
import TestSupport
import Testing

import Interchange

@Suite struct SourceTextTests {
  private let text = "name;ville\nZoé;Orléans\n"

  @Test func `decodes UTF-8 and UTF-16 with and without byte order mark`() {
    let utf8 = Array(text.utf8)
    let little = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for raw in [utf8, [0xEF, 0xBB, 0xBF] + utf8, little, [0xFF, 0xFE] + little, big, [0xFE, 0xFF] + big] {
      #expect(SourceText(decoding: raw).bytes == utf8)
      #expect(BinaryKind(detectedIn: raw) == nil)
    }
  }

  @Test func `takes lines that are no UTF-8 for Windows-1252, and only those`() {
    let mixed = Array("Zoé\n".utf8) + [0x5A, 0x6F, 0xE9, 0x20, 0x80, 0x0A] + Array("Ĳ".utf8)
    #expect(String(decoding: SourceText(decoding: mixed).bytes, as: UTF8.self) == "Zoé\nZoé €\nĲ")
  }

  /// Bytes are those of the code page, by its standard table.
  @Test(arguments: [
    (
      "macintosh", "nom;ville\nZo\u{8E};Gen\u{8F}ve\nFran\u{8D}ois;N\u{94}mes\n",
      "nom;ville\nZoé;Genève\nFrançois;Nîmes\n"
    ),
    ("macintosh", "Name\nM\u{9F}ller\nJ\u{8A}ger\nK\u{9A}hler", "Name\nMüller\nJäger\nKöhler"),
    (
      "ibm850", "nom;ville\nZo\u{82};Gen\u{8A}ve\nFran\u{87}ois;N\u{8C}mes\n",
      "nom;ville\nZoé;Genève\nFrançois;Nîmes\n"
    ),
    ("ibm850", "M\u{81}ller\nJ\u{84}ger\nWei\u{E1}", "Müller\nJäger\nWeiß"),
    ("windows1252", "I\u{92}m a plumber\u{85} don\u{92}t ask\u{97}call", "I’m a plumber… don’t ask—call"),
    ("windows1252", "\u{8A}koda\n\u{8A}ime\n\u{8E}i\u{9E}ek", "Škoda\nŠime\nŽižek"),
    ("windows1252", "l\u{92}\u{E9}t\u{E9}\u{A0}: 5\u{80}", "l’été\u{A0}: 5€"),
  ])
  func `finds out the code page by the letters`(page: String, bytes: String, text: String) {
    let raw = bytes.unicodeScalars.map { UInt8($0.value) }
    #expect(CodePage(detectedIn: raw).rawValue == page)
    #expect(String(decoding: SourceText(decoding: raw).bytes, as: UTF8.self) == text)
  }

  @Test func `has a letter for each byte of a code page`() throws {
    #expect((0x80...0xFF).allSatisfy { CodePage.ibm850.scalar($0).value >= 0x80 })
    #expect(Set((0x80...0xFF).map { CodePage.macintosh.scalar($0) }).count == 128)
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF0, 0x9F, 0x98],
      [0x80],
      [0xC3], [0xFF],
    ] as [[UInt8]])
  func `knows what is no UTF-8`(bytes: [UInt8]) {
    #expect(!bytes[...].isValidUTF8)
  }

  @Test func `agrees with the standard library on what is UTF-8`() {
    var random = SeededRandom(seed: 1252)
    for _ in 0..<2000 {
      let letters = (0..<4).map { _ in "aé€😀\u{7FF}\u{FFFF}".unicodeScalars.randomElement(using: &random)! }
      var bytes = Array(String(String.UnicodeScalarView(letters)).utf8)
      #expect(bytes[...].isValidUTF8)
      bytes[bytes.indices.randomElement(using: &random)!] = UInt8.random(in: 0...255, using: &random)
      #expect(bytes[...].isValidUTF8 == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
    }
  }
}
