/// The key of a term: a word or a character n-gram, as a 64-bit hash of its kind and its folded scalars.
///
/// Hashing keeps texts out of the index. Two different terms share a key with a probability of about
/// n²/2⁶⁵ for n terms, less than one in ten million for a million terms.
struct Term: Hashable {
  let key: UInt64

  /// What a term is made of; words and n-grams with the same letters are different terms.
  enum Kind: UInt64 {
    case word = 0x9E37_79B9_7F4A_7C15
    case ngram = 0xC2B2_AE3D_27D4_EB4F
  }

  /// A term in the making: FNV-1a over whole scalars, then the finaliser of SplitMix64, so that every bit of the key is
  /// usable.
  struct Hash {
    private var state: UInt64

    @inline(__always)
    init(_ kind: Kind) { state = 0xCBF2_9CE4_8422_2325 ^ kind.rawValue }

    @inline(__always)
    mutating func append(_ scalar: UInt32) { state = (state ^ UInt64(scalar)) &* 0x100_0000_01B3 }

    @inline(__always)
    var term: Term {
      var hash = state
      hash = (hash ^ (hash >> 30)) &* 0xBF58_476D_1CE4_E5B9
      hash = (hash ^ (hash >> 27)) &* 0x94D0_49BB_1331_11EB
      return Term(key: hash ^ (hash >> 31))
    }
  }

  private init(key: UInt64) { self.key = key }

  @inline(__always)
  init(_ kind: Kind, _ scalars: UnsafeBufferPointer<UInt32>) {
    var hash = Hash(kind)
    for scalar in scalars { hash.append(scalar) }
    self = hash.term
  }

  init(_ kind: Kind, _ scalars: ArraySlice<UInt32>) {
    self = scalars.withUnsafeBufferPointer { Term(kind, $0) }
  }

  /// The key has been hashed once; Dictionary need not hash it well again.
  func hash(into hasher: inout Hasher) {
    hasher.combine(key)
  }
}
