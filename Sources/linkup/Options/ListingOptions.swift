import ArgumentParser
import Interchange
import Matchmaking
import NetworkStore

/// What `need` and `offer` have in common.
struct ListingOptions: ParsableArguments {
  @Argument(help: ArgumentHelp("A contact: id, mail address, name or part of it.", valueName: "who"))
  var who: String

  @Argument(
    help: ArgumentHelp(
      "The need or offer, in the contact's own words; or the id of a known one.", valueName: "text"))
  var text: String

  @Option(help: "How soon: low, normal (the default) or high.")
  var urgency: Listing.Urgency?

  @Option(
    help: ArgumentHelp("The last day on which it holds, such as 2026-12-31.", valueName: "day"),
    transform: Day.given)
  var until: Day?

  @Option(help: "Who may see it: private (the host alone), network (the default) or public.")
  var visibility: Listing.Visibility?

  @Option(help: "In return for what: gift, favour, exchange, loan or paid.")
  var terms: Listing.Terms?

  @Option(help: "stated by the contact (the default), or implied by what you know.")
  var basis: Listing.Basis?

  @Option(help: "open (the default), paused, met or withdrawn.")
  var state: Listing.State?

  @Flag(help: "It still stands: it counts as if it had been said today.")
  var confirm = false

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var network: NetworkOptions

  func validate() throws {
    guard text.contains(where: { !$0.isWhitespace }) else { throw ValidationError("The text is empty.") }
  }
}

extension ListingOptions {
  /// Adds the listing, or changes what is given of the one with the same text, and prints its id.
  func save(as kind: Listing.Kind) throws {
    try FieldLimit.text.check(text, of: "the text")
    let id = try NetworkStore(path: network.path, access: .editing).update { network in
      let holder = try network.contact(who: who)
      let contact = holder.id
      func id(_ text: String) -> Listing.ID {
        DerivedIdentifier.listing(of: contact, kind: kind, text: text)
      }
      let mine = network.listings.filter { $0.contact == contact && $0.kind == kind }
      let named = mine.first { $0.id.rawValue == text }
      guard let known = named ?? mine.first(where: { id($0.text) == id(text) }) else {
        guard !confirm else {
          throw Failure(
            "\(holder.name.terminalSafe) has no such \(kind.rawValue) to confirm; look with: linkup find "
              + "\"\(text.shortened(to: 60))\"")
        }
        return try added(
          Listing(id: id(text), contact: contact, kind: kind, text: text, since: asOf.day), holder, network)
      }
      var listing = known
      if named == nil { listing.text = text }
      if confirm { listing.since = asOf.day }
      return try added(listing, holder, network)
    }
    let output = StandardOutput()
    try output.line(id.rawValue)
    try output.flush()
  }

  /// The network with the listing as it is told, in place of the one with its identifier.
  private func added(
    _ listing: Listing, _ holder: Contact, _ network: Network
  ) throws -> (Network, Listing.ID) {
    var listing = listing
    // Whoever names a listing that was read out of a note makes it his own: it stays when the note changes.
    listing.source = nil
    listing.byHost = true
    listing.basis = basis ?? listing.basis
    listing.urgency = urgency ?? listing.urgency
    listing.until = until ?? listing.until
    listing.visibility = visibility ?? listing.visibility
    listing.terms = terms ?? listing.terms
    listing.state = state ?? listing.state
    let others = network.listings.filter { $0.id != listing.id }
    let listings = Implications.applied(to: others + [listing], of: holder)
    return (try network.with(listings: listings), listing.id)
  }
}
