import Retrieval
import TestSupport
import Testing

@Suite struct UnigramTokeniserTests {
  private static let invented: [(piece: String, score: Float)] = [
    ("<unk>", 0), ("<s>", 0), ("</s>", 0), ("▁", -2), ("a", -3), ("b", -3), ("▁a", -2.5), ("ab", -4),
    ("aba", -5.5),
    ("▁ab", -5), ("é", -4), ("éa", -6), ("bb", -7), ("日", -6), ("日本", -8), ("本a", -5), ("ba▁", -4),
    ("aaaa", -6.25),
  ]
  private static let unknown: Float = -20

  /// A tokeniser of the invented pieces; its normalisation changes nothing.
  private static func make(edit: (inout [Float]) -> Void = { _ in }) throws -> UnigramTokeniser {
    var scores = invented.map(\.score)
    edit(&scores)
    var model = InventedModel()
    model.add("pieces", strings: invented.map(\.piece))
    model.add("pieces.score", "f32", scores)
    model.add("pieces.unknown", "f32", [unknown])
    model.add("normalizer.trie", "u32", [UInt32](repeating: 0x8000_0000, count: 256))
    model.add("normalizer.text", "u8", [UInt8(0)])
    return try UnigramTokeniser(model.open())
  }

  /// Viterbi over every substring, in the order that the format prescribes.
  private static func plain(_ text: String) -> [UInt32] {
    let words = text.unicodeScalars.split(separator: " ")
    guard !words.isEmpty else { return [1, 0, 2] }
    let scalars = words.flatMap { ["▁"] + $0.map(String.init) }
    var best = [(score: Double, from: Int, piece: UInt32)](
      repeating: (-.infinity, 0, 0), count: scalars.count + 1)
    best[0].score = 0
    for start in 0..<scalars.count {
      for end in start + 1...scalars.count {
        let part = scalars[start..<end].joined()
        let found = invented.dropFirst(3).firstIndex { $0.piece == part }
        guard found != nil || end == start + 1 else { continue }
        let score = best[start].score + Double(found.map { invented[$0].score } ?? unknown)
        if score > best[end].score { best[end] = (score, start, UInt32(found ?? 0)) }
      }
    }
    var pieces: [UInt32] = [2]
    var place = scalars.count
    while place > 0 {
      pieces.append(best[place].piece)
      place = best[place].from
    }
    return (pieces + [1]).reversed()
  }

  @Test(arguments: [UInt64(1), 2, 3])
  func `finds the pieces that trying every substring finds`(seed: UInt64) throws {
    let tokeniser = try Self.make()
    var random = SeededRandom(seed: seed)
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in
        ["a", "a", "b", "b", " ", "é", "日", "本", "x", "▁"].randomElement(using: &random)!
      }.joined()
      #expect(tokeniser.pieces(of: text) == Self.plain(text), "seed \(seed), \(text)")
    }
  }

  @Test func `finds pieces of any length`() throws {
    var random = SeededRandom(seed: 9)
    let long = (0..<5).map { _ in
      "▁"
        + String(decoding: (0..<3000).map { _ in UInt8.random(in: 97...122, using: &random) }, as: UTF8.self)
    }
    var model = InventedModel()
    model.add("pieces", strings: ["<unk>", "<s>", "</s>"] + long)
    model.add("pieces.score", "f32", [0, 0, 0, -1, -2, -3, -4, -5] as [Float])
    model.add("pieces.unknown", "f32", [Self.unknown])
    model.add("normalizer.trie", "u32", [UInt32](repeating: 0x8000_0000, count: 256))
    model.add("normalizer.text", "u8", [UInt8(0)])
    let tokeniser = try UnigramTokeniser(model.open())
    let text = long.reversed().map { $0.dropFirst() }.joined(separator: " ")
    #expect(tokeniser.pieces(of: text) == [1, 7, 6, 5, 4, 3, 2])
    #expect(tokeniser.pieces(of: String(text.dropLast())).count == 2 + 4 + 3000)
  }

  @Test func `refuses scores that are no numbers`() {
    for wrong in [Float.nan, .infinity, -.infinity] {
      #expect(throws: ModelError.self) { try Self.make { $0[7] = wrong } }
    }
  }

  @Test func `refuses a model without its tensors`() {
    #expect(throws: ModelError.self) { try UnigramTokeniser(InventedModel().open()) }
  }

  @Test func `gives the reference's pieces`() throws {
    let tokeniser = try UnigramTokeniser(Models.file("use"))
    for expected in try Models.expected() {
      #expect(tokeniser.pieces(of: expected.text) == expected.unigrams, "\(expected.text)")
    }
  }

  @Test func `takes any text, the same way each time`() throws {
    let tokeniser = try UnigramTokeniser(Models.file("use"))
    var random = SeededRandom(seed: 21)
    let texts =
      HostileTexts.short + HostileTexts.megabytes + (0..<500).map { _ in HostileTexts.random(using: &random) }
    for text in texts {
      let pieces = tokeniser.pieces(of: text)
      #expect(pieces.count > 2 && pieces.first == 1 && pieces.last == 2)
      #expect(pieces.allSatisfy { $0 < tokeniser.pieceCount })
      if text.utf8.count < 100 { #expect(tokeniser.pieces(of: text) == pieces) }
    }
    #expect(tokeniser.pieces(of: " \u{3000}\u{200B}") == [1, 0, 2])
  }

  @Test func `survives a normaliser made of noise`() throws {
    var random = SeededRandom(seed: 5)
    for _ in 0..<50 {
      var model = InventedModel()
      model.add("pieces", strings: Self.invented.map(\.piece))
      model.add("pieces.score", "f32", Self.invented.map(\.score))
      model.add("pieces.unknown", "f32", [Self.unknown])
      let sparse = (0..<512).map { _ in UInt32.random(in: 0...UInt32.max, using: &random) & 0x8003_FFFF }
      model.add("normalizer.trie", "u32", sparse)
      model.add(
        "normalizer.text", "u8", (0..<99).map { _ in UInt8.random(in: 0...255, using: &random) } + [0])
      let tokeniser = try UnigramTokeniser(model.open())
      for text in HostileTexts.short {
        #expect(tokeniser.pieces(of: text).allSatisfy { $0 < tokeniser.pieceCount })
      }
    }
  }
}
