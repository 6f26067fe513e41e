/// Why a value is what it is, as a tree: the value of a node with parts is the product of its parts' values.
///
/// The idea is Lucene's `Explanation`, built where the score is built; that every node is a product makes it
/// plain which part to blame.
public struct Explanation: Hashable, Sendable, Codable {
  /// What the value is called: `score`, `relevance`, `freshness`.
  public let name: String
  /// The value, 0 or more; `parts` multiply to it within rounding.
  public let value: Double
  /// Why, in plain words.
  public let reason: String
  /// The factors; empty if the value is not made of others.
  public let parts: [Explanation]

  /// A value that is not made of others.
  init(_ name: String, _ value: Double, because reason: String) {
    (self.name, self.value, self.reason, parts) = (name, value, reason, [])
  }

  /// The product of its parts.
  init(_ name: String, because reason: String, product parts: [Explanation]) {
    self.name = name
    self.reason = reason
    self.parts = parts
    value = parts.reduce(1) { $0 * $1.value }
  }
}

extension Explanation: CustomStringConvertible {
  /// The tree, a node a line: name, value with three decimals, reason; parts stand indented below.
  public var description: String {
    lines(depth: 0).joined(separator: "\n")
  }

  private func lines(depth: Int) -> [String] {
    let label = String(repeating: "  ", count: depth) + name
    let thousandths = String(Int((value * 1000).rounded()) + 10_000).dropFirst(2)
    let line =
      label + String(repeating: " ", count: max(1, 18 - label.count))
      + "\(Int((value * 1000).rounded()) / 1000).\(thousandths)  \(reason)"
    return [line] + parts.flatMap { $0.lines(depth: depth + 1) }
  }
}
