/// The S-stemmer of Harman, "How Effective Is Suffixing?" (1991): plurals in -s and -ies become singulars.
///
/// It is all the stemming that helped in measurements beside n-grams, and serves French plurals as well.
enum Stem {
  /// The singular of a folded word, or the word itself.
  static func of(_ word: [UInt32]) -> [UInt32] {
    word.withUnsafeBufferPointer { withScalars(of: $0) { Array($0) } }
  }

  /// Calls `body` with the singular of a folded word, or the word itself. Complexity: O(1), in -ies O(length).
  static func withScalars<Result>(
    of word: UnsafeBufferPointer<UInt32>, _ body: (UnsafeBufferPointer<UInt32>) -> Result
  ) -> Result {
    let count = word.count
    guard count > 3, word[count - 1] == s, word[count - 2] != s, word[count - 2] != u else {
      return body(word)
    }
    guard count > 4, word[count - 2] == e, word[count - 3] == i else {
      return body(UnsafeBufferPointer(rebasing: word.dropLast()))
    }
    return (word.dropLast(3) + [y]).withUnsafeBufferPointer(body)
  }

  private static let e = Unicode.Scalar("e").value
  private static let i = Unicode.Scalar("i").value
  private static let s = Unicode.Scalar("s").value
  private static let u = Unicode.Scalar("u").value
  private static let y = Unicode.Scalar("y").value
}
