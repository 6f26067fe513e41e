internal import Matchmaking

extension Place {
  /// The nearest thing to an address that a report needs: the town, else the region, else the country.
  var label: String? {
    [locality, region, country].lazy.compactMap { $0?.legible(limit: Person.nameLimit) }.first { !$0.isEmpty }
  }

  /// Where a contact is, seen by the host.
  func phrase(at distance: Distance) -> String? {
    label.map { distance == .town ? "in \($0) like you" : "in \($0)" }
  }
}
