internal import Matchmaking

/// An introduction that waits for an answer, or of which nothing was heard since it was made.
enum FollowUp {
  /// The open introductions, those that wait longest first.
  static func section(_ desk: Desk) -> Section {
    let all = desk.network.introductions.filter { $0.day <= desk.engine.asOf }
      .sorted { ($0.day, $0.first, $0.second) < ($1.day, $1.first, $1.second) }
      .compactMap { opportunity($0, desk) }
    return Section(
      .followUp, of: all, desk, limit: desk.budget.others,
      command: ShellCommand("introductions", options: ["--open"]))
  }

  private static func opportunity(_ introduction: Introduction, _ desk: Desk) -> Opportunity? {
    let today = desk.engine.asOf
    let listings = (introduction.subject.map { [$0.need, $0.offer] } ?? []).compactMap(desk.network.listing)
    func make(
      _ people: [Contact.ID], _ reason: Opportunity.Reason, _ commands: [ShellCommand], _ letter: Letter?
    ) -> Opportunity {
      Opportunity(
        kind: .followUp, people: people.map(desk.person), reason: reason, quotes: listings.map(desk.quote),
        groups: [], towns: [], score: nil, commands: commands, letter: letter)
    }
    switch introduction.state(asOf: today, lapsingAfter: desk.engine.settings.lapseAfter) {
    case .askedFirst, .askedBoth:
      guard let awaited = introduction.awaited, introduction.day.adding(days: patience) <= today else {
        return nil
      }
      let other = introduction.other(than: awaited)
      return make(
        [awaited, other], .awaited(desk.person(awaited), since: introduction.day),
        [ShellCommand("answer", operands: [awaited.rawValue, other.rawValue, "yes"])],
        desk.letter(to: awaited) { wording, name in wording.reminding(name) })
    case .made where introduction.day.adding(days: untilOutcome) <= today:
      let (first, second) = (introduction.first, introduction.second)
      return make(
        [first, second], .made(introduction.day),
        [ShellCommand("done", operands: [first.rawValue, second.rawValue, "helped"])],
        desk.letter(to: listings.first?.contact ?? first) { wording, name in
          let asked = listings.first?.contact ?? first
          return wording.askingWhatCame(
            name, other: desk.person(introduction.other(than: asked)).name)
        })
    default: return nil
    }
  }

  /// Days that an answer may take before one asks again.
  private static let patience = 5
  /// Days that two may take before one asks what came of it.
  private static let untilOutcome = 14
}
