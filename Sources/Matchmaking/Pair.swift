/// Two contacts by number, the smaller first.
struct Pair: Hashable, Comparable, Sendable {
  private let packed: UInt64

  init(_ one: Int, _ other: Int) {
    packed = UInt64(min(one, other)) << 32 | UInt64(max(one, other))
  }

  var first: Int { Int(packed >> 32) }
  var second: Int { Int(packed & 0xFFFF_FFFF) }

  func contains(_ number: Int) -> Bool { number == first || number == second }

  static func < (left: Pair, right: Pair) -> Bool { left.packed < right.packed }
}
