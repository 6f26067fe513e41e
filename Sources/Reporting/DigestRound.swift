public import Matchmaking

/// The digests of a whole community for one week: nobody is put forward to more readers than the introductions he takes.
///
/// ```swift
/// let round = DigestRound(engine, week: week)
/// let digests = round.shared(contacts.compactMap { round.draft(for: $0.id) })
/// ```
public struct DigestRound: Sendable {
  private let engine: MatchEngine
  private let week: Week
  private let budget: Budget
  private let histories: [Contact.ID: History]
  private let blindWords: BlindWords

  /// Begins a round.
  ///
  /// - Parameter histories: what each reader was shown before.
  /// - Complexity: O(length of the network's names and listings).
  public init(
    _ engine: MatchEngine, week: Week, budget: Budget = .standard, histories: [Contact.ID: History] = [:]
  ) {
    self.engine = engine
    self.week = week
    self.budget = budget
    self.histories = histories
    blindWords = BlindWords(engine.network)
  }

  /// One contact's digest with more in it than it may show, to choose from; nil if the contact is not in the network.
  ///
  /// Safe to call from several threads. Complexity: one search for each listing of the contact.
  public func draft(for id: Contact.ID) -> Report? {
    var wide = budget
    wide.ask *= 2
    wide.supply *= 2
    return Report(
      for: id, of: engine, week: week, budget: wide, history: histories[id] ?? History(),
      blindWords: blindWords)
  }

  /// The digests, each within the budget. Readers take turns, each with the best of what he has left, in an order
  /// that is another one each week.
  ///
  /// - Complexity: O(opportunities + n log n).
  public func shared(_ drafts: [Report]) -> [Report] {
    let kinds: [(kind: Opportunity.Kind, limit: Int)] = [(.ask, budget.ask), (.supply, budget.supply)]
    let order = drafts.indices.map { (turn(of: drafts[$0]), $0) }.sorted { $0 < $1 }.map(\.1)
    var left = Array(repeating: Set<String>(), count: drafts.count)
    for (kind, limit) in kinds {
      var forward: [Contact.ID: Int] = [:]
      // What this week's page has shown stays.
      var choices = drafts.indices.map { reader in
        let known = Set(history(of: drafts[reader]).thisWeek(kind).map(\.key))
        let all = drafts[reader].sections.first { $0.kind == kind }?.opportunities ?? []
        for opportunity in all where known.contains(opportunity.key) {
          for person in opportunity.people { forward[person.id, default: 0] += 1 }
        }
        return (
          chosen: known, room: limit - known.count, rest: all.filter { !known.contains($0.key) }[...]
        )
      }
      var isOver = false
      while !isOver {
        isOver = true
        for reader in order where choices[reader].room > 0 {
          while let opportunity = choices[reader].rest.popFirst() {
            guard opportunity.people.allSatisfy({ forward[$0.id, default: 0] < capacity(of: $0.id) }) else {
              continue
            }
            for person in opportunity.people { forward[person.id, default: 0] += 1 }
            choices[reader].chosen.insert(opportunity.key)
            choices[reader].room -= 1
            isOver = false
            break
          }
        }
      }
      for reader in drafts.indices { left[reader].formUnion(choices[reader].chosen) }
    }
    let shared = Set(kinds.map(\.kind))
    return drafts.indices.map { reader in
      drafts[reader].mapSections { section in
        shared.contains(section.kind) ? section.filter { left[reader].contains($0.key) } : section
      }
    }
  }

  private func history(of report: Report) -> History { report.host.flatMap { histories[$0.id] } ?? History() }

  private func capacity(of id: Contact.ID) -> Int {
    engine.network.contact(id)?.capacity ?? engine.settings.capacity
  }

  private func turn(of report: Report) -> UInt64 {
    StableHash(of: week.description, report.host?.id.rawValue ?? "").value
  }
}
