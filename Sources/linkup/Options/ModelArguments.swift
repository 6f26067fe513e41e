public import ArgumentParser
public import Matchmaking

// How the command line writes the model's values: as files do.

extension Day {
  /// Reads `2026-11-23`, and says what is wrong with anything else.
  static func given(_ argument: String) throws -> Day {
    guard argument.utf8.count == 10, let day = Day(argument) else {
      throw ValidationError("There is no such day; write it as 2026-11-23.")
    }
    return day
  }
}

extension Week: ExpressibleByArgument {
  /// Reads `2026-W47`.
  public init?(argument: String) { self.init(argument) }
}

extension Listing.Urgency: ExpressibleByArgument {}
extension Listing.Visibility: ExpressibleByArgument {}
extension Listing.Terms: ExpressibleByArgument {}
extension Listing.Basis: ExpressibleByArgument {}
extension Listing.State: ExpressibleByArgument {}
extension Introduction.State: ExpressibleByArgument {}
extension Settings.Name: ExpressibleByArgument {}
extension Tie.Kind: ExpressibleByArgument {}
extension Interaction.Kind: ExpressibleByArgument {}
