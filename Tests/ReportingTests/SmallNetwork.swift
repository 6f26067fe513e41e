import Matchmaking
import Reporting

/// A host, his circle, and what they need and offer.
enum SmallNetwork {
  static let monday = Day("2026-11-23")!
  static let week = Week(containing: monday)

  /// Words that only the host may read, and nobody on a page.
  static let secrets = ["owes me 200 euros", "cried on the phone"]

  private static func place(_ town: String) -> Place {
    Place(locality: town, region: "Occitanie", country: "FR")
  }

  static let contacts = [
    Contact(
      id: "philippe-negre", name: "Philippe Nègre", place: place("Toulouse"),
      notes: "the host \(secrets[0])"),
    Contact(
      id: "claire-bonnafous", name: "Claire Bonnafous", place: place("Toulouse"),
      notes: "Claire \(secrets[0])"),
    Contact(id: "marc-delpech", name: "Marc Delpech", place: place("Toulouse"), notes: secrets[1]),
    Contact(id: "odile-roques", name: "Odile Roques", place: place("Albi")),
    Contact(id: "tom-ashworth", name: "Tom Ashworth", place: place("Muret")),
    Contact(id: "ines-da-silva", name: "Inês da Silva", place: place("Toulouse")),
    Contact(id: "o'brien", name: "Sean O'Brien"),
    Contact(id: "yuki", name: "田中 由紀", headline: "Illustratrice"),
    Contact(id: "garage-moreau", name: "Garage Moreau"),
  ]

  static let listings = [
    Listing(
      id: "1", contact: "claire-bonnafous", kind: .need,
      text: "un comptable bilingue pour ma petite entreprise",
      urgency: .high, since: Day("2026-11-20")),
    Listing(
      id: "2", contact: "marc-delpech", kind: .offer,
      text: "Comptable bilingue français-anglais, je prends encore deux petites entreprises"),
    Listing(
      id: "3", contact: "odile-roques", kind: .need, text: "someone to proofread my English website"),
    Listing(
      id: "4", contact: "tom-ashworth", kind: .offer,
      text: "I can proofread your English website or brochure",
      terms: .exchange),
    Listing(
      id: "5", contact: "tom-ashworth", kind: .need, text: "French conversation lessons, once a week",
      until: Day("2026-12-31")),
    Listing(
      id: "6", contact: "odile-roques", kind: .offer, text: "weekly French conversation lessons", terms: .gift
    ),
    Listing(
      id: "7", contact: "yuki", kind: .offer, text: "Illustratrice de livres pour enfants", basis: .implied),
    Listing(
      id: "8", contact: "ines-da-silva", kind: .need,
      text: "je cherche une illustratrice pour mon livre pour enfants", visibility: .private),
    Listing(id: "9", contact: "philippe-negre", kind: .offer, text: "a room for meetings in the town centre"),
    Listing(
      id: "10", contact: "o'brien", kind: .need, text: "a room for our meetings, Tuesday evenings",
      urgency: .high),
    Listing(id: "11", contact: "philippe-negre", kind: .need, text: "réparer une vieille voiture"),
    Listing(
      id: "12", contact: "garage-moreau", kind: .offer, text: "Réparation de vieille voiture et restauration"),
    Listing(
      id: "13", contact: "philippe-negre", kind: .need, text: "help to set up a newsletter",
      visibility: .private),
    Listing(id: "14", contact: "o'brien", kind: .offer, text: "I help to set up a newsletter or a blog"),
  ]

  static let groups = [
    Group(
      name: "Rotary Toulouse Capitole",
      members: ["claire-bonnafous", "marc-delpech", "philippe-negre", "o'brien"]),
    Group(name: "Café des langues", members: ["odile-roques", "tom-ashworth"]),
    Group(name: "English-speakers of Tarn", members: ["odile-roques", "tom-ashworth", "o'brien"]),
  ]

  static let interactions = [
    Interaction("philippe-negre", "marc-delpech", day: monday.adding(days: -9), kind: .call, note: secrets[1])
  ]

  static func network(host: Contact.ID? = "philippe-negre") throws -> Network {
    try Network(
      contacts: contacts, listings: listings, groups: groups, interactions: interactions, host: host)
  }

  static func report(host: Contact.ID? = "philippe-negre", budget: Budget = .standard) throws -> Report {
    try Report(MatchEngine(network(host: host), asOf: monday), week: week, budget: budget)
  }
}
