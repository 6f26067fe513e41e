/// A language that a page is written in.
public enum Language: String, Hashable, Sendable, Codable, CaseIterable {
  case english = "en"
  case french = "fr"

  /// The first of a contact's languages that a page can be written in; English if there is none.
  public init(preferredBy languages: [String]) {
    let known = languages.lazy.compactMap { Language(rawValue: String($0.lowercased().prefix(2))) }
    self = known.first ?? .english
  }

  var wording: any Wording {
    switch self {
    case .english: EnglishWording()
    case .french: FrenchWording()
    }
  }
}
