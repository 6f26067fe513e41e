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
      let known = network.listings.first {
        $0.contact == contact && $0.kind == kind && id($0.text) == id(text)
      }
      var listing =
        known ?? Listing(id: id(text), contact: contact, kind: kind, text: text, since: asOf.day)
      listing.text = text
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
    let output = StandardOutput()
    try output.line(id.rawValue)
    try output.flush()
  }
}
