internal import Matchmaking

/// Help for which nobody has said thanks yet.
enum Thank {
  /// Introductions that helped, since when no thanks were recorded between the two; the latest first.
  static func section(_ desk: Desk) -> Section {
    let today = desk.engine.asOf
    let helped = desk.network.introductions.filter {
      $0.state == .helped && $0.day <= today && today <= $0.day.adding(days: latest)
    }
    let all = helped.sorted { ($1.day, $0.first, $0.second) < ($0.day, $1.first, $1.second) }
      .compactMap { introduction -> Opportunity? in
        let listings = (introduction.subject.map { [$0.need, $0.offer] } ?? []).compactMap(
          desk.network.listing)
        let giver = listings.last?.contact ?? introduction.second
        let taker = introduction.other(than: giver)
        let isThanked = desk.network.thanks.contains {
          $0.day >= introduction.day && [$0.from, $0.to].allSatisfy([giver, taker].contains)
        }
        guard !isThanked else { return nil }
        return Opportunity(
          kind: .thank, people: [giver, taker].map(desk.person), reason: .helped(introduction.day),
          quotes: listings.map(desk.quote), groups: [], towns: [], score: nil,
          commands: [ShellCommand("thank", operands: [taker.rawValue, giver.rawValue])],
          letter: desk.letter(to: giver) { wording, name in
            wording.thanking(name, other: desk.person(taker).name)
          })
      }
    return Section(.thank, of: all, desk, limit: desk.budget.others)
  }

  /// Days after which a thanks is no longer proposed.
  private static let latest = 60
}
