/// SentencePiece's normalisation: a double array (Aoe, 1989) of byte sequences, each with its replacement.
///
/// In `use.lkm` the map is NFKC, with every kind of space made U+0020.
struct CharacterMap: Sendable {
  private let trie: [UInt32]
  private let replacements: [UInt8]

  /// The map of a model file's tensors `normalizer.trie` and `normalizer.text`.
  init(_ file: ModelFile) throws(ModelError) {
    let trie = "normalizer.trie"
    let text = "normalizer.text"
    self.trie = try Array(file.tensor(trie, of: UInt32.self, shape: file.shape(of: trie)))
    replacements = try Array(file.tensor(text, of: UInt8.self, shape: file.shape(of: text)))
    guard !self.trie.isEmpty, replacements.last == 0 else {
      throw file.damaged("its normalizer is cut short")
    }
  }

  /// The UTF-8 bytes of a text with each longest known sequence replaced.
  ///
  /// - Complexity: O(length · length of the longest known sequence).
  func normalised(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count + 8)
    var start = 0
    while start < text.count {
      if let (replacement, end) = longestKey(of: text, from: start) {
        for place in replacement..<replacements.count {
          guard replacements[place] != 0 else { break }
          result.append(replacements[place])
        }
        start = end
      } else {
        repeat {
          result.append(text[start])
          start += 1
        } while start < text.count && text[start] & 0xC0 == 0x80
      }
    }
    return result
  }

  private func longestKey(of text: UnsafeBufferPointer<UInt8>, from start: Int) -> (
    replacement: Int, end: Int
  )? {
    var longest: (Int, Int)?
    var node = Self.step(trie[0])
    for place in start..<text.count {
      node ^= Int(text[place])
      guard node < trie.count else { break }
      let unit = trie[node]
      guard unit & 0x8000_00FF == UInt32(text[place]) else { break }
      node ^= Self.step(unit)
      if unit & 0x100 != 0, node < trie.count { longest = (Int(trie[node] & 0x7FFF_FFFF), place + 1) }
    }
    return longest
  }

  private static func step(_ unit: UInt32) -> Int { Int(unit >> 10) << Int((unit & 0x200) >> 6) }
}
