import Matchmaking
import Testing

/// What notes, headlines and skills say, and what they only seem to say.
@Suite struct ImpliedListingTests {
  private static func read(_ note: String, on name: String = "") -> [String] {
    ImpliedListing.all(of: Contact(id: "x", name: name, notes: note)).map { "\($0.kind): \($0.text)" }
  }

  @Test(arguments: [
    ("Met in May. Looking for a bilingual accountant.", "need: a bilingual accountant"),
    ("A besoin d'un coup de main pour sa déclaration", "need: un coup de main pour sa déclaration"),
    ("Elle a besoin d’un local.", "need: un local"),
    ("Sa boîte recrute un comptable.", "need: un comptable"),
    ("Donne des cours de guitare le soir", "offer: cours de guitare le soir"),
    ("Elle peut aider à monter des meubles.", "offer: monter des meubles"),
    ("Runs a bakery in Muret", "offer: Runs a bakery in Muret"),
  ])
  func `reads a need or an offer in the note's own words`(note: String, listing: String) {
    #expect(Self.read(note) == [listing])
  }

  @Test(arguments: [
    "No longer looking for an office.", "Ne cherche plus de stagiaire", "Elle n'a pas besoin d'aide.",
    "N’a besoin de rien",
    "Doesn't need a designer.", "His sister is looking for a flat.", "Sa femme cherche un poste.",
    "Paul said that Tom needs a plumber.", "Connaît quelqu'un qui cherche un appartement.",
    "Is he looking for a flat?", "If he moves, he needs a van.",
    "Was looking for a partner last year, found one.",
    "A cherché un local en 2020.", "Il a proposé un verre.", "I'm looking for somebody like her.",
    "J'ai besoin d'un avis sur lui.", "Aide sa mère.", "Looking for a flat. Found one in May.", "",
    "Cherche peut-être un associé.", "Looking for", "cherche...", "needs it", "Runs late.",
  ])
  func `says nothing where a note does not`(note: String) {
    #expect(Self.read(note).isEmpty)
  }

  @Test func `knows the contact by name, and nobody else`() {
    #expect(Self.read("Jane needs a flatmate.", on: "Jane Fox") == ["need: a flatmate"])
    #expect(Self.read("Jane needs a flatmate.", on: "Tim Rowe").isEmpty)
  }

  @Test func `parts what one sentence needs and offers, and keeps the words as evidence`() {
    let note = "Traductrice, elle cherche des missions; propose aussi de la relecture."
    let found = ImpliedListing.all(of: Contact(id: "x", name: "", notes: note))
    #expect(found.map(\.text) == ["des missions", "de la relecture"])
    #expect(found.map(\.kind) == [.need, .offer] && found.allSatisfy { $0.source == .notes })
    #expect(found[0].evidence == "elle cherche des missions")
    for listing in found { #expect(note.contains(listing.evidence ?? "")) }
  }

  @Test(
    arguments: [
      ("Comptable chez Mots", ["offer: Comptable chez Mots, Mots"]),
      ("Plumber | Leaks", ["offer: Plumber | Leaks, Mots"]),
      ("Student", []), ("Étudiant en BTS", []), ("Retraitée", []), (" ", []), ("—", []),
      ("Looking for new opportunities", ["need: Looking for new opportunities"]),
      ("En recherche d'emploi", ["need: En recherche d'emploi"]), ("Demandeur d'emploi", []),
      ("Founder | Looking for investors", ["need: Looking for investors"]),
      ("Étudiante à la recherche d'une alternance", ["need: à la recherche d'une alternance"]),
      ("Auf der Suche nach neuen Herausforderungen", ["need: Auf der Suche nach neuen Herausforderungen"]),
      ("Helps founders, seeking investors", ["need: seeking investors"]),
    ] as [(String, [String])])
  func `reads a headline`(headline: String, listings: [String]) {
    let contact = Contact(id: "x", name: "", headline: headline, organisation: "Mots")
    #expect(ImpliedListing.all(of: contact).map { "\($0.kind): \($0.text)" } == listings)
  }

  @Test func `makes one offer of all skills`() {
    let found = ImpliedListing.all(of: Contact(id: "x", name: ""), skills: ["Excel ", "", "VBA"])
    #expect(found.map(\.text) == ["Excel, VBA"] && found[0].source == .skills)
  }

  @Test func `reads a long note in time that grows with its length`() {
    let note = String(repeating: "cherche un local, et propose du miel but ", count: 20_000)
    #expect(Self.read(note).count >= 1)
  }

  @Test(arguments: [
    ("Not looking for new opportunities", nil), ("N'est plus à la recherche d'un emploi", nil),
    ("Open to work", Listing.Kind.need), ("Recruiter: we are looking for Java developers", .need),
    ("Helps startups looking for funding", .offer), ("Directeur de recherche", .offer), ("Plumber", .offer),
  ])
  func `takes no headline for what it denies`(headline: String, kind: Listing.Kind?) {
    let contact = Contact(id: "a", name: "A", headline: headline)
    #expect(ImpliedListing.all(of: contact).map(\.kind) == (kind.map { [$0] } ?? []))
  }
}
