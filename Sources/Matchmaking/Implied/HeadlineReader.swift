internal import Retrieval

/// Reads what a headline implies: who is "Plumber | Leaks" can be asked about leaks.
enum HeadlineReader {
  /// The listings that a headline implies, the employer behind it. An employer alone says too little of what
  /// somebody does.
  static func listings(of headline: String?, at organisation: String?) -> [ImpliedListing] {
    let headline = headline?.oneLine ?? ""
    let words = Words.split(headline).map(\.text)
    if let search = search(in: words) {
      guard !words[..<search].suffix(4).contains(where: negations.contains) else { return [] }
      let start = Words.split(headline)[search].source.lowerBound
      let text = String(decoding: Array(headline.utf8)[start...], as: UTF8.self)
      let isOwn = search == 0 || words[..<search].suffix(2).contains(where: own.contains)
      if isOwn { return [ImpliedListing(kind: .need, text: text, evidence: nil, source: .headline)] }
    }
    guard let first = words.first, !withoutOffer.contains(first) else { return [] }
    let employer = organisation?.oneLine ?? ""
    let text = employer.isEmpty ? headline : "\(headline), \(employer)"
    return [ImpliedListing(kind: .offer, text: text, evidence: nil, source: .headline)]
  }

  /// Where a phrase begins that says that somebody is looking for something.
  private static func search(in words: [String]) -> Int? {
    words.indices.first { start in searches.contains { words[start...].starts(with: $0) } }
  }

  private static let searches = [
    ["looking", "for"], ["seeking"], ["open", "to"], ["in", "search", "of"], ["en", "recherche"],
    ["a", "la", "recherche"], ["a", "l", "ecoute"], ["a", "ecoute"], ["cherche"], ["recherche"],
    ["cherchons"],
    ["recherchons"], ["recrute"], ["recrutons"],
  ]

  private static let negations: Set<String> = [
    "not", "no", "never", "longer", "isn", "isnt", "aren", "don", "dont", "ne", "n", "pas", "plus", "jamais",
    "sans",
  ]

  /// Before a search, these say whose it is; "helps startups looking for funding" is another's.
  private static let own: Set<String> = [
    "we", "i", "are", "am", "re", "m", "currently", "actively", "nous", "je",
  ]

  /// First words of those who offer no work by their headline.
  private static let withoutOffer: Set<String> = [
    "student", "retired", "retiree", "unemployed", "etudiant", "etudiante", "retraite", "retraitee", "lyceen",
    "lyceenne", "eleve",
  ]
}
