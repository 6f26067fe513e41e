/// What in the words of a need and an offer makes them a match.
public struct Evidence: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The words that both share, as the need writes them, in its order, without words such as "the".
  public let wordsInCommon: [String]
  /// The words of the need that carry the likeness of meaning; empty without a model.
  public let needWords: [String]
  /// The words of the offer that do.
  public let offerWords: [String]
  /// Misspelt words and how they were read.
  public let repairs: [Repair]

  /// A misspelt word.
  public struct Repair: Hashable, Sendable, Codable {
    /// As the listing writes it.
    public let written: String
    /// As it was read.
    public let read: String
  }

  /// In plain words: `words in common: bail, litige`, or `évier, fuit ~ plumber`.
  public var description: String {
    let likeness =
      if !wordsInCommon.isEmpty {
        "words in common: \(wordsInCommon.joined(separator: ", "))"
      } else if !needWords.isEmpty, !offerWords.isEmpty {
        "\(needWords.joined(separator: ", ")) ~ \(offerWords.joined(separator: ", "))"
      } else {
        "similar spelling"
      }
    let read = repairs.map { "“\($0.written)” read as “\($0.read)”" }
    return ([likeness] + read).joined(separator: "; ")
  }
}
