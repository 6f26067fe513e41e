/// One word of a text, folded, with the place where it stands.
package struct Word: Sendable {
  /// The word's folded scalars; never empty.
  package let scalars: [UInt32]
  /// Where the word stands in the text, as UTF-8 offsets.
  package let source: Range<Int>

  /// The folded word as a text.
  package var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars.lazy.compactMap(Unicode.Scalar.init))
    return String(view)
  }
}
