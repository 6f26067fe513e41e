import Retrieval
import TestSupport
import Testing

@Suite struct SpellingTests {
  private static let pool = [
    "certified plumber, leaks fixed the same day", "piano lessons for beginners",
    "bookkeeping for small firms",
    "traiteur pour mariages et anniversaires", "cours de guitare pour débutants", "traiteur de fêtes",
    "cours de guitare le soir",
  ]

  private func repairs(_ text: String, isInPool: Bool = false) throws -> [String] {
    try Spelling(encoder: Models.encoder(), pool: Self.pool).repair(text, isInPool: isInPool).repairs
      .map { "\($0.written) → \($0.read)" }
  }

  @Test(arguments: [
    ("I need a plumbr", ["plumbr → plumber"]), ("a certifeid plumber", ["certifeid → certified"]),
    ("boookkeeping", ["boookkeeping → bookkeeping"]), ("cours de guittare", ["guittare → guitare"]),
    ("looking for a babysiter", ["babysiter → babysitter"]),
  ])
  func `repairs a letter missing, added, changed or swapped`(text: String, expected: [String]) throws {
    #expect(try repairs(text) == expected)
  }

  @Test(arguments: [
    "a plumber for the kitchen", "help from Mr Plumbr", "un plombier pour la salle de bains", "xyzzyqwv",
    "B2B, 4x4",
    "PHP", "", "   ", "🙂", "السباكة", "landline and teapots", "Nous cherchons une nounou",
  ])
  func `leaves alone what is right, a name, short, foreign or beyond repair`(text: String) throws {
    #expect(try repairs(text).isEmpty)
  }

  @Test func `keeps all of a text but the repaired words`() throws {
    let spelling = try Spelling(encoder: Models.encoder(), pool: Self.pool)
    #expect(
      spelling.repair("  Need: a (certifeid) plumbr…\n", isInPool: false).text
        == "  Need: a (certified) plumber…\n")
  }

  @Test func `one text's own slip doesn't prove it right`() throws {
    let pool = Self.pool + ["cours de guittare"]
    let spelling = try Spelling(encoder: Models.encoder(), pool: pool)
    #expect(spelling.repair("cours de guittare", isInPool: true).repairs.map(\.read) == ["guitare"])
  }

  @Test func `counts edits as a slow exact count does`() {
    var random = SeededRandom(seed: 12)
    func word() -> [UInt32] {
      (0..<Int.random(in: 0...6, using: &random)).map { _ in UInt32.random(in: 97...99, using: &random) }
    }
    for _ in 0..<3000 {
      let (one, other) = (word(), word())
      let exact = Self.distance(one[...], other[...])
      for most in 0...2 {
        #expect(
          Spelling.edits(one, other, atMost: most) == (exact <= most ? exact : nil), "\(one) \(other) \(most)"
        )
      }
    }
  }

  /// Optimal string alignment by its definition.
  private static func distance(_ one: ArraySlice<UInt32>, _ other: ArraySlice<UInt32>) -> Int {
    guard let last = one.last, let end = other.last else { return max(one.count, other.count) }
    var best = min(
      distance(one.dropLast(), other) + 1, distance(one, other.dropLast()) + 1,
      distance(one.dropLast(), other.dropLast()) + (last == end ? 0 : 1))
    if one.count > 1, other.count > 1, last == other.dropLast().last, end == one.dropLast().last {
      best = min(best, distance(one.dropLast(2), other.dropLast(2)) + 1)
    }
    return best
  }

  @Test func `takes very long words and texts in its stride`() throws {
    let spelling = try Spelling(encoder: Models.encoder(), pool: [String(repeating: "a", count: 100_000)])
    let long = String(repeating: "ab", count: 200_000)
    #expect(spelling.repair(long, isInPool: false).text == long)
  }
}
