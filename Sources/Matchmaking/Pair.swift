/// Two contacts by number, the smaller first.
package struct Pair: Hashable, Comparable, Sendable {
  private let packed: UInt64

  package init(_ one: Int, _ other: Int) {
    packed = UInt64(min(one, other)) << 32 | UInt64(max(one, other))
  }

  package var first: Int { Int(packed >> 32) }
  package var second: Int { Int(packed & 0xFFFF_FFFF) }

  package func contains(_ number: Int) -> Bool { number == first || number == second }

  package static func < (left: Pair, right: Pair) -> Bool { left.packed < right.packed }
}
