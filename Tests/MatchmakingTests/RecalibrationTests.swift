import Matchmaking
import TestSupport
import Testing

/// Learning from outcomes.
@Suite struct RecalibrationTests {
  /// Outcomes of introductions that are right as often as the function says.
  private func outcomes(_ count: Int, seed: UInt64, chance: (Double) -> Double) -> [Recalibration.Outcome] {
    var random = SeededRandom(seed: seed)
    return (0..<count).map { _ in
      let relevance = Double.random(in: 0.05...0.95, using: &random)
      return Recalibration.Outcome(
        relevance: relevance, isRight: Double.random(in: 0...1, using: &random) < chance(relevance))
    }
  }

  @Test func `needs forty outcomes, ten of each kind`() {
    let right = Recalibration.Outcome(relevance: 0.9, isRight: true)
    let wrong = Recalibration.Outcome(relevance: 0.2, isRight: false)
    func fit(_ count: Int, _ other: Int) -> Recalibration? {
      Recalibration(fitting: Array(repeating: right, count: count) + Array(repeating: wrong, count: other))
    }
    #expect(fit(29, 10) == nil && fit(31, 9) == nil && fit(9, 31) == nil)
    #expect(fit(30, 10) != nil)
  }

  @Test func `foretells outcomes better than a relevance that promises too much`() throws {
    let outcomes = outcomes(2000, seed: 7) { $0 * $0 }
    let fit = try #require(Recalibration(fitting: outcomes))
    let before = Recalibration.none.quality(for: outcomes)
    let after = Recalibration.crossValidated(on: outcomes)
    #expect(after.brier < before.brier && after.calibrationError < 0.5 * before.calibrationError)
    #expect(fit.shift < 0)
  }

  @Test func `moves little where relevance is right`() throws {
    let fit = try #require(Recalibration(fitting: outcomes(2000, seed: 8) { $0 }))
    #expect(abs(fit.slope - 1) < 0.15 && abs(fit.shift) < 0.15)
  }

  @Test func `never makes speak what was silent, keeps the order, and can be undone`() {
    var random = SeededRandom(seed: 9)
    for _ in 0..<500 {
      var settings = Settings.standard
      settings.recalibration = Recalibration(
        slope: Double.random(in: 0.05...3, using: &random), shift: Double.random(in: -3...3, using: &random))
      let relevances = (0..<50).map { _ in Double.random(in: 0.002...0.998, using: &random) }.sorted()
      let moved = relevances.map(settings.recalibrated)
      for (before, after) in zip(relevances, moved) {
        if before < settings.minimumRelevance { #expect(after <= before) }
        // Odds of what is nearly certain are cut off.
        if 0.001...0.999 ~= after { #expect(abs(settings.uncalibrated(after) - before) < 1e-9) }
      }
      #expect(moved == moved.sorted())
    }
  }

  @Test func `an engine's relevance moves with it, and so does what is suggested`() throws {
    let network = try Network(
      contacts: ["anne", "bruno"].map { Contact(id: $0, name: $0.rawValue) },
      listings: [
        Listing(id: "n", contact: "anne", kind: .need, text: "bookkeeping for my shop"),
        Listing(id: "o", contact: "bruno", kind: .offer, text: "bookkeeping for small shops"),
      ])
    func relevance(_ shift: Double) throws -> Double? {
      var settings = Settings.standard
      settings.recalibration.shift = shift
      let engine = try MatchEngine(network, asOf: Day("2026-11-23")!, settings: settings)
      return engine.matching().candidates.first?.matches.first?.relevance
    }
    let plain = try #require(try relevance(0))
    let more = try #require(try relevance(1))
    #expect(more > plain)
    #expect(try relevance(-9) == nil)
  }
}
