import Matchmaking
import Testing

/// The introduction's life: no state is skipped, and nobody answers for another.
@Suite struct IntroductionTests {
  private let day = Day("2026-11-23")!

  @Test func `goes from asking one to asking both, being made, and an outcome`() throws {
    let proposed = Introduction("bruno", "anne", day: day)
    #expect(proposed.first == "anne" && proposed.awaited == nil)
    let asked = try proposed.asking("bruno", on: day)
    #expect(asked.state == .askedFirst && asked.awaited == "bruno")
    #expect(throws: IntroductionError.notAwaited("anne", awaited: "bruno")) {
      try asked.answered(by: "anne", yes: true, on: day)
    }
    let both = try asked.answered(by: "bruno", yes: true, on: day.adding(days: 1))
    #expect(both.state == .askedBoth && both.awaited == "anne")
    let made = try both.answered(by: "anne", yes: true, on: day.adding(days: 2))
    #expect(made.state == .made && made.awaited == nil && made.since == day)
    let helped = try made.ended(.met, on: day.adding(days: 9)).ended(
      .helped, because: "cake", on: day.adding(days: 10))
    #expect(helped.state == .helped && helped.reason == "cake" && helped.day == day.adding(days: 10))
  }

  @Test func `may be declined by either as long as it is open, and never after`() throws {
    for state in Introduction.State.allCases {
      let introduction = Introduction(
        "a", "b", state: state, day: day, asked: "a", declinedBy: state == .declined ? "a" : nil)
      for contact: Contact.ID in ["a", "b"] {
        let declined = try? introduction.answered(by: contact, yes: false, because: "no", on: day)
        #expect((declined != nil) == [.proposed, .askedFirst, .askedBoth].contains(state))
        #expect(declined.map { $0.declinedBy == contact && $0.reason == "no" } ?? true)
      }
      #expect(throws: IntroductionError.stranger("c")) {
        try introduction.answered(by: "c", yes: false, on: day)
      }
    }
  }

  @Test func `never skips a state, and never goes back`() throws {
    let order: [Introduction.State] = [.proposed, .askedFirst, .askedBoth, .made, .met]
    for (place, state) in order.enumerated() {
      #expect(!state.next.contains { order[...place].contains($0) })
      for skipped in order.dropFirst(place + 2) where (state, skipped) != (.made, .met) {
        #expect(!state.next.contains(skipped))
        #expect(throws: IntroductionError.self) {
          try Introduction("a", "b", state: state, day: day, asked: "a").ended(skipped, on: day)
        }
      }
    }
    let asked = Introduction("a", "b", state: .askedFirst, day: day, asked: "a")
    #expect(throws: IntroductionError.backwards(from: day, to: day.adding(days: -1))) {
      try asked.answered(by: "a", yes: true, on: day.adding(days: -1))
    }
  }

  @Test func `lapses when nothing was heard for longer than allowed`() {
    let asked = Introduction("a", "b", state: .askedFirst, day: day, asked: "a")
    #expect(asked.state(asOf: day.adding(days: 30), lapsingAfter: 30) == .askedFirst)
    #expect(asked.state(asOf: day.adding(days: 31), lapsingAfter: 30) == .lapsed)
    let made = Introduction("a", "b", state: .made, day: day)
    #expect(made.state(asOf: day.adding(days: 999), lapsingAfter: 30) == .made)
  }

  @Test func `a need whose introductions were declined counts less, and why says so`() throws {
    let listings = [
      Listing(id: "n", contact: "anne", kind: .need, text: "bookkeeping for my shop"),
      Listing(id: "o", contact: "bruno", kind: .offer, text: "bookkeeping for small shops"),
      Listing(id: "p", contact: "claire", kind: .offer, text: "bookkeeping for any shop"),
    ]
    func score(_ introductions: [Introduction]) throws -> (score: Double, text: String) {
      let network = try Network(
        contacts: ["anne", "bruno", "claire"].map { Contact(id: $0, name: $0.rawValue) }, listings: listings,
        introductions: introductions)
      let engine = try MatchEngine(network, asOf: day)
      let candidate = try #require(engine.assessment(of: "anne", and: "bruno")?.candidate)
      return (candidate.score, candidate.explanation.description)
    }
    func introduction(_ state: Introduction.State) -> Introduction {
      Introduction(
        "anne", "claire", state: state, day: day.adding(days: -20),
        subject: Introduction.Subject(need: "n", offer: "p"), declinedBy: state == .declined ? "anne" : nil,
        reason: "too far")
    }
    let plain = try score([])
    let declined = try score([introduction(.declined)])
    #expect(abs(declined.score / plain.score - 4.0 / 5) < 1e-9)
    #expect(declined.text.contains("0 helped, 1 didn't (too far)"))
    // What helped is no reason for less, and an open introduction teaches nothing yet.
    for state in [Introduction.State.helped, .askedFirst, .made, .lapsed] {
      #expect(try score([introduction(state)]).score == plain.score)
    }
  }
}
