internal import Foundation
internal import Retrieval

/// Reads what a headline implies: who is "Plumber | Leaks" can be asked about leaks.
enum HeadlineReader {
  /// The listings that a headline implies, the employer behind it. An employer alone says too little of what
  /// somebody does.
  static func listings(of headline: String?, at organisation: String?) -> [ImpliedListing] {
    let headline = headline?.oneLine ?? ""
    if headline.isEmpty { return [] }
    if let first = firstWord(ofPlain: headline) {
      return withoutOffer.contains(first) ? [] : [offer(headline, at: organisation)]
    }
    let split = Words.split(headline)
    let words = split.map(\.text)
    if let search = search(in: words) {
      guard !words[..<search].suffix(4).contains(where: negations.contains) else { return [] }
      let bytes = Array(headline.utf8)
      let start = split[search].source.lowerBound
      let text = String(decoding: bytes[start...], as: UTF8.self)
      // "Founder | Looking for investors", "Étudiante à la recherche d'un stage".
      let isPart =
        search > 0
        && (String(decoding: bytes[split[search - 1].source.upperBound..<start], as: UTF8.self)
          .contains { "|•·–—;.,/".contains($0) } || search <= 3 && withoutOffer.contains(words[0]))
      let isOwn = search == 0 || isPart || words[..<search].suffix(2).contains(where: own.contains)
      if isOwn { return [ImpliedListing(kind: .need, text: text, evidence: nil, source: .headline)] }
    }
    guard let first = words.first, !withoutOffer.contains(first) else { return [] }
    return [offer(headline, at: organisation)]
  }

  private static func offer(_ headline: String, at organisation: String?) -> ImpliedListing {
    let employer = organisation?.oneLine ?? ""
    let text = employer.isEmpty ? headline : headline + ", " + employer
    return ImpliedListing(kind: .offer, text: text, evidence: nil, source: .headline)
  }

  /// The first word of a headline in ASCII letters, which nearly all of an import's have, if it is plain that nothing
  /// in it can be a search: the words need not be taken apart for that. Nil where that isn't plain.
  private static func firstWord(ofPlain headline: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(headline.utf8.count)
    for byte in headline.utf8 {
      // Of words with an apostrophe, a part is dropped.
      if byte >= 0x80 || byte == UInt8(ascii: "'") { return nil }
      bytes.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    let holdsMark = bytes.withUnsafeBufferPointer { bytes in
      bytes.indices.contains { start in
        marks.contains { mark in
          let length = mark.utf8CodeUnitCount
          return mark.utf8Start.pointee == bytes[start] && start + length <= bytes.count
            && memcmp(mark.utf8Start, bytes.baseAddress! + start, length) == 0
        }
      }
    }
    if holdsMark { return nil }
    func isOfWord(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) }
    guard let start = bytes.firstIndex(where: isOfWord) else { return nil }
    return String(decoding: bytes[start...].prefix(while: isOfWord), as: UTF8.self)
  }

  /// A piece of each search; such as needs no counting of who refers to it, for which threads would wait for each other.
  private static let marks: [StaticString] = [
    "looking", "seeking", "open", "search", "cherch", "ecoute", "recrut", "suche",
  ]

  /// Where a phrase begins that says that somebody is looking for something.
  private static func search(in words: [String]) -> Int? {
    words.indices.first { start in searches.contains { words[start...].starts(with: $0) } }
  }

  private static let searches = [
    ["looking", "for"], ["seeking"], ["open", "to"], ["in", "search", "of"], ["en", "recherche"],
    ["a", "la", "recherche"], ["a", "l", "ecoute"], ["a", "ecoute"], ["cherche"], ["recherche"],
    ["cherchons"],
    ["recherchons"], ["recrute"], ["recrutons"], ["auf", "der", "suche", "nach"],
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
    "lyceenne", "eleve", "demandeur", "demandeuse", "jobseeker",
  ]
}
