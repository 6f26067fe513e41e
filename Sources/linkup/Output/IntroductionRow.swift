import Foundation
import Matchmaking

/// One introduction, for programs and in lines for people.
struct IntroductionRow: Row {
  let first: String
  let firstName: String
  let second: String
  let secondName: String
  let state: Introduction.State
  let day: String
  let since: String
  let asked: String?
  let declinedBy: String?
  let reason: String?
  let need: String?
  let offer: String?
  let awaited: String?

  init(_ introduction: Introduction, state: Introduction.State, in network: Network) {
    (first, second) = (introduction.first.rawValue, introduction.second.rawValue)
    firstName = network.name(of: introduction.first)
    secondName = network.name(of: introduction.second)
    self.state = state
    day = introduction.day.description
    since = introduction.since.description
    asked = introduction.asked?.rawValue
    declinedBy = introduction.declinedBy?.rawValue
    reason = introduction.reason
    need = introduction.subject.flatMap { network.listing($0.need)?.text }
    offer = introduction.subject.flatMap { network.listing($0.offer)?.text }
    awaited = state.isOpen ? introduction.awaited.map { network.name(of: $0) } : nil
  }

  static let columns = [
    "first", "firstName", "second", "secondName", "state", "day", "since", "asked", "declinedBy", "reason",
    "need",
    "offer",
  ]

  var cells: [String] {
    [
      first, firstName, second, secondName, state.rawValue, day, since, asked ?? "", declinedBy ?? "",
      reason ?? "", need ?? "", offer ?? "",
    ]
  }

  /// Who, how far and since when; then what it is about.
  var lines: [String] {
    let step =
      "\(state.description) \(state == .lapsed ? "after" : "on") \(day)"
      + (awaited.map { ", \($0.terminalSafe)'s answer is awaited" } ?? "")
      + (reason.map { " (\($0.shortened(to: 160)))" } ?? "")
    return ["\(firstName.terminalSafe) and \(secondName.terminalSafe): \(step)"]
      + [
        need.map { "    need: \($0.shortened(to: 160))" },
        offer.map { "    offer: \($0.shortened(to: 160))" },
      ]
      .compactMap(\.self)
  }

  private enum CodingKeys: String, CodingKey {
    case first, firstName, second, secondName, state, day, since, asked, declinedBy, reason, need, offer
  }

  /// Every field, null where nothing is known: other programs count on them.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(first, forKey: .first)
    try container.encode(firstName, forKey: .firstName)
    try container.encode(second, forKey: .second)
    try container.encode(secondName, forKey: .secondName)
    try container.encode(state, forKey: .state)
    try container.encode(day, forKey: .day)
    try container.encode(since, forKey: .since)
    try container.encode(asked, forKey: .asked)
    try container.encode(declinedBy, forKey: .declinedBy)
    try container.encode(reason, forKey: .reason)
    try container.encode(need, forKey: .need)
    try container.encode(offer, forKey: .offer)
  }
}
