public import ArgumentParser
public import Matchmaking

// How the command line writes the model's values: as files do.

extension Day: ExpressibleByArgument {
  /// Reads `2026-11-23`.
  public init?(argument: String) {
    guard argument.utf8.count == 10 else { return nil }
    self.init(argument)
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
