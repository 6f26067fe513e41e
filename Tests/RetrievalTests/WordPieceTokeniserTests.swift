import Retrieval
import TestSupport
import Testing

@Suite struct WordPieceTokeniserTests {
  /// The invented pieces' numbers begin after BERT's special ones.
  private static let first: UInt32 = 103
  private static let invented = [
    "a", "ab", "##b", "##bc", "##c", "e", "##e", ".", ",", "日", "##日", "cab", "##", "ss",
  ]

  private static func make() throws -> WordPieceTokeniser {
    var model = InventedModel()
    model.add("pieces", strings: (0..<first).map { "[unused\($0)]" } + invented)
    return try WordPieceTokeniser(model.open())
  }

  /// The pieces between begin and end, written out.
  private static func written(_ text: String) throws -> String {
    let pieces = try make().pieces(of: text)
    #expect(pieces.first == 101 && pieces.last == 102)
    return pieces.dropFirst().dropLast().map { $0 < first ? "?" : invented[Int($0 - first)] }.joined(
      separator: " ")
  }

  @Test(arguments: [
    ("abc", "ab ##c"), ("abbc", "ab ##bc"), ("a b", "a ?"), ("AB.É", "ab . e"),
    ("e\u{301}e\u{323}\u{301}", "e ##e"),
    ("a\0b\u{200B}c", "ab ##c"), ("a日b", "a 日 ?"), ("abd", "?"), ("a,,b", "a , , ?"), ("\u{301}", ""),
    (" \n", ""),
    ("cabcab", "?"), ("a\tab\u{3000}a\u{2028}a", "a ab a a"), ("ﬁ", "?"), ("[unused5]", "? ? ?"), ("ß", "?"),
  ])
  func `takes the longest pieces from the left of each word`(text: String, pieces: String) throws {
    #expect(try Self.written(text) == pieces)
  }

  @Test func `reads words of up to a hundred scalars`() throws {
    let tokeniser = try Self.make()
    #expect(tokeniser.pieces(of: "a" + String(repeating: "b", count: 99)).count == 101)
    #expect(tokeniser.pieces(of: "a" + String(repeating: "b", count: 100)) == [101, 100, 102])
    #expect(tokeniser.pieces(of: "é" + String(repeating: "\u{301}e", count: 99)).count == 102)
  }

  @Test(arguments: [UInt64(1), 2])
  func `finds the pieces that trying every substring finds`(seed: UInt64) throws {
    let tokeniser = try Self.make()
    var random = SeededRandom(seed: seed)
    for _ in 0..<2000 {
      let word = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        ["a", "b", "c", "c", "b", "e"].randomElement(using: &random)!
      }.joined()
      var expected: [UInt32] = []
      var rest = word[...]
      while !rest.isEmpty {
        let mark = expected.isEmpty ? "" : "##"
        let lengths = (1...rest.count).reversed()
        guard let length = lengths.first(where: { Self.invented.contains(mark + rest.prefix($0)) }) else {
          expected = [100]
          break
        }
        expected.append(Self.first + UInt32(Self.invented.firstIndex(of: mark + rest.prefix(length))!))
        rest = rest.dropFirst(length)
      }
      #expect(tokeniser.pieces(of: word) == [101] + expected + [102], "seed \(seed), \(word)")
    }
  }

  @Test func `lists the words of four letters and more that are one piece`() throws {
    #expect(try Self.make().words.isEmpty)
    let words = try WordPieceTokeniser(Models.file("minilm")).words
    #expect(words.contains("plumbing") && !words.contains("plumbr") && !words.contains("##ing"))
  }

  @Test func `refuses a vocabulary without the special pieces`() {
    var model = InventedModel()
    model.add("pieces", strings: ["a"])
    #expect(throws: ModelError.self) { try WordPieceTokeniser(model.open()) }
  }

  @Test func `gives the reference's pieces`() throws {
    let tokeniser = try WordPieceTokeniser(Models.file("minilm"))
    for expected in try Models.expected() {
      #expect(tokeniser.pieces(of: expected.text) == expected.wordpieces, "\(expected.text)")
    }
  }

  @Test func `takes any text, the same way each time`() throws {
    let tokeniser = try WordPieceTokeniser(Models.file("minilm"))
    var random = SeededRandom(seed: 22)
    let texts =
      HostileTexts.short + HostileTexts.megabytes + (0..<500).map { _ in HostileTexts.random(using: &random) }
    for text in texts {
      let pieces = tokeniser.pieces(of: text)
      #expect(pieces.first == 101 && pieces.last == 102)
      #expect(pieces.allSatisfy { $0 < tokeniser.pieceCount })
      if text.utf8.count < 100 { #expect(tokeniser.pieces(of: text) == pieces) }
    }
  }
}
