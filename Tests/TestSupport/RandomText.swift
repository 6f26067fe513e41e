/// Texts of common and rare words, so that random ones have something in common.
public enum RandomText {
  private static let words = [
    "plumber", "plombier", "garden", "jardin", "translation", "traduction", "accountant", "comptable",
    "piano",
    "lessons", "cours", "rides", "airport", "aéroport", "website", "évier", "fuit", "bookkeeping", "invoices",
    "cat", "sitting", "rugby", "boots", "l'entreprise", "mi-temps", "bilingue", "à", "Toulouse", "the", "for",
    "help",
    "need", "cherche", "straße", "œuvre", "2026", "kid's", "maths",
  ]

  /// One to eight words, the first ones of the list more often.
  public static func make(using random: inout SeededRandom) -> String {
    (0..<Int.random(in: 1...8, using: &random)).map { _ in
      let upper = Int.random(in: 1...words.count, using: &random)
      return words[Int.random(in: 0..<upper, using: &random)]
    }.joined(separator: " ")
  }
}
