/// The S-stemmer of Harman, "How Effective Is Suffixing?" (1991): plurals in -s and -ies become singulars.
///
/// It is all the stemming that helped in measurements beside n-grams, and serves French plurals as well.
enum Stem {
  /// The singular of a folded word, or the word itself.
  static func of(_ word: [UInt32]) -> ArraySlice<UInt32> {
    guard word.count > 3, word[word.count - 1] == s, word[word.count - 2] != s, word[word.count - 2] != u
    else {
      return word[...]
    }
    if word.count > 4, word[word.count - 2] == e, word[word.count - 3] == i {
      return ArraySlice(word.dropLast(3) + [y])
    }
    return word.dropLast()
  }

  private static let e = Unicode.Scalar("e").value
  private static let i = Unicode.Scalar("i").value
  private static let s = Unicode.Scalar("s").value
  private static let u = Unicode.Scalar("u").value
  private static let y = Unicode.Scalar("y").value
}
