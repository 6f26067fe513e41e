import Retrieval
import TestSupport
import Testing

@Suite struct SentencesTests {
  /// Counts characters, and two more for begin and end.
  private static func parts(_ text: String, limit: Int) -> [String] {
    Sentences.parts(of: text, limit: limit) { $0.unicodeScalars.count + 2 }
  }

  @Test func `leaves a text alone that is short enough`() {
    #expect(Self.parts("One. Two.", limit: 11) == ["One. Two."])
    #expect(Self.parts("", limit: 2) == [""])
  }

  @Test func `cuts between sentences, else between words, else anywhere`() {
    #expect(
      Self.parts("I teach piano. And you? \"Yes!\" Then come.", limit: 26)
        == ["I teach piano. And you? ", "\"Yes!\" Then come."])
    #expect(Self.parts("version 1.5 of the programme", limit: 17) == ["version 1.5 of ", "the programme"])
    #expect(Self.parts("水道修理。犬の散歩。", limit: 8) == ["水道修理。", "犬の散歩。"])
    #expect(Self.parts("one line\nanother", limit: 12) == ["one line\n", "another"])
    #expect(Self.parts("aaaaaaaa", limit: 6) == ["aaaa", "aaaa"])
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `loses nothing and keeps to the limit`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        Bool.random(using: &random)
          ? HostileTexts.random(using: &random) : RandomText.make(using: &random) + ". "
      }.joined()
      let limit = Int.random(in: 3...60, using: &random)
      let parts = Self.parts(text, limit: limit)
      #expect(parts.joined().utf8.elementsEqual(text.utf8), "seed \(seed)")
      #expect(parts.allSatisfy { $0.unicodeScalars.count + 2 <= limit }, "seed \(seed)")
    }
  }

  @Test func `gives up at single scalars`() {
    #expect(Sentences.parts(of: "aé日", limit: 0) { _ in 1 } == ["a", "é", "日"])
  }

  @Test(.enabled(if: Models.areThere), arguments: HostileTexts.megabytes)
  func `cuts a megabyte into parts that the encoder takes`(text: String) throws {
    let tokeniser = try WordPieceTokeniser(Models.file("minilm"))
    let parts = Sentences.parts(of: text, limit: 256) { tokeniser.pieces(of: $0).count }
    #expect(parts.allSatisfy { tokeniser.pieces(of: $0).count <= 256 })
    #expect(parts.joined().utf8.elementsEqual(text.utf8))
  }
}
