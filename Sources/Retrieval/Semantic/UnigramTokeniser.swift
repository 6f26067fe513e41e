/// Cuts a text into the pieces of a unigram vocabulary whose scores add up highest: Kudo, "Subword Regularization"
/// (2018), the tokeniser of the multilingual Universal Sentence Encoder.
package struct UnigramTokeniser: Sendable {
  /// What a character is that no piece covers.
  package static let unknown: UInt32 = 0
  private static let begin: UInt32 = 1
  private static let end: UInt32 = 2
  /// "▁", which stands for the space before a word.
  private static let space: [UInt8] = [0xE2, 0x96, 0x81]

  private let map: CharacterMap
  private let trie: PieceTrie
  private let scores: [Float]
  private let unknownScore: Float

  /// The tokeniser of `use.lkm`. Complexity: O(bytes of all pieces).
  package init(_ file: ModelFile) throws(ModelError) {
    let pieces = try file.strings("pieces")
    let trie = PieceTrie(count: pieces.count) { number in
      number > Self.end ? (PieceTrie.root, pieces[number][...]) : nil
    }
    guard pieces.count > Self.end, let trie else { throw file.damaged("its pieces are too few or too many") }
    map = try CharacterMap(file)
    self.trie = trie
    scores = try Array(file.tensor("pieces.score", of: Float.self, shape: [pieces.count]))
    unknownScore = try file.tensor("pieces.unknown", of: Float.self, shape: [1])[0]
    guard unknownScore.isFinite, scores.allSatisfy(\.isFinite) else {
      throw file.damaged("a score of a piece is no number")
    }
  }

  /// The number of pieces; each piece's number is below it.
  package var pieceCount: Int { scores.count }

  /// The pieces of a text, between those for its begin and its end.
  ///
  /// - Complexity: O(length · length of the longest piece).
  package func pieces(of text: String) -> [UInt32] {
    let bytes = spaced(text)
    guard !bytes.isEmpty else { return [Self.begin, Self.unknown, Self.end] }
    let steps = bestSteps(through: bytes)
    var pieces: [UInt32] = [Self.end]
    var place = bytes.count
    while place > 0 {
      let step = steps[place]
      pieces.append(step.piece)
      place -= Int(step.length)
    }
    pieces.append(Self.begin)
    pieces.reverse()
    return pieces
  }

  /// The text in lower case, normalised, "▁" before each word and no spaces.
  private func spaced(_ text: String) -> [UInt8] {
    var text = text.lowercased()
    var result: [UInt8] = []
    var isInWord = false
    for byte in text.withUTF8(map.normalised) {
      if byte == 0x20 {
        isInWord = false
      } else {
        if !isInWord { result += Self.space }
        isInWord = true
        result.append(byte)
      }
    }
    return result
  }

  /// The last step of the best way to a place.
  private struct Step {
    var score = -Double.infinity
    var piece = UnigramTokeniser.unknown
    var length: UInt32 = 1
  }

  /// Viterbi's algorithm, left to right. Places within a character are on no way, so their score stays infinitely low.
  private func bestSteps(through bytes: [UInt8]) -> [Step] {
    var steps = [Step](repeating: Step(), count: bytes.count + 1)
    steps[0].score = 0
    for start in 0..<bytes.count where steps[start].score > -.infinity {
      let base = steps[start].score
      let next = min(start + Self.width(of: bytes[start]), bytes.count)
      var hasSingle = false
      var node = PieceTrie.root
      for place in start..<bytes.count {
        guard let child = trie.child(of: node, by: bytes[place]) else { break }
        node = child
        guard let piece = trie.piece(at: node) else { continue }
        if place + 1 == next { hasSingle = true }
        let score = base + Double(scores[Int(piece)])
        if score > steps[place + 1].score {
          steps[place + 1] = Step(score: score, piece: piece, length: UInt32(place + 1 - start))
        }
      }
      let score = base + Double(unknownScore)
      if !hasSingle, score > steps[next].score {
        steps[next] = Step(score: score, piece: Self.unknown, length: UInt32(next - start))
      }
    }
    return steps
  }

  /// The bytes of the character that begins with this one.
  private static func width(of byte: UInt8) -> Int {
    switch byte {
    case 0xF0...: 4
    case 0xE0...: 3
    case 0xC0...: 2
    default: 1
    }
  }
}
