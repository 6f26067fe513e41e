import Matchmaking
import Reporting
import Testing

@Suite struct BudgetTests {
  /// So many pairs who need and offer the same, and a host who offers what all of them need.
  private func report(pairs: Int, budget: Budget = .standard) throws -> Report {
    var contacts = [Contact(id: "me", name: "Me", capacity: 0)]
    var listings = [Listing(id: "offer", contact: "me", kind: .offer, text: "piano lessons for beginners")]
    for number in 0..<pairs {
      contacts += [Contact(id: .init("n\(number)"), name: "Needing \(number)", capacity: 1)]
      contacts += [Contact(id: .init("o\(number)"), name: "Offering \(number)", capacity: 1)]
      listings += [
        Listing(
          id: .init("n\(number)"), contact: .init("n\(number)"), kind: .need,
          text: "piano lessons for beginners"),
        Listing(
          id: .init("o\(number)"), contact: .init("o\(number)"), kind: .offer,
          text: "piano lessons for beginners"),
      ]
    }
    let network = try Network(contacts: contacts, listings: listings, host: "me")
    return try Report(
      MatchEngine(network, asOf: SmallNetwork.monday), week: SmallNetwork.week, budget: budget)
  }

  @Test
  func `five introductions, three of each other kind, and the rest counted with the command that shows them`()
    throws
  {
    let report = try report(pairs: 19)
    #expect(report.sections.prefix(3).map(\.opportunities.count) == [5, 3, 0])
    #expect(report.sections.prefix(3).map(\.total) == [19, 19, 0])
    for page in [Markdown.render(Page(report)), PlainText.render(Page(report))] {
      #expect(page.contains("and 14 more") && page.contains("and 16 more"))
    }
    #expect(PlainText.render(Page(report)).contains("… and 14 more: linkup match\n"))
    #expect(PlainText.render(Page(report)).contains("… and 16 more: linkup match me\n"))
  }

  @Test func `more than linkup match shows by itself need a limit`() throws {
    #expect(try report(pairs: 21).sections[1].command.description == "linkup match --limit 21 me")
  }

  @Test func `a budget of nothing still says how many there are`() throws {
    let page = PlainText.render(
      Page(try report(pairs: 3, budget: Budget(linkUp: 0, supply: 0, ask: 0, findOut: 0, others: 0))))
    #expect(page.contains("3 in all: linkup match\n"))
    #expect(!page.contains("Needing"))
  }

  /// A helper whom everybody wants, with the best match of all, and two others.
  private func popular(limit: Int) throws -> [[String]] {
    let words = "bilingual accountant"
    let needs = ["a": words, "b": words, "c": words, "d": "roof repair after the storm"]
    let network = try Network(
      contacts: (Array(needs.keys) + ["popular", "roofer"]).map { Contact(id: .init($0), name: $0) },
      listings: needs.map { Listing(id: .init($0.key), contact: .init($0.key), kind: .need, text: $0.value) }
        + [
          Listing(id: "p", contact: "popular", kind: .offer, text: words),
          Listing(id: "r", contact: "roofer", kind: .offer, text: "roof repair and chimneys, storm or not"),
        ])
    let report = try Report(
      MatchEngine(network, asOf: SmallNetwork.monday), week: SmallNetwork.week, budget: Budget(linkUp: limit))
    return report.sections[0].opportunities.map { $0.people.map(\.name) }
  }

  @Test func `spreads introductions over people`() throws {
    #expect(try popular(limit: 2) == [["a", "popular"], ["d", "roofer"]])
  }

  @Test func `asks those whom the page doesn't name already before those whom the host is to help`() throws {
    let network = try Network(
      contacts: ["me", "a", "b"].map { Contact(id: .init($0), name: $0) },
      listings: [
        Listing(id: "1", contact: "me", kind: .need, text: "a bilingual accountant for a small company"),
        Listing(id: "2", contact: "a", kind: .offer, text: "a bilingual accountant for a small company"),
        Listing(id: "3", contact: "b", kind: .offer, text: "bilingual accountant, small companies"),
        Listing(id: "4", contact: "me", kind: .offer, text: "piano lessons for beginners"),
        Listing(id: "5", contact: "a", kind: .need, text: "piano lessons for beginners"),
      ], host: "me")
    func asked(_ budget: Budget) throws -> [String] {
      let engine = try MatchEngine(network, asOf: SmallNetwork.monday)
      return Report(engine, week: SmallNetwork.week, budget: budget).sections[2].opportunities.map {
        $0.people[0].name
      }
    }
    #expect(try asked(Budget(supply: 0, ask: 1)) == ["a"])
    #expect(try asked(Budget(supply: 1, ask: 1)) == ["b"])
    #expect(try asked(Budget(supply: 1, ask: 2)) == ["a", "b"])
  }

  @Test func `names somebody twice rather than nobody, the best still first`() throws {
    #expect(
      try popular(limit: 4) == [["a", "popular"], ["b", "popular"], ["c", "popular"], ["d", "roofer"]])
  }
}
