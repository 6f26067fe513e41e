import Matchmaking
import Reporting
import Testing

/// Reports that know what was shown before.
@Suite struct HistoryTests {
  private func report(
    _ network: Network, _ history: History = History(), weeks: Int = 0, budget: Budget = .standard
  ) throws -> Report {
    let monday = SmallNetwork.monday.adding(days: 7 * weeks)
    return try Report(
      MatchEngine(network, asOf: monday), week: Week(containing: monday), budget: budget, history: history)
  }

  private func shown(_ report: Report) -> [Opportunity] { report.sections.flatMap(\.opportunities) }

  private func history(_ reports: Report...) -> History {
    History(
      shown: Dictionary(
        reports.flatMap(shown).map { ($0.key, Content($0)) }, uniquingKeysWith: { $1 }))
  }

  @Test func `shows nothing twice that hasn't changed, and says what has`() throws {
    let network = try SmallNetwork.network()
    let first = try report(network)
    #expect(shown(first).allSatisfy { $0.novelty == .new } && shown(first).count > 5)
    let again = try report(network, history(first), weeks: 1)
    #expect(Set(shown(again).map(\.key)).isDisjoint(with: shown(first).map(\.key)))
    // What is kept back is counted still.
    #expect(again.sections[0].total == first.sections[0].total)
    var changed = SmallNetwork.listings
    changed[0].text = "un comptable bilingue, maintenant pour deux entreprises"
    let later = try report(network.with(listings: changed), history(first), weeks: 1)
    let item = try #require(shown(later).first { $0.quotes.contains { $0.id == "1" } })
    #expect(item.novelty == .changed([.words]))
    let words = PlainText.render(Page(later, in: .english)).split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("changed since it was last shown: other words"))
  }

  @Test func `stays the same page all week, with what was done marked and nothing in its place`() throws {
    let network = try SmallNetwork.network()
    let first = shown(try report(network))
    let thisWeek = first.map {
      History.Shown(key: $0.key, id: $0.id, title: $0.people[0].name, content: Content($0))
    }
    let again = try report(network, History(thisWeek: thisWeek))
    #expect(shown(again).map(\.key) == first.map(\.key) && again.sections.allSatisfy(\.settled.isEmpty))
    var listings = SmallNetwork.listings
    listings[0].state = .met
    listings[1].text = "I keep books in two languages"
    let later = try report(network.with(listings: listings), History(thisWeek: thisWeek))
    let settled = later.sections.flatMap(\.settled)
    #expect(settled.contains { $0.title == "Claire Bonnafous" && $0.isDone })
    #expect(Set(later.sections[0].opportunities.map(\.key)).isSubset(of: first.map(\.key)))
    let text = PlainText.render(Page(later, in: .french))
    #expect(text.contains("- Claire Bonnafous · fait cette semaine"))
    #expect(try HTML().render(Page(later)).contains("done this week"))
    #expect(Markdown.render(Page(later)).contains("- Claire Bonnafous · done this week"))
  }

  @Test func `says what has changed, each in its words`() throws {
    let network = try SmallNetwork.network()
    let first = try report(network)
    func note(_ language: Language, _ change: (inout Listing) -> Void) throws -> String? {
      var listings = SmallNetwork.listings
      change(&listings[0])
      let later = try report(network.with(listings: listings), history(first), weeks: 1)
      return Page(later, in: language).sections.flatMap(\.items).first { $0.note != nil }?.note
    }
    let day = try #require(Day("2026-12-24"))
    #expect(
      try note(.english) { $0.until = day } == "changed since it was last shown: until 24 December 2026 now")
    #expect(
      try note(.french) { $0.until = day }
        == "a changé depuis la dernière fois\u{A0}: désormais jusqu'au 24 décembre 2026")
    #expect(
      try note(.english) { $0.urgency = .low } == "changed since it was last shown: less urgent now")
    #expect(
      try note(.english) {
        $0.urgency = .low
        $0.text += " soon"
      } == "changed since it was last shown: other words, less urgent now")
  }

  @Test func `keeps back what was dismissed`() throws {
    let network = try SmallNetwork.network()
    let first = shown(try report(network))
    let dismissed = History(silenced: [first[0].key])
    #expect(shown(try report(network, dismissed)).map(\.key).contains(first[0].key) == false)
    #expect(shown(try report(network, dismissed)).map(\.key).contains(first[1].key))
  }

  @Test func `a met need goes, a thanks is proposed, and an answer is waited for`() throws {
    let day = SmallNetwork.monday
    var listings = SmallNetwork.listings
    listings[0].state = .met
    let subject = Introduction.Subject(need: "1", offer: "2")
    func network(_ introduction: Introduction, thanks: [Thanks] = []) throws -> Network {
      try Network(
        contacts: SmallNetwork.contacts, listings: listings, groups: SmallNetwork.groups,
        introductions: [introduction], thanks: thanks, host: "philippe-negre")
    }
    let helped = Introduction(
      "claire-bonnafous", "marc-delpech", state: .helped, day: day.adding(days: -2),
      since: day.adding(days: -9),
      subject: subject)
    let thanking = try report(network(helped))
    let thanks = try #require(shown(thanking).first { $0.kind == .thank })
    #expect(thanks.people.map(\.name) == ["Marc Delpech", "Claire Bonnafous"])
    #expect(thanks.commands.map(\.description) == ["linkup thank claire-bonnafous marc-delpech"])
    #expect(!shown(thanking).contains { $0.kind == .linkUp && $0.quotes.contains { $0.id == "1" } })
    let said = Thanks(from: "claire-bonnafous", to: "marc-delpech", day: day)
    #expect(!shown(try report(network(helped, thanks: [said]))).contains { $0.kind == .thank })
    let asked = Introduction(
      "claire-bonnafous", "marc-delpech", state: .askedFirst, day: day.adding(days: -6), subject: subject,
      asked: "claire-bonnafous")
    let waiting = try #require(shown(try report(network(asked))).first { $0.kind == .followUp })
    #expect(
      waiting.commands.map(\.description) == ["linkup answer claire-bonnafous marc-delpech yes"])
    let made = Introduction(
      "claire-bonnafous", "marc-delpech", state: .made, day: day.adding(days: -20),
      since: day.adding(days: -29),
      subject: subject)
    #expect(
      shown(try report(network(made))).contains { $0.kind == .followUp && $0.reason == .made(made.day) })
  }

  @Test func `says to check in once it is quieter than usual, with a reason`() throws {
    let day = SmallNetwork.monday
    func quiet(_ ago: [Int], budget: Budget = Budget(supply: 0, ask: 0)) throws -> Report {
      let network = try Network(
        contacts: SmallNetwork.contacts, listings: SmallNetwork.listings, groups: SmallNetwork.groups,
        interactions: ago.map {
          Interaction("philippe-negre", "o'brien", day: day.adding(days: -$0), kind: .call)
        }, host: "philippe-negre")
      return try report(network, budget: budget)
    }
    func checkIns(_ ago: [Int], budget: Budget = Budget(supply: 0, ask: 0)) throws -> [String] {
      shown(try quiet(ago, budget: budget)).filter { $0.kind == .checkIn }.map { $0.people[0].name }
    }
    #expect(try checkIns([10, 20, 30, 40]) == [])
    #expect(try checkIns([25, 35, 45, 55]) == ["Sean O'Brien"])
    let page = PlainText.render(Page(try quiet([25, 35, 45, 55]), in: .english))
    let words = page.split { $0.isWhitespace || $0 == "|" }.joined(separator: " ")
    #expect(words.contains("Are you still looking for “a room for our meetings, Tuesday evenings”?"))
    #expect(try checkIns([100]) == [])
    #expect(try checkIns([140]) == ["Sean O'Brien"])
    // Whom the page tells to help, or to ask, it doesn't tell to call too.
    #expect(try checkIns([140], budget: Budget(supply: 1, ask: 0)) == [])
    #expect(try checkIns([140], budget: Budget(supply: 0, ask: 1)) == [])
    // Of Garage Moreau nothing was ever heard: nothing is usual.
    #expect(try checkIns([]) == [])
  }

  @Test func `speaks French all through`() throws {
    let page = Page(try SmallNetwork.report(), in: .french)
    let text = PlainText.render(page)
    for words in [
      "linkup\u{A0}: semaine 2026-W48, du 23 au 29 novembre 2026", "À mettre en relation", "Un échange",
    ] {
      #expect(text.contains(words))
    }
    for english in [" needs ", " offers ", "score 0.", "introductions to make", "Both in"] {
      #expect(!text.contains(english))
    }
    try Snapshot.expect(text, is: "week.fr.txt")
    try Snapshot.expect(try HTML().render(page), is: "week.fr.html")
    try Snapshot.expect(try JSONText.render(Page(try SmallNetwork.report(), in: .english)), is: "week.json")
  }
}
