import Matchmaking
import Reporting
import Testing

/// Reports that know what was shown before.
@Suite struct HistoryTests {
  private func report(_ network: Network, _ history: History = History(), weeks: Int = 0) throws -> Report {
    let monday = SmallNetwork.monday.adding(days: 7 * weeks)
    return try Report(MatchEngine(network, asOf: monday), week: Week(containing: monday), history: history)
  }

  private func shown(_ report: Report) -> [Opportunity] { report.sections.flatMap(\.opportunities) }

  private func history(_ reports: Report...) -> History {
    History(
      shown: Dictionary(
        reports.flatMap(shown).map { ($0.key, $0.content) }, uniquingKeysWith: { $1 }))
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
    #expect(item.novelty == .changed)
    let words = PlainText.render(Page(later, in: .english)).split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("changed since it was last shown"))
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
    func checkIns(_ ago: [Int]) throws -> [String] {
      let network = try Network(
        contacts: SmallNetwork.contacts, listings: SmallNetwork.listings, groups: SmallNetwork.groups,
        interactions: ago.map {
          Interaction("philippe-negre", "o'brien", day: day.adding(days: -$0), kind: .call)
        }, host: "philippe-negre")
      return shown(try report(network)).filter { $0.kind == .checkIn }.map { $0.people[0].name }
    }
    #expect(try checkIns([10, 20, 30, 40]) == [])
    #expect(try checkIns([25, 35, 45, 55]) == ["Sean O'Brien"])
    #expect(try checkIns([100]) == [])
    #expect(try checkIns([140]) == ["Sean O'Brien"])
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
