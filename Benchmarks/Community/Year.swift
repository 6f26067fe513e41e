import Foundation
import Matchmaking
import TestSupport

/// A year of weekly rounds in a community, with one way of choosing introductions.
struct Year {
  private let community: Community
  private let method: Method
  private var random: SeededRandom
  private var needs: [Community.Need] = []
  private var introduced: Set<Pair> = []
  /// How many introductions each member was asked about, week by week.
  private var asked: [[Int]] = []
  private(set) var outcome = Outcome()

  private static let weeks = 52

  /// What becomes of a year.
  static func run(_ community: Community, by method: Method) -> Outcome {
    var year = Year(community: community, method: method)
    for week in 0..<weeks { year.round(week) }
    let loads = (0..<Community.members).map { member in year.asked.reduce(0) { $0 + $1[member] } }
    let busiest = loads.sorted(by: >).prefix(Community.members / 100)
    year.outcome.busiest = Double(busiest.reduce(0, +)) / Double(busiest.count) / 12
    return year.outcome
  }

  private init(community: Community, method: Method) {
    self.community = community
    self.method = method
    random = SeededRandom(seed: community.seed)
  }

  private mutating func round(_ week: Int) {
    needs.removeAll { week - $0.week >= Community.patience }
    let new = community.needs(week: week)
    outcome.needs += new.count
    needs += new
    asked.append(Array(repeating: 0, count: Community.members))
    let recent = (0..<Community.members).map { load(of: $0) }
    let introductions = method.introductions(
      Method.Knowledge(
        community: community, needs: needs, introduced: introduced, recent: recent, week: week),
      using: &random)
    for members in introductions { introduce(members) }
  }

  /// How many introductions a member was asked about in this week and the three before.
  private func load(of member: Int) -> Int { asked.suffix(4).reduce(0) { $0 + $1[member] } }

  private mutating func introduce(_ members: [Int]) {
    for (place, member) in members.enumerated() {
      for other in members[(place + 1)...] { introduced.insert(Pair(member, other)) }
    }
    outcome.introductions += 1
    if members.count == 3 { outcome.rings += 1 }
    for member in members {
      let willing = willingness(of: member, among: members)
      asked[asked.count - 1][member] += 1
      guard Double.random(in: 0..<1, using: &random) < willing else {
        outcome.declined += 1
        return
      }
    }
    guard Double.random(in: 0..<1, using: &random) < 0.9 else { return }
    outcome.meetings += 1
    for index in needs.indices.reversed() where members.contains(needs[index].owner) {
      let fit = bestFit(needs[index], among: members, by: community.trueFit)
      guard Double.random(in: 0..<1, using: &random) < fit else { continue }
      needs.remove(at: index)
      outcome.met += 1
    }
  }

  /// The chance that a member says yes: less with every introduction of the last four weeks beyond the first,
  /// half with every four; and more where a need of one of them seems to be met.
  private func willingness(of member: Int, among members: [Int]) -> Double {
    let reasons = needs.filter { members.contains($0.owner) }
      .map { need in
        need.owner == member
          ? bestFit(need, among: members, by: community.perceivedFit)
          : community.perceivedFit(need, of: member)
      }
    let interest = method.givesReason ? reasons.max() ?? 0 : 0.5
    return 0.9 * pow(2, -Double(max(0, load(of: member) - 1)) / 4) * (0.4 + 0.6 * interest)
  }

  private func bestFit(
    _ need: Community.Need, among members: [Int], by fit: (Community.Need, Int) -> Double
  ) -> Double {
    members.filter { $0 != need.owner }.map { fit(need, $0) }.max() ?? 0
  }
}
