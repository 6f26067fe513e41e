import Foundation
import Matchmaking

/// Writes what `linkup why` answers.
struct VerdictWriter {
  let network: Network
  let options: OutputOptions

  func write(_ verdict: Verdict) throws {
    let output = StandardOutput()
    switch options.format {
    case .table: try writeText(verdict, to: output)
    case .csv: throw Failure("an explanation is a tree, which csv can't hold; use --format json")
    case .json, .jsonl:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      if options.format == .json { encoder.outputFormatting.insert(.prettyPrinted) }
      try output.line(String(decoding: encoder.encode(verdict), as: UTF8.self))
    }
    try output.flush()
  }

  private func writeText(_ verdict: Verdict, to output: StandardOutput) throws {
    let style = options.style
    let names = [verdict.first, verdict.second].map { network.name(of: Contact.ID($0)).shortened(to: 60) }
    try output.line(
      style.bold(names.joined(separator: " and ")) + (verdict.isProposed ? ": proposed" : ": not proposed"))
    if let ring = verdict.ring {
      let names = ring.map { network.name(of: Contact.ID($0)).shortened(to: 60) }
      try output.line(
        "  in a ring: \(names[0]), \(names[1]) and \(names[2]); each needs what the next offers")
    }
    for obstacle in verdict.obstacles { try output.line("  because \(obstacle.shortened(to: 300))") }
    if let explanation = verdict.explanation {
      try output.line()
      try write(explanation, depth: 0, to: output)
    }
    if verdict.matches.count > 1 {
      try output.line("\nAll matches between the two, best first:")
      for match in verdict.matches {
        try output.line("  \(number(match.gain.value))  \(sentence(match))")
      }
    }
  }

  private func write(_ explanation: Explanation, depth: Int, to output: StandardOutput) throws {
    let indent = String(repeating: "  ", count: depth)
    let label = (indent + explanation.name).padding(toLength: 18, withPad: " ", startingAt: 0)
    try output.line(
      "\(label)\(number(explanation.value))  \(options.style.dim(explanation.reason.shortened(to: 300)))")
    for part in explanation.parts { try write(part, depth: depth + 1, to: output) }
  }

  private func sentence(_ match: Match) -> String {
    let (needing, offering) = (match.need, match.offer)
    func name(_ side: Match.Side) -> String { side.contact.map(network.name)?.shortened(to: 60) ?? "" }
    return "\(name(needing)) needs “\(needing.text.shortened(to: 160))”, \(name(offering)) offers"
      + " “\(offering.text.shortened(to: 160))”"
  }

  private func number(_ value: Double) -> String { String(format: "%.3f", value) }
}
