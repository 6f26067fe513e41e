import ArgumentParser
import Matchmaking

/// `linkup offer`: what a contact offers.
struct OfferCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "offer",
    abstract: "Note what a contact offers.",
    discussion: """
      Prints the offer's id. Giving the same text again changes what you give with it, such as the visibility or \
      the terms, and nothing else; --state paused takes it out for a while, --state open brings it back, \
      --confirm says that it still stands. In place of the text, the id will do.

      EXAMPLES
        linkup offer marc "comptabilité bilingue"
        linkup offer claire "a first hour of legal advice" --terms gift
        linkup offer marc "comptabilité bilingue" --state paused
      """)

  @OptionGroup var listing: ListingOptions

  func run() throws { try listing.save(as: .offer) }
}
