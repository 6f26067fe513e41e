internal import Retrieval

/// What the words of one need or offer say about how near its helper must be.
package struct PresenceCue: Hashable, Sendable {
  /// Hands-on, or from afar; nil if the words say neither. The first that do decide: in `plumber for an
  /// accountant's office` it is the plumber.
  private(set) var kind: Presence?
  /// It says that the place doesn't matter.
  private(set) var isAnywhere = false
  /// It says that it is done in person, or not from afar.
  private(set) var isInPerson = false

  /// Reads a text, English or French. Complexity: O(length).
  package init(_ text: String) {
    let clauses = Self.clauses(of: text)
    for clause in clauses {
      var next = 0
      while next < clause.count {
        guard let (said, end) = PresenceLexicon.entry(at: next, of: clause) else {
          next += 1
          continue
        }
        let isNegated = Self.isNegated(next..<end, in: clause)
        switch said {
        case .handsOn, .fromAfar: if kind == nil { kind = said }
        case .anywhere where !isNegated:
          if !Self.isRestricted(end, in: clause) { isAnywhere = true }
        case .anywhere: isInPerson = true
        case .ordinary: if !isNegated { isInPerson = true }
        case nil: break
        }
        next = end
      }
    }
    // "Online or in person": the place doesn't matter.
    if isAnywhere { isInPerson = false }
  }

  /// The words of a text, cut where a comma, stop or bracket stands: a negation doesn't reach beyond.
  private static func clauses(of text: String) -> [[String]] {
    text.split(whereSeparator: { ",.;:!?()\n".contains($0) }).map {
      Words.split(String($0)).map(\.text)
    }
  }

  /// Whether the words before or after say no: `not online`, `pas à distance`, `remote is not possible`; but not
  /// `not only online`, `no problem working remotely`.
  private static func isNegated(_ words: Range<Int>, in clause: [String]) -> Bool {
    let before = clause[max(0, words.lowerBound - 3)..<words.lowerBound]
    let after = clause[words.upperBound..<min(clause.count, words.upperBound + 3)]
    let isDenied =
      before.lastIndex(where: negators.contains).map {
        !clause[$0..<words.lowerBound].contains(where: softeners.contains)
      }
    return isDenied ?? false || after.contains(where: refusals.contains)
      || after.contains("possible") && after.contains(where: negators.contains)
  }

  /// Whether `anywhere` is bounded by what follows: `anywhere in Toulouse`, `partout en Ariège`; the world is no
  /// bound.
  private static func isRestricted(_ end: Int, in clause: [String]) -> Bool {
    guard unbounded.contains(clause[end - 1]), end < clause.count, bounds.contains(clause[end]) else {
      return false
    }
    return !clause[end...].prefix(4).contains { worlds.contains($0) }
  }

  private static let negators: Set<String> = [
    "not", "no", "never", "cannot", "cant", "dont", "doesnt", "isnt", "wont", "without", "nor", "neither",
    "non", "pas", "jamais", "sans", "aucun", "aucune", "ni",
  ]
  private static let softeners: Set<String> = [
    "only", "just", "problem", "issue", "matter", "necessarily", "seulement", "uniquement", "que", "probleme",
    "souci", "forcement", "mal",
  ]
  private static let refusals: Set<String> = ["impossible", "excluded", "exclu", "exclus", "exclue"]
  private static let unbounded: Set<String> = ["anywhere", "wherever", "partout", "ou"]
  private static let bounds: Set<String> = [
    "in", "near", "around", "within", "between", "on", "dans", "en", "a", "au", "aux", "sur", "autour",
    "pres",
    "entre",
  ]
  private static let worlds: Set<String> = ["world", "monde", "globe", "planet", "planete", "earth"]
}
