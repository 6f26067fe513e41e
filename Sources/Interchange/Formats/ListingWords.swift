internal import Matchmaking

/// The words of a need or offer that comes with a title and a description.
enum ListingWords {
  /// A description that is longer says more than a listing does, and is kept beside it.
  private static let longest = 400

  /// Whether an answer says that there is nothing: `non`, `-`, `N/A`; or no more than yes, to a question that the listing lacks.
  static func isNoAnswer(_ text: String) -> Bool {
    let words = text.folded
    return !text.contains(where: \.isLetter) || noAnswers.contains(words)
      || ["rien ", "aucun ", "aucune ", "pas de besoin", "pas d offre", "nothing at ", "none at "].contains {
        words.hasPrefix($0) && words.utf8.count < 40
      }
  }

  private static let noAnswers: Set<String> = [
    "non", "no", "none", "nothing", "aucun", "aucune", "rien", "neant", "n a", "na", "nsp", "ras",
    "sans objet", "sans", "nein", "nichts", "keine", "keiner", "nil", "null", "0", "x", "oui", "yes", "ja",
    "je ne sais pas", "i don t know", "i dont know", "tbd", "todo", "idk", "peut etre", "maybe",
    "pas de besoin", "pas d offre", "pas encore", "a voir", "tout", "nothing yet", "non merci",
    "pas pour l instant", "no thanks", "aucune idee", "true", "false", "vrai", "faux",
  ]

  /// The text of the listing, nil if there is none, and the description that found no room in it.
  static func joined(title: String?, description: String?) -> (text: String?, rest: String?) {
    guard let description, description != title else { return (title, nil) }
    guard let title else { return (description, nil) }
    guard description.utf8.count <= longest else { return (title, description) }
    if description.hasPrefix(title) { return (description, nil) }
    let stop = title.last.map { ".!?:…".contains($0) } ?? false
    return ("\(title)\(stop ? "" : ":") \(description)", nil)
  }

  /// What of a description can stand as a headline: its first line or sentence, if that is short.
  static func headline(of description: String) -> String? {
    let line = description.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    if line.utf8.count <= 160 { return line.isBlank ? nil : line }
    let sentence = line.split(separator: ". ", maxSplits: 1).first.map(String.init) ?? ""
    return sentence.utf8.count <= 160 && !sentence.isBlank ? sentence : nil
  }
}
