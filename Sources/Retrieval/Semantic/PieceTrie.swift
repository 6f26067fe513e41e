/// Which pieces of a vocabulary begin at a place of a text: a trie over UTF-8 bytes.
///
/// All edges of all nodes stand in one open-addressed hash table, and a node's number is the place of the edge
/// that leads to it; so a step is one look-up, and 100,000 pieces are ready in a few milliseconds.
struct PieceTrie: Sendable {
  typealias Node = UInt32

  /// Two roots, because WordPiece tells pieces that begin a word from others.
  static let root: Node = 0xFF_FFFE
  static let otherRoot: Node = 0xFF_FFFD

  private struct Slot {
    /// The parent's number and the byte that leads on from it.
    var edge: UInt32
    var piece: UInt32
  }

  private static let free = UInt32.max
  private static let noPiece = UInt32.max
  private static let mostBits = 23
  private var slots: [Slot]
  private let shift: UInt32
  private var room: Int

  /// The trie of the pieces `0 ..< count`, each with its root and its bytes; of equal ones the last counts, and
  /// nil or empty ones are left out. Nil if they are too many.
  ///
  /// - Complexity: O(bytes).
  init?(count: Int, pieceAt: (Int) -> (root: Node, bytes: Slice<UnsafeBufferPointer<UInt8>>)?) {
    var bits = 8
    while bits < Self.mostBits, 1 << bits < 3 * count { bits += 1 }
    while bits <= Self.mostBits {
      self.init(bits: bits)
      if fill(count: count, pieceAt: pieceAt) { return }
      bits += 1
    }
    return nil
  }

  private init(bits: Int) {
    slots = Array(repeating: Slot(edge: Self.free, piece: Self.noPiece), count: 1 << bits)
    shift = UInt32(32 - bits)
    room = slots.count / 4 * 3
  }

  /// Puts all pieces in; false if there is no room.
  private mutating func fill(
    count: Int, pieceAt: (Int) -> (root: Node, bytes: Slice<UnsafeBufferPointer<UInt8>>)?
  ) -> Bool {
    for number in 0..<count {
      guard let (root, bytes) = pieceAt(number), !bytes.isEmpty else { continue }
      var node = root
      for byte in bytes {
        let edge = node << 8 | UInt32(byte)
        let place = place(of: edge)
        if slots[place].edge == Self.free {
          guard room > 0 else { return false }
          room -= 1
          slots[place].edge = edge
        }
        node = Node(place)
      }
      slots[Int(node)].piece = UInt32(number)
    }
    return true
  }

  /// The node that a byte leads to. Complexity: O(1).
  @inline(__always)
  func child(of node: Node, by byte: UInt8) -> Node? {
    let edge = node << 8 | UInt32(byte)
    let place = place(of: edge)
    return slots[place].edge == edge ? Node(place) : nil
  }

  /// The piece that ends at a node, not at a root.
  @inline(__always)
  func piece(at node: Node) -> UInt32? {
    let piece = slots[Int(node)].piece
    return piece == Self.noPiece ? nil : piece
  }

  /// Where an edge stands or would stand: Fibonacci hashing, then the next free place.
  @inline(__always)
  private func place(of edge: UInt32) -> Int {
    var place = Int((edge &* 0x9E37_79B1) >> shift)
    while slots[place].edge != edge, slots[place].edge != Self.free {
      place = (place + 1) & (slots.count - 1)
    }
    return place
  }
}
