import Matchmaking

extension Listing {
  /// What a reader should know before he quotes the listing, in brackets after a space; empty if nothing.
  func aside(asOf day: Day) -> String {
    let asides = [
      basis == .implied ? "implied" : nil, quotedOrigin, visibility == .private ? "private" : nil,
      urgency == .high ? "urgent" : nil, state == .open ? nil : state.rawValue,
      until.map { $0 < day ? "past \($0)" : "until \($0)" },
    ].compactMap { $0 }
    return asides.isEmpty ? "" : " (\(asides.joined(separator: ", ")))"
  }

  /// What an implied listing was read out of, with its words where they say more than its text.
  private var quotedOrigin: String? {
    guard let origin else { return nil }
    guard let words = evidence, words.folded != text.folded else { return origin }
    return "\(origin): “\(words.shortened(to: MatchWriter.textLimit))”"
  }
}
