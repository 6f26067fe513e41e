internal import Retrieval

extension String {
  /// The text's words in lower case and without accents, joined by single spaces: for comparing names.
  package var folded: String {
    Words.split(self).map(\.text).joined(separator: " ")
  }
}
