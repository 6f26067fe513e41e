import ArgumentParser
import Interchange
import Matchmaking
import NetworkStore

/// What `need` and `offer` have in common.
struct ListingOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("A contact: id, mail address, name or part of it.", valueName: "who"))
  var who: String

  @Argument(help: ArgumentHelp("The need or offer, in the contact's own words.", valueName: "text"))
  var text: String

  @Option(help: "How soon: low, normal or high.")
  var urgency: Listing.Urgency = .normal

  @Option(help: ArgumentHelp("The last day on which it holds, such as 2026-12-31.", valueName: "day"))
  var until: Day?

  @Option(help: "Who may see it: private (the host alone), network or public.")
  var visibility: Listing.Visibility = .network

  @Option(help: "In return for what: gift, favour, exchange, loan or paid.")
  var terms: Listing.Terms?

  @Option(help: "stated by the contact, or implied by what you know.")
  var basis: Listing.Basis = .stated

  @Option(help: "open, paused, met or withdrawn; give the same text again to change it.")
  var state: Listing.State = .open

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var network: NetworkOptions

  func validate() throws {
    guard text.contains(where: { !$0.isWhitespace }) else { throw ValidationError("The text is empty.") }
  }
}

extension ListingOptions {
  /// Adds the listing, or changes the one with the same text, and prints its id.
  func save(as kind: Listing.Kind) throws {
    let id = try NetworkStore(path: network.path, access: .editing).update { network in
      let contact = try network.contact(who: who)
      let id = DerivedIdentifier.listing(of: contact.id, kind: kind, text: text)
      let listing = Listing(
        id: id, contact: contact.id, kind: kind, text: text, basis: basis, urgency: urgency,
        since: network.listing(id)?.since ?? asOf.day, until: until, visibility: visibility, terms: terms,
        state: state)
      let others = network.listings.filter { $0.id != id }
      return (try network.with(listings: others + [listing]), id)
    }
    let output = StandardOutput()
    try output.line(id.rawValue)
    try output.flush()
  }
}
