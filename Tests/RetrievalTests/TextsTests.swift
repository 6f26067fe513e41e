import Retrieval
import TestSupport
import Testing

@Suite struct TextsTests {
  @Test(arguments: [UInt64(1), 2, 3])
  func `orders texts as sorting their bytes would`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for most in [2000] + [Int](repeating: 5, count: 300) { Self.check(most: most, seed, &random) }
  }

  private static func check(most: Int, _ seed: UInt64, _ random: inout SeededRandom) {
    // Few letters, so that many begin alike or are the same; a zero, which comes before every end.
    let texts = (0..<Int.random(in: 0...most, using: &random)).map { _ in
      String(
        decoding: (0..<Int.random(in: 0...12, using: &random)).map { _ in
          [UInt8(0), 97, 98, 122].randomElement(using: &random)!
        }, as: UTF8.self)
    }
    let expected = texts.indices.sorted { one, other in
      let (mine, theirs) = (Array(texts[one].utf8), Array(texts[other].utf8))
      return mine == theirs ? one < other : mine.lexicographicallyPrecedes(theirs)
    }
    let order = Texts(texts).rising()
    #expect(order.map(Int.init) == expected, "seed \(seed)")
    var seen: Set<String> = []
    #expect(
      Texts(texts).repeated(in: order).map(Int.init)
        == texts.indices.filter { !seen.insert(texts[$0]).inserted },
      "seed \(seed)")
    #expect(Texts(texts)[order].strings == expected.map { texts[$0] })
  }
}
