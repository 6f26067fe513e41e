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

  /// The whole network's introductions: so many of its pairs, then so many of its rings, each best first.
  func write(_ matching: Matching, limit: Int) throws {
    let (pairs, rings) = (matching.candidates.prefix(limit), matching.rings.prefix(limit))
    guard options.format == .table else {
      return try RowWriter(output: output).write(
        rows(pairs)
          + rings.enumerated().flatMap { rank, ring in
            ring.matches.map {
              MatchRow(
                rank: pairs.count + rank + 1, score: ring.score, match: $0, kind: .ring, network: network)
            }
          }, as: options.format)
    }
    let output = output
    if !pairs.isEmpty || rings.isEmpty { try write(pairs, to: output) }
    if !rings.isEmpty {
      let heading = "Rings: each needs what the next offers. Introduce all three together."
      try output.line((pairs.isEmpty ? "" : "\n") + options.style.bold(heading))
    }
    for (rank, ring) in rings.enumerated() { try write(ring, rank: pairs.count + rank + 1, to: output) }
    let hidden = matching.candidates.count - pairs.count + matching.rings.count - rings.count
    if hidden > 0 {
      let all = max(matching.candidates.count, matching.rings.count)
      try output.line("\n… and \(hidden) more: --limit \(all)")
    }
    let cutOff = matching.cutOff.count
    if cutOff > 0 {
      try output.line(
        "\n\(cutOff) more pair\(cutOff == 1 ? "" : "s") would fit, but somebody already has enough introductions."
      )
    }
    let twice = network.duplicates.count
    if twice > 0 {
      try output.line(
        "\n\(twice == 1 ? "Somebody seems" : "\(twice) people seem") to stand in the network twice: linkup duplicates"
      )
    }
    try output.flush()
  }

  /// One contact's introductions, best first, with who could make them where somebody else has to.
  func write(_ candidates: [Candidate], for contact: Contact.ID) throws {
    guard options.format == .table else {
      return try RowWriter(output: output).write(rows(candidates[...]), as: options.format)
    }
    let output = output
    try write(candidates[...], for: contact, to: output)
    try output.flush()
  }

  private func rows(_ candidates: ArraySlice<Candidate>) -> [MatchRow] {
    candidates.enumerated().flatMap { rank, candidate in
      candidate.matches.map {
        MatchRow(
          rank: rank + 1, score: candidate.score, match: $0, kind: candidate.isSwap ? .swap : .help,
          network: network)
      }
    }
  }

  private func write(
    _ candidates: ArraySlice<Candidate>, for contact: Contact.ID? = nil, to output: StandardOutput
  ) throws {
    if candidates.isEmpty {
      try output.line(
        "No introduction is good enough to suggest. More needs and offers would help: linkup need WHO TEXT")
    }
    for (rank, candidate) in candidates.enumerated() {
      if rank > 0 { try output.line() }
      try write(candidate, rank: rank + 1, to: output)
      if let contact, let way = way(from: contact, in: candidate) { try output.line("           \(way)") }
    }
  }

  /// Whom a contact has to ask to get to the other one; nil if he knows him, or nobody but the host is known to.
  private func way(from contact: Contact.ID, in candidate: Candidate) -> String? {
    let other = candidate.first == contact ? candidate.second : candidate.first
    guard let path = engine.path(from: contact, to: other), path.degrees > 1, path.contacts[1] != network.host
    else { return nil }
    return "\(path.degrees) steps away: ask \(name(path.contacts[1])) first"
  }

  /// The matches of a text, best first.
  func write(_ matches: [Match], meeting text: String) throws {
    guard options.format == .table else {
      return try RowWriter(output: output).write(
        matches.enumerated().map {
          MatchRow(rank: $0 + 1, score: $1.gain.value, match: $1, kind: nil, network: network)
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
    if candidate.isSwap { try output.line("           swap: each has something for the other") }
    for match in candidate.matches { try write(match, to: output) }
  }

  private func write(_ ring: Ring, rank: Int, to output: StandardOutput) throws {
    let names = ring.members.map { options.style.bold(name($0)) }
    try output.line("\n\(number(rank))  \(score(ring.score))  \(names[0]), \(names[1]) and \(names[2])")
    for match in ring.matches { try write(match, to: output) }
  }

  private func write(_ match: Match, to output: StandardOutput) throws {
    guard let needing = match.need.contact, let offering = match.offer.contact else { return }
    try output.line(
      "           \(name(needing)) needs \(quoted(match.need.text))\(aside(match.need.listing))")
    try output.line(
      "           \(name(offering)) offers \(quoted(match.offer.text))\(aside(match.offer.listing))")
    try output.line("           \(options.style.dim(reason(match)))")
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
