import Matchmaking
import Reporting
import TestSupport
import Testing

@Suite struct PageTests {
  @Test func `a week with a host reads as it did when last looked at`() throws {
    let report = try SmallNetwork.report()
    try Snapshot.expect(Markdown.render(Page(report)), is: "week.md")
    try Snapshot.expect(PlainText.render(Page(report)), is: "week.txt")
  }

  @Test(arguments: [
    ("2026-W48", "23–29 November 2026"), ("2026-W49", "30 November – 6 December 2026"),
    ("2026-W53", "28 December 2026 – 3 January 2027"),
  ])
  func `the heading says what the ends of the week have in common once`(week: String, days: String) throws {
    let report = try Report(
      MatchEngine(.empty, asOf: SmallNetwork.monday), week: #require(Week(week)))
    #expect(PlainText.render(Page(report)).hasPrefix("linkup: week \(week), \(days)\n==="))
    #expect(Markdown.render(Page(report)).hasPrefix("# linkup: week \(week), \(days)\n\n"))
  }

  @Test func `a network without host has introductions alone and says how to name one`() throws {
    let report = try SmallNetwork.report(host: nil)
    #expect(report.host == nil)
    #expect(report.sections[0].kind == .linkUp)
    #expect(!report.sections.contains { [.supply, .ask, .checkIn, .findOut].contains($0.kind) })
    #expect(report.advice?.command.description == "linkup add --host NAME")
    try Snapshot.expect(Markdown.render(Page(report)), is: "no-host.md")
    try Snapshot.expect(PlainText.render(Page(report)), is: "no-host.txt")
  }

  @Test func `an empty network says that it is a quiet week and what would help`() throws {
    let host = Contact(id: "me", name: "Me")
    let report = try Report(
      MatchEngine(Network(contacts: [host], host: host.id), asOf: SmallNetwork.monday),
      week: SmallNetwork.week)
    #expect(report.sections.map(\.total) == [0, 0, 0])
    #expect(
      report.sections.map { $0.advice?.command.description }
        == ["linkup need WHO TEXT", "linkup offer me TEXT", "linkup need me TEXT"])
    try Snapshot.expect(Markdown.render(Page(report)), is: "nothing.md")
    try Snapshot.expect(PlainText.render(Page(report)), is: "nothing.txt")
  }

  @Test func `names all three of a ring, in whose order each needs what the next has`() throws {
    let texts = ["piano lessons", "bicycle repair", "proofreading in English"]
    let network = try Network(
      contacts: ["Anne", "Bruno", "Claire"].map {
        Contact(id: Contact.ID($0.lowercased()), name: $0, capacity: 1)
      },
      listings: ["anne", "bruno", "claire"].enumerated().flatMap { place, id in
        [
          Listing(
            id: Listing.ID("n\(place)"), contact: Contact.ID(id), kind: .need, text: texts[place],
            urgency: place == 1 ? .high : .normal),
          Listing(
            id: Listing.ID("o\(place)"), contact: Contact.ID(id), kind: .offer, text: texts[(place + 2) % 3]),
        ]
      })
    let report = try Report(MatchEngine(network, asOf: SmallNetwork.monday), week: SmallNetwork.week)
    #expect(report.sections[0].total == 1)
    let ring = try #require(report.sections[0].opportunities.first)
    #expect(ring.people.map(\.name) == ["Anne", "Bruno", "Claire"])
    #expect(ring.quotes.map(\.text) == texts.flatMap { [$0, $0] })
    #expect(
      ring.commands.map(\.description)
        == [
          "linkup introduce anne bruno", "linkup introduce bruno claire", "linkup introduce claire anne",
          "linkup why anne bruno", "linkup why bruno claire", "linkup why claire anne",
        ])
    let letter = try #require(ring.letter)
    #expect(letter.to == ["anne"] && letter.body.contains("You need: “piano lessons”."))
    #expect(!letter.body.contains("Bruno"))
    let page = PlainText.render(Page(report)).split { $0.isWhitespace }.joined(separator: " ")
    #expect(
      page.contains(
        "1. Anne, Bruno and Claire A ring: each needs what the next has, so introduce all three together, "
          + "and soon."))
  }

  @Test func `asks around for what nobody meets, without a name and only with words that may be said`() throws
  {
    func letter(_ text: String, _ visibility: Listing.Visibility = .network, of id: Contact.ID = "a") throws
      -> Letter?
    {
      let network = try Network(
        contacts: [
          Contact(id: "a", name: "Anne Poulain"), Contact(id: "me", name: "Me", languages: ["fr"]),
        ],
        listings: [Listing(id: "1", contact: id, kind: .need, text: text, visibility: visibility)], host: "me"
      )
      let report = try Report(MatchEngine(network, asOf: SmallNetwork.monday), week: SmallNetwork.week)
      return report.sections.first { $0.kind == .unmet }?.opportunities.first?.letter
    }
    let around = try #require(try letter("a cello to borrow"))
    #expect(around.to.isEmpty && around.emails.isEmpty && around.phone == nil)
    #expect(around.body.contains("Quelqu'un que je connais cherche «\u{A0}a cello to borrow\u{A0}»."))
    #expect(try letter("a cello to borrow", of: "me")?.body.contains("Je cherche «\u{A0}a cello") == true)
    #expect(try letter("a cello to borrow", .private) == nil)
    #expect(try letter("a cello, ask Anne Poulain") == nil)
  }

  @Test func `the index says how much is in each digest and no more, in the host's words`() throws {
    let engine = try MatchEngine(SmallNetwork.network(), asOf: SmallNetwork.monday)
    let digest = try #require(Report(for: "claire-bonnafous", of: engine, week: SmallNetwork.week))
    let page = DigestIndex().render(
      [(file: "claire.html", report: digest)], week: SmallNetwork.week, in: .french)
    #expect(
      page.contains(
        #"<li><a href="claire.html">Claire Bonnafous</a> <span class="facts">1 personne à solliciter</span></li>"#
      ))
    #expect(!page.contains("répondez") && page.contains("prefers-color-scheme:dark"))
  }

  @Test func `the network's picture names groups on two lines and puts those without one last`() throws {
    let picture = try #require(
      Pictures(try SmallNetwork.report(), of: try SmallNetwork.network(), in: .english).network)
    let words = picture.narrow.matches(of: /<text[^>]*>([^<]*)<\/text>/).map { String($0.1) }
    #expect(words.contains("Rotary Toulouse") && words.contains("Capitole"))
    let circles = words.filter { Int($0) == nil }
    #expect(circles.last == "others")
  }

  @Test func `says nothing is good enough where needs and offers are known but don't fit`() throws {
    let network = try Network(
      contacts: [Contact(id: "a", name: "A"), Contact(id: "b", name: "B"), Contact(id: "me", name: "Me")],
      listings: [
        Listing(id: "1", contact: "a", kind: .need, text: "piano"),
        Listing(id: "2", contact: "b", kind: .offer, text: "bicycle"),
        Listing(id: "3", contact: "me", kind: .need, text: "lawyer"),
        Listing(id: "4", contact: "me", kind: .offer, text: "honey"),
      ], host: "me")
    let report = try Report(MatchEngine(network, asOf: SmallNetwork.monday), week: SmallNetwork.week)
    #expect(
      report.sections.prefix(3).map { $0.advice?.finding } == [.noFit, .nobodyNeedsOwn, .nobodyOffersOwn])
  }

  @Test(arguments: ["", "philippe-negre"])
  func `the order of the input changes no byte`(host: String) throws {
    let expected = try SmallNetwork.report(host: host.isEmpty ? nil : Contact.ID(host))
    var random = SeededRandom(seed: 11)
    for round in 0..<10 {
      let network = try Network(
        contacts: SmallNetwork.contacts.shuffled(using: &random),
        listings: SmallNetwork.listings.shuffled(using: &random),
        groups: SmallNetwork.groups.shuffled(using: &random).map {
          Group(name: $0.name, members: $0.members.shuffled(using: &random))
        }, host: expected.host?.id)
      let report = try Report(
        MatchEngine(network, asOf: SmallNetwork.monday), week: SmallNetwork.week, threads: 1 + round % 3)
      #expect(report == expected, "round \(round)")
      #expect(Markdown.render(Page(report)) == Markdown.render(Page(expected)), "round \(round)")
      #expect(PlainText.render(Page(report)) == PlainText.render(Page(expected)), "round \(round)")
    }
  }

  @Test func `random networks keep to the budget and to 78 columns`() throws {
    for seed in UInt64(0)..<20 {
      var random = SeededRandom(seed: seed)
      let network = try RandomNetwork.make(contacts: Int.random(in: 1...60, using: &random), using: &random)
      let report = try Report(
        MatchEngine(network, asOf: SmallNetwork.monday), week: SmallNetwork.week,
        budget: Budget(linkUp: 3, supply: 2, ask: 1, others: 2))
      for section in report.sections {
        let limits: [Opportunity.Kind: Int] = [.linkUp: 3, .supply: 2, .ask: 1]
        #expect(section.opportunities.count == min(limits[section.kind] ?? 2, section.total), "seed \(seed)")
        if limits[section.kind] != nil {
          #expect((section.advice == nil) == (section.total > 0), "seed \(seed)")
        }
        let scores = section.opportunities.compactMap(\.score)
        #expect(scores == scores.sorted(by: >), "seed \(seed)")
      }
      for line in PlainText.render(Page(report)).split(separator: "\n") where !line.contains("linkup") {
        #expect(line.columns <= 78, "seed \(seed): \(line)")
      }
    }
  }

  @Test func `notes never appear, and what is private is marked`() throws {
    for host in [nil, Contact.ID("philippe-negre")] {
      let report = try SmallNetwork.report(host: host)
      for page in [Markdown.render(Page(report)), PlainText.render(Page(report))] {
        for secret in SmallNetwork.secrets { #expect(!page.contains(secret)) }
        let words = page.split { $0.isWhitespace }.joined(separator: " ")
        #expect(words.contains("illustratrice pour mon livre pour enfants” (private)"))
        #expect(words.contains("help to set up a newsletter” (private)"))
      }
    }
  }
}
