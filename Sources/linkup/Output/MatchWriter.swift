import Foundation
import Matchmaking

/// Writes candidates and matches, for people or for programs.
struct MatchWriter {
  let engine: MatchEngine
  let options: OutputOptions

  /// Longer texts are cut for people; programs get them whole.
  static let textLimit = 160

  private var network: Network { engine.network }

  private var output: StandardOutput { StandardOutput() }

  /// Introductions, best first. `total` is how many there are, `cutOff` how many found no room.
  func write(_ candidates: [Candidate], total: Int?, cutOff: Int = 0) throws {
    guard options.format == .table else {
      return try RowWriter(output: output).write(
        candidates.enumerated().flatMap { rank, candidate in
          candidate.matches.map {
            MatchRow(rank: rank + 1, score: candidate.score, match: $0, network: network)
          }
        }, as: options.format)
    }
    let output = output
    if candidates.isEmpty {
      try output.line(
        "No introduction is good enough to suggest. More needs and offers would help: linkup need WHO TEXT")
    }
    for (rank, candidate) in candidates.enumerated() {
      if rank > 0 { try output.line() }
      try write(candidate, rank: rank + 1, to: output)
    }
    if let total, total > candidates.count {
      try output.line("\n… and \(total - candidates.count) more: --limit \(total)")
    }
    if cutOff > 0 {
      try output.line(
        "\n\(cutOff) more pair\(cutOff == 1 ? "" : "s") would fit, but somebody already has enough introductions."
      )
    }
    try output.flush()
  }

  /// The matches of a text, best first.
  func write(_ matches: [Match], meeting text: String) throws {
    guard options.format == .table else {
      return try RowWriter(output: output).write(
        matches.enumerated().map {
          MatchRow(rank: $0 + 1, score: $1.gain.value, match: $1, network: network)
        }, as: options.format)
    }
    let output = output
    if matches.isEmpty { try output.line("Nothing here fits \"\(text.shortened(to: 60))\" well enough.") }
    for (rank, match) in matches.enumerated() {
      let side = match.need.contact == nil ? match.offer : match.need
      try output.line(
        "\(number(rank + 1))  \(score(match.gain.value))  \(options.style.bold(side.contact.map(name) ?? ""))"
      )
      try output.line(
        "           \(verb(side)) \(quoted(side.text))\(aside(side.listing))  \(options.style.dim(reason(match)))"
      )
    }
    try output.flush()
  }

  private func write(_ candidate: Candidate, rank: Int, to output: StandardOutput) throws {
    let style = options.style
    let names = [candidate.first, candidate.second].map { style.bold(name($0)) }.joined(separator: " and ")
    let groups = candidate.trust.sharedGroups.map { $0.name.shortened(to: 60) }.joined(separator: ", ")
    try output.line(
      "\(number(rank))  \(score(candidate.score))  \(names)\(groups.isEmpty ? "" : style.dim("  both in \(groups)"))"
    )
    for match in candidate.matches {
      guard let needing = match.need.contact, let offering = match.offer.contact else { continue }
      try output.line(
        "           \(name(needing)) needs \(quoted(match.need.text))\(aside(match.need.listing))")
      try output.line(
        "           \(name(offering)) offers \(quoted(match.offer.text))\(aside(match.offer.listing))")
      try output.line("           \(style.dim(reason(match)))")
    }
  }

  private func name(_ id: Contact.ID) -> String { network.name(of: id).shortened(to: 60) }

  private func verb(_ side: Match.Side) -> String { side.listing?.kind == .need ? "needs" : "offers" }

  private func number(_ rank: Int) -> String {
    String(repeating: " ", count: max(0, 3 - String(rank).count)) + String(rank)
  }

  private func score(_ value: Double) -> String { String(format: "%.2f", value) }

  private func quoted(_ text: String) -> String { "“\(text.shortened(to: Self.textLimit))”" }

  private func aside(_ listing: Listing?) -> String { listing?.aside(asOf: engine.asOf) ?? "" }

  private func reason(_ match: Match) -> String {
    let why = engine.evidence(for: match).description.shortened(to: Self.textLimit)
    return "\(match.strength.description), relevance \(score(match.relevance)), \(why)"
  }
}
