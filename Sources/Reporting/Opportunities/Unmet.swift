internal import Matchmaking

/// A need that nobody meets, or an offer that nobody uses, and where to ask.
enum Unmet {
  /// Needs first, urgent ones before others, then offers; the latest first.
  static func section(_ desk: Desk, _ matching: Matching) -> Section {
    let needs = matching.unmetNeeds.compactMap(desk.network.listing).filter { $0.basis == .stated }
    let offers = matching.unusedOffers.compactMap(desk.network.listing).filter { $0.basis == .stated }
    func precedes(_ one: Listing, _ other: Listing) -> Bool {
      if (one.urgency == .high) != (other.urgency == .high) { return one.urgency == .high }
      if one.since != other.since { return (one.since?.number ?? .min) > (other.since?.number ?? .min) }
      return one.id < other.id
    }
    let groups = smallestGroups(desk)
    let all = (needs.sorted(by: precedes) + offers.sorted(by: precedes)).map { listing in
      let person = desk.person(listing.contact)
      let group = groups[listing.contact]?.asName
      return Opportunity(
        kind: .unmet, people: person.isReader ? [] : [person],
        reason: listing.kind == .need ? .nobodyOffers(group: group) : .nobodyNeeds(group: group),
        quotes: [desk.quote(listing)], groups: [], towns: [], score: nil,
        commands: [
          ShellCommand(
            "match",
            options: [listing.kind == .need ? "--need" : "--offer", listing.text.legible(limit: 240)])
        ])
    }
    return Section(.unmet, of: all, desk, limit: desk.budget.others).map { withLetter($0, desk) }
  }

  /// Adds a letter to ask around with, which doesn't tell who needs or offers, unless the words would, or are private.
  private static func withLetter(_ opportunity: Opportunity, _ desk: Desk) -> Opportunity {
    guard let listing = opportunity.quotes.first.flatMap({ desk.network.listing($0.id) }),
      listing.visibility != .private,
      let words = desk.blindWords.of(listing, by: desk.network.contact(listing.contact))
    else { return opportunity }
    var opportunity = opportunity
    opportunity.letter = desk.letter(to: nil) { wording, _ in
      wording.askingAround(
        listing.kind, words.legible(limit: Listing.longestQuote), isOwn: listing.contact == desk.reader)
    }
    return opportunity
  }

  /// Each contact's smallest group with others in it: the one that is most likely to know.
  private static func smallestGroups(_ desk: Desk) -> [Contact.ID: String] {
    var smallest: [Contact.ID: (name: String, size: Int)] = [:]
    for group in desk.network.groups where group.members.count > 2 {
      for member in group.members where smallest[member].map({ group.members.count < $0.size }) ?? true {
        smallest[member] = (group.name, group.members.count)
      }
    }
    return smallest.mapValues(\.name)
  }
}
