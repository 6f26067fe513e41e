import Retrieval
import Testing

@Suite struct WordsTests {
  @Test(arguments: [
    (
      "L'entreprise cherche un comptable bilingue (mi-temps)",
      "entreprise cherche un comptable bilingue mi temps"
    ),
    ("Need help with my kid's maths", "need help with my kid maths"),
    ("jusqu’à aujourd'hui", "a aujourdhui"),
    ("we'll don't I'm", "we dont i"),
    ("ÉVIER Straße Œuvre æther Łódź ÅNGSTRÖM", "evier strasse oeuvre aether lodz angstrom"),
    ("ﬁle Ａ１ x² ½", "file a1 x2 1 2"),
    ("e\u{301}vier", "evier"),
    ("C++, C# & 3D-printing!", "c c 3d printing"),
    ("عربي 日本語 привет", "عربي 日本語 привет"),
    ("👋 hello\u{200D}world_foo\0bar", "hello world foo bar"),
    ("'quoted' l' 's", "quoted l s"),
    ("", ""), (" \n\t", ""),
  ])
  func `folds case, accents, ligatures, elisions and possessives`(text: String, words: String) {
    #expect(Words.split(text).map(\.text).joined(separator: " ") == words)
  }

  @Test func `says where each word stands in the text`() {
    let text = "Où est l'Évier-là ?"
    let bytes = Array(text.utf8)
    let words = Words.split(text).map { String(decoding: bytes[$0.source], as: UTF8.self) }
    #expect(words == ["Où", "est", "l'Évier", "là"])
  }

  @Test func `gives composed and decomposed texts the same words`() {
    let composed = "Réparation de l’évier à côté, ça coûte un œuf"
    let decomposed = String(
      String.UnicodeScalarView(
        composed.unicodeScalars.flatMap { scalar -> [Unicode.Scalar] in
          switch scalar {
          case "é": ["e", "\u{301}"]
          case "à": ["a", "\u{300}"]
          case "ô": ["o", "\u{302}"]
          case "ç": ["c", "\u{327}"]
          case "û": ["u", "\u{302}"]
          default: [scalar]
          }
        }))
    #expect(Words.split(composed).map(\.text) == Words.split(decomposed).map(\.text))
  }

  @Test func `shows the words that two texts share as the first writes them`() {
    #expect(
      WordsInCommon.between(
        "Cherche Comptable pour l'Évier et les factures", "comptables, évier, facture, pour")
        == ["Comptable", "l'Évier", "factures"])
    #expect(WordsInCommon.between("the of and", "the of and") == [])
  }

  @Test func `takes a megabyte of one word`() {
    #expect(Words.split(String(repeating: "a", count: 1 << 20)).count == 1)
  }
}
