/// The character n-grams of a text: runs of three scalars over its words, with a mark between and around them,
/// so that `bon chat` has `_bo`, `bon`, `on_`, `n_c`, `_ch`, `cha`, `hat`, `at_`.
enum NGrams {
  static let size = 3
  private static let mark: UInt32 = 0x5F

  /// Writes words with their marks, in place of what stood in `marked`. Complexity: O(length).
  ///
  /// - Parameter scalars: those among which the words' stand.
  static func mark(
    _ words: UnsafeBufferPointer<WordBuffer.Place>, of scalars: UnsafeBufferPointer<UInt32>,
    in marked: inout [UInt32]
  ) {
    marked.removeAll(keepingCapacity: true)
    for word in words {
      marked.append(mark)
      marked.append(contentsOf: UnsafeBufferPointer(rebasing: scalars[word.scalars]))
    }
    if !marked.isEmpty { marked.append(mark) }
  }

  /// Where n-grams begin among so many marked scalars.
  static func starts(in count: Int) -> Range<Int> { 0..<max(0, count - size + 1) }
}
