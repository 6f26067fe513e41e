internal import Matchmaking

extension Place {
  /// The nearest thing to an address that a report needs: the town, else the region, else the country.
  var label: String? {
    [locality, region, country].lazy.compactMap { $0?.legible(limit: Person.nameLimit) }.first { !$0.isEmpty }
  }

  /// Where a contact is, seen by the host.
  func phrase(seenFrom host: Place?) -> String? {
    label.map { $0 == host?.label ? "in \($0) like you" : "in \($0)" }
  }
}
