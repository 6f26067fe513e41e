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

extension Week {
  /// Reads `2026-W47`, and says what is wrong with anything else.
  static func given(_ argument: String) throws -> Week {
    guard let week = Week(argument) else {
      throw ValidationError(
        "There is no such week; write it as 2026-W48, the year's weeks being 1 to 52 or 53.")
    }
    return week
  }
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
