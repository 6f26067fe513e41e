import Matchmaking

extension Listing {
  /// What a reader should know before he quotes the listing, in brackets after a space; empty if nothing.
  func aside(asOf day: Day) -> String {
    let asides = [
      basis == .implied ? "implied" : nil, visibility == .private ? "private" : nil,
      urgency == .high ? "urgent" : nil, state == .open ? nil : state.rawValue,
      until.map { $0 < day ? "past \($0)" : "until \($0)" },
    ].compactMap { $0 }
    return asides.isEmpty ? "" : " (\(asides.joined(separator: ", ")))"
  }
}
