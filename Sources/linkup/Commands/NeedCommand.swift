import ArgumentParser
import Matchmaking

/// `linkup need`: what a contact needs.
struct NeedCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "need",
    abstract: "Note what a contact needs.",
    discussion: """
      Prints the need's id. Giving the same text again changes what you give with it, such as the urgency or the \
      last day, and nothing else; --state met closes it, --confirm \
      says that it still stands. In place of the text, the id will do.

      EXAMPLES
        linkup need claire "a bilingual accountant" --urgency high
        linkup need marc "garder le chat en août" --until 2027-08-31
        linkup need claire "a bilingual accountant" --state met
      """)

  @OptionGroup var listing: ListingOptions

  func run() throws { try listing.save(as: .need) }
}
