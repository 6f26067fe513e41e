/// The character n-grams of a text: runs of three scalars over its words, with a mark between and around them,
/// so that `bon chat` has `_bo`, `bon`, `on_`, `n_c`, `_ch`, `cha`, `hat`, `at_`.
enum NGrams {
  private static let mark: UInt32 = 0x5F
  private static let size = 3

  /// The n-grams of the words, in order. Complexity: O(length).
  static func of(_ words: [Word]) -> [ArraySlice<UInt32>] {
    guard !words.isEmpty else { return [] }
    var marked: [UInt32] = [mark]
    for word in words {
      marked += word.scalars
      marked.append(mark)
    }
    return (0...(marked.count - size)).map { marked[$0..<$0 + size] }
  }
}
