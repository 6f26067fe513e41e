/// A picture as SVG, drawn for a wide page and for a telephone, and what it shows in words.
public struct Picture: Hashable, Sendable {
  /// For a desk's screen or paper.
  public let wide: String
  /// For a telephone: narrower, its letters as large.
  public let narrow: String
  /// What to know to read it; empty for nothing.
  public let caption: String

  /// What the style sheet tells the two by.
  enum Shape: String {
    case wide, narrow

    /// In units of the picture, of which letters are 12 high.
    var width: Double { self == .wide ? 720 : 340 }
  }
}
