import Foundation
import Matchmaking
import Reporting
import TestSupport
import Testing

/// What a contact's digest may say, and what no contact ever learns from one.
@Suite struct DigestTests {
  private func digest(_ id: Contact.ID, _ network: Network) throws -> Report {
    let engine = try MatchEngine(network, asOf: SmallNetwork.monday)
    return try #require(
      Report(
        for: id, of: engine, week: SmallNetwork.week, budget: Budget(linkUp: 9, supply: 9, ask: 9, others: 9))
    )
  }

  /// A digest in every format.
  private func pages(_ report: Report) throws -> [String] {
    try [Language.english, .french].flatMap { language in
      let page = Page(report, in: language)
      return try [
        try HTML().render(page), Markdown.render(page), PlainText.render(page), JSONText.render(page),
        Reporting.Calendar.render(page, week: report.week),
        Mail.render(to: [], subject: page.title, text: PlainText.render(page), html: nil),
      ]
    }
  }

  /// The small network, with some listings made public.
  private func network(public ids: Set<Listing.ID> = [], _ introductions: [Introduction] = []) throws
    -> Network
  {
    try Network(
      contacts: SmallNetwork.contacts,
      listings: SmallNetwork.listings.map {
        var listing = $0
        if ids.contains(listing.id) { listing.visibility = .public }
        return listing
      }, groups: SmallNetwork.groups, interactions: SmallNetwork.interactions, introductions: introductions,
      host: "philippe-negre")
  }

  @Test func `shows the other side's words without a name, and the name where they are public`() throws {
    let text = PlainText.render(Page(try digest("claire-bonnafous", network()), in: .english))
    #expect(text.contains("Somebody offers what you need soon."))
    #expect(text.contains("Comptable bilingue français-anglais") && !text.contains("Marc"))
    let open = PlainText.render(Page(try digest("claire-bonnafous", network(public: ["2"])), in: .english))
    #expect(open.contains("Marc Delpech offers what you need soon."))
    let letter = try #require(try digest("claire-bonnafous", network()).sections[0].opportunities[0].letter)
    #expect(letter.to == ["philippe-negre"] && letter.body.contains("Comptable bilingue"))
    #expect(try digest("yuki", network()).sections.isEmpty, "who fits a private need alone learns nothing")
  }

  @Test func `puts nobody forward to more readers than he takes introductions`() throws {
    let readers = (0..<12).map { Contact(id: Contact.ID("r\($0)"), name: "Reader \($0)") }
    let network = try Network(
      contacts: readers + [Contact(id: "x", name: "Xavier", capacity: 4), Contact(id: "h", name: "Host")],
      listings: readers.map {
        Listing(
          id: Listing.ID("n\($0.id)"), contact: $0.id, kind: .need, text: "piano lessons for beginners")
      } + [Listing(id: "o", contact: "x", kind: .offer, text: "piano lessons for beginners")], host: "h")
    let engine = try MatchEngine(network, asOf: SmallNetwork.monday)
    func digests(_ histories: [Contact.ID: History] = [:]) -> [Contact.ID] {
      let round = DigestRound(engine, week: SmallNetwork.week, histories: histories)
      let drafts = readers.compactMap { round.draft(for: $0.id) }
      #expect(drafts.count { !$0.sections.isEmpty } == 12)
      return round.shared(drafts).filter { !$0.sections.isEmpty }.compactMap(\.host?.id)
    }
    let first = digests()
    #expect(first.count == 4)
    #expect(digests() == first)
    // Whoever's page of this week had it keeps it.
    let other = try #require(readers.map(\.id).first { !first.contains($0) })
    let opportunity = try #require(
      Report(for: other, of: engine, week: SmallNetwork.week)?.sections.first?.opportunities.first)
    let shown = History.Shown(
      key: opportunity.key, id: opportunity.id, title: "", content: Content(opportunity))
    let second = digests([other: History(thisWeek: [shown])])
    #expect(second.count == 4 && second.contains(other))
  }

  @Test func `tells whom one was asked about only after that one has agreed`() throws {
    func text(_ state: Introduction.State, asked: Contact.ID, reader: Contact.ID) throws -> String {
      let introduction = Introduction(
        "claire-bonnafous", "marc-delpech", state: state, day: SmallNetwork.monday,
        subject: Introduction.Subject(need: "1", offer: "2"), asked: asked)
      return PlainText.render(Page(try digest(reader, network([introduction])), in: .english))
    }
    let first = try text(.askedFirst, asked: "claire-bonnafous", reader: "claire-bonnafous")
    #expect(first.contains("You were asked on 23 November 2026") && !first.contains("Marc"))
    let second = try text(.askedBoth, asked: "claire-bonnafous", reader: "marc-delpech")
    #expect(second.contains("You were asked on 23 November 2026") && second.contains("Claire Bonnafous"))
    #expect(
      !(try text(.askedBoth, asked: "claire-bonnafous", reader: "claire-bonnafous")).contains(
        "You were asked"))
  }

  @Test func `no private word, note, interaction or other person's name reaches a digest`() throws {
    let network = try network()
    for reader in network.contacts where reader.id != network.host {
      for page in try pages(digest(reader.id, network)) {
        for secret in SmallNetwork.secrets { #expect(!page.contains(secret)) }
        for other in network.contacts where ![reader.id, "philippe-negre"].contains(other.id) {
          #expect(!page.contains(other.name) && !page.contains("\"\(other.id.rawValue)\""), "\(reader.id)")
        }
        for listing in network.listings where listing.visibility == .private {
          #expect(!page.contains(listing.text), "\(reader.id)")
        }
      }
    }
  }

  @Test func `what the host noted of somebody is not quoted to him`() throws {
    let network = try Network(
      contacts: [
        Contact(id: "a", name: "A", languages: ["fr"]), Contact(id: "b", name: "B"),
        Contact(id: "h", name: "H"),
      ],
      listings: [
        Listing(id: "n", contact: "a", kind: .need, text: "divorcer en secret", visibility: .private),
        Listing(id: "o", contact: "b", kind: .offer, text: "avocate, divorces"),
      ], host: "h")
    for (state, asked) in [(.askedFirst, "a"), (.askedFirst, "b"), (.askedBoth, "b"), (.askedBoth, "a")]
      as [(Introduction.State, Contact.ID)]
    {
      let introduction = Introduction(
        "a", "b", state: state, day: SmallNetwork.monday, subject: .init(need: "n", offer: "o"), asked: asked)
      let body = try #require(IntroductionDraft(for: introduction, in: network)).body
      #expect(!body.contains("secret"))
      // Who reads no words of the other is told all the same what it is about.
      if asked == "b", state == .askedFirst { #expect(body.contains("Somebody I know may need your help.")) }
    }
  }

  @Test(arguments: [
    ("Avocate en droit du travail, Cabinet Bonnafous", "Avocate en droit du travail"),
    ("Directrice du Cabinet Bonnafous", nil), ("demandez Élodie", nil), ("write to e.b@example.org", nil),
    ("see www.bonnafous.example", nil), ("mon site: bonnafous-avocats.fr", nil),
    ("appelez le 05 61 00 00 00", nil),
    ("contrats de travail, 2 heures par mois", "contrats de travail, 2 heures par mois"),
  ])
  func `words that name their owner are kept back until he has agreed`(text: String, shown: String?) throws {
    let network = try Network(
      contacts: [
        Contact(id: "b", name: "Élodie Bonnafous", organisation: "Cabinet Bonnafous", languages: ["fr"]),
        Contact(id: "s", name: "Sarah", languages: ["en"]), Contact(id: "h", name: "Host"),
      ],
      listings: [
        Listing(id: "n", contact: "s", kind: .need, text: text),
        Listing(id: "o", contact: "b", kind: .offer, text: text, basis: .implied, source: .headline),
      ], host: "h")
    let asking = Introduction(
      "b", "s", state: .askedFirst, day: SmallNetwork.monday, subject: .init(need: "n", offer: "o"),
      asked: "s")
    let draft = try #require(IntroductionDraft(for: asking, in: network)).body
    let theirs = draft.components(separatedBy: "Somebody I know offers: ")
    #expect(theirs.count == (shown == nil ? 1 : 2) && (shown.map { theirs[1].hasPrefix("“\($0)”") } ?? true))
    for page in try pages(digest("s", network)) {
      #expect(!page.contains("Somebody offers “\(text)”") || shown == text)
    }
  }

  @Test func `an attacker with listings for everything learns no name and no private word`() throws {
    var entries = 0
    for seed in UInt64(1)...40 {
      var random = SeededRandom(seed: seed)
      let plain = try RandomNetwork.make(contacts: 12, using: &random)
      // Every word of the network, needed and offered, and membership in every group.
      let words = plain.listings.map(\.text)
      let bait = words.enumerated().flatMap { number, text in
        [Listing.Kind.need, .offer].map { kind in
          Listing(id: Listing.ID("bait \(number) \(kind)"), contact: "eve", kind: kind, text: text)
        }
      }
      let named = plain.contacts.enumerated().map { number, contact in
        var contact = contact
        contact.name = "Surname\(number)x"
        contact.notes = "note\(number)x"
        return contact
      }
      let listings = plain.listings.map { listing in
        var listing = listing
        listing.visibility = Bool.random(using: &random) ? .private : .network
        if listing.visibility == .private { listing.text += " secret" }
        return listing
      }
      let network = try Network(
        contacts: named + [Contact(id: "eve", name: "Eve")], listings: listings + bait, ties: plain.ties,
        groups: plain.groups.map { Group(name: $0.name, members: $0.members + ["eve"]) }, host: plain.host)
      let report = try digest("eve", network)
      entries += report.sections.flatMap(\.opportunities).count
      for page in try pages(report) {
        #expect(!page.contains("secret"), "seed \(seed)")
        #expect(!page.contains("Group "), "seed \(seed)")
        for (number, contact) in named.enumerated() where contact.id != plain.host {
          #expect(!page.contains("Surname\(number)x") && !page.contains("note\(number)x"), "seed \(seed)")
        }
      }
    }
    #expect(entries > 100, "there is something that could leak")
  }
}
