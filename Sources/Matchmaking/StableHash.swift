/// FNV-1a with 64 bits (Fowler, Noll, Vo; draft-eastlake-fnv), for identifiers that must be the same on every
/// machine and in every year. Not for input by an adversary: collisions can be made.
package struct StableHash {
  /// All 64 bits.
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The hash of texts one after the other, with a separator that keeps `a, bc` from `ab, c`.
  package init(of parts: String...) { self.init(of: parts) }

  /// The hash of texts one after the other.
  package init(of parts: [String]) {
    for part in parts {
      for byte in part.utf8 { add(byte) }
      add(0x1F)
    }
  }

  /// Whether a text has the form of one that a hash gives.
  package static func isText(_ text: some StringProtocol) -> Bool {
    text.utf8.count == 8 && text.utf8.allSatisfy(digits.contains)
  }

  private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// Eight letters and digits, 40 bits of the hash, in Crockford's base 32 without letters that look like
  /// digits.
  package var text: String {
    // FNV-1a's upper bits depend little on the last bytes, so the halves are folded together.
    var bits = (value >> 40) ^ value
    return String(unsafeUninitializedCapacity: 8) { result in
      for index in 0..<8 {
        result[index] = Self.digits[Int(bits & 31)]
        bits >>= 5
      }
      return 8
    }
  }
}
