/// Cuts a text into words and each word into the longest pieces of a vocabulary, from its left: the uncased
/// tokeniser of BERT (Devlin and others, 2019), which MiniLM shares.
package struct WordPieceTokeniser: Sendable {
  /// What a word is that pieces don't make up.
  package static let unknown: UInt32 = 100
  private static let begin: UInt32 = 101
  private static let end: UInt32 = 102
  private static let longestWord = 100

  private let trie: PieceTrie
  /// The number of pieces; each piece's number is below it.
  package let pieceCount: Int
  /// The pieces that are whole words of four letters or more.
  package let words: [String]

  /// The tokeniser of `minilm.lkm`. Complexity: O(bytes of all pieces).
  package init(_ file: ModelFile) throws(ModelError) {
    let pieces = try file.strings("pieces")
    let trie = PieceTrie(count: pieces.count) { number in
      let piece = pieces[number]
      return piece.starts(with: "##".utf8)
        ? (PieceTrie.otherRoot, piece.dropFirst(2)) : (PieceTrie.root, piece[...])
    }
    guard pieces.count > Self.end, let trie else { throw file.damaged("its pieces are too few or too many") }
    self.trie = trie
    pieceCount = pieces.count
    words = (0..<pieces.count).map { String(decoding: pieces[$0], as: UTF8.self) }
      .filter { $0.utf8.count >= 4 && $0.unicodeScalars.allSatisfy(\.properties.isAlphabetic) }
  }

  /// All pieces of a text, between those for its begin and its end; the encoder takes no more than 256 at a time
  /// (see ``Sentences``).
  ///
  /// - Complexity: O(length · length of the longest piece).
  package func pieces(of text: String) -> [UInt32] {
    var pieces = [Self.begin]
    var word = Word()
    for scalar in text.unicodeScalars {
      var packed = UncasedScalars.fold(scalar)
      let standsAlone = packed & UncasedScalars.standsAlone != 0
      packed &= ~UncasedScalars.standsAlone
      if standsAlone || packed == UncasedScalars.space { cut(&word, into: &pieces) }
      if packed == UncasedScalars.space { continue }
      while packed != 0 {
        word.append(UInt32(packed & 0x1F_FFFF))
        packed >>= 21
      }
      if standsAlone { cut(&word, into: &pieces) }
    }
    cut(&word, into: &pieces)
    pieces.append(Self.end)
    return pieces
  }

  /// The word's pieces, or one unknown piece; leaves the word empty.
  private func cut(_ word: inout Word, into pieces: inout [UInt32]) {
    guard word.length > 0 else { return }
    defer { word.removeAll() }
    guard word.length <= Self.longestWord else { return pieces.append(Self.unknown) }
    let count = pieces.count
    var start = 0
    while start < word.bytes.count {
      guard let (piece, end) = longestPiece(of: word.bytes, from: start) else {
        pieces.removeSubrange(count...)
        return pieces.append(Self.unknown)
      }
      pieces.append(piece)
      start = end
    }
  }

  private func longestPiece(of word: [UInt8], from start: Int) -> (piece: UInt32, end: Int)? {
    var longest: (UInt32, Int)?
    var node = start == 0 ? PieceTrie.root : PieceTrie.otherRoot
    for place in start..<word.count {
      guard let child = trie.child(of: node, by: word[place]) else { break }
      node = child
      if let piece = trie.piece(at: node) { longest = (piece, place + 1) }
    }
    return longest
  }

  /// A word in the making: its length in scalars, and their UTF-8 bytes as far as a piece may need them.
  private struct Word {
    private(set) var bytes: [UInt8] = []
    private(set) var length = 0

    mutating func append(_ value: UInt32) {
      length += 1
      if value < 0x80 {
        bytes.append(UInt8(value))
      } else if length <= WordPieceTokeniser.longestWord, let scalar = Unicode.Scalar(value) {
        bytes += UTF8.encode(scalar)!
      }
    }

    mutating func removeAll() {
      bytes.removeAll(keepingCapacity: true)
      length = 0
    }
  }
}
