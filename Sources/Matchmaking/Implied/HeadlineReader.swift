internal import Retrieval

/// Reads what a headline implies: who is "Plumber | Leaks" can be asked about leaks.
enum HeadlineReader {
  /// The listings that a headline implies, the employer behind it. An employer alone says too little of what
  /// somebody does.
  static func listings(of headline: String?, at organisation: String?) -> [ImpliedListing] {
    let headline = headline?.oneLine ?? ""
    let words = Words.split(headline).map(\.text)
    if isSearch(words) {
      return [ImpliedListing(kind: .need, text: headline, evidence: nil, source: .headline)]
    }
    guard let first = words.first, !withoutOffer.contains(first) else { return [] }
    let employer = organisation?.oneLine ?? ""
    let text = employer.isEmpty ? headline : "\(headline), \(employer)"
    return [ImpliedListing(kind: .offer, text: text, evidence: nil, source: .headline)]
  }

  private static func isSearch(_ words: [String]) -> Bool {
    let phrases = [
      ["looking", "for"], ["seeking"], ["open", "to"], ["in", "search", "of"], ["en", "recherche"],
      ["a", "la", "recherche"], ["a", "l", "ecoute"], ["a", "ecoute"], ["cherche"], ["recherche"],
    ]
    return phrases.contains { words.starts(with: $0) }
  }

  /// First words of those who offer no work by their headline.
  private static let withoutOffer: Set<String> = [
    "student", "retired", "retiree", "unemployed", "etudiant", "etudiante", "retraite", "retraitee", "lyceen",
    "lyceenne", "eleve",
  ]
}
