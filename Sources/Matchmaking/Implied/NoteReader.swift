internal import Retrieval

/// Reads needs and offers out of the host's free notes on a contact.
///
/// A sentence counts only where nothing speaks against it: between the beginning of a clause and the opener
/// there may stand the contact, as a pronoun or by name, the contact's own firm or club, and words that
/// change nothing. Whatever else stands there, such as a negation, another person or a past tense, is a
/// reason to say nothing: what is missed can be entered by hand, what is made up costs trust.
struct NoteReader {
  private let bytes: [UInt8]
  private let names: Set<String>

  /// The needs and offers that a note states, in its order.
  ///
  /// - Parameter name: the contact's name.
  /// - Complexity: O(length).
  static func listings(in note: String, on name: String) -> [ImpliedListing] {
    if note.isEmpty { return [] }
    let reader = NoteReader(bytes: Array(note.utf8), names: Set(Words.split(name).map(\.text)))
    let sentences = NoteWord.sentences(of: note)
    return sentences.indices.flatMap { index in
      let isMet = index + 1 < sentences.count && reader.tellsAnEnd(sentences[index + 1][...])
      return reader.listings(in: sentences[index]).filter { $0.kind == .offer || !isMet }
    }
  }

  private func listings(in sentence: [NoteWord]) -> [ImpliedListing] {
    var listings: [ImpliedListing] = []
    var clause = 0
    var isOthers = false
    // What stands behind an "if" may never be.
    let certain = sentence.firstIndex { NoteVocabulary.hypotheses.contains($0.folded) } ?? sentence.count
    var index = 0
    while index < certain {
      if sentence[index].gap == .comma || Self.conjunctions.contains(sentence[index].folded) {
        isOthers = isOthers || beginsWithAnother(sentence[clause..<index])
        clause = index
      }
      guard let opener = Opener.at(index, of: sentence) else {
        index += 1
        continue
      }
      let start = index + opener.words.count
      let end = end(ofObjectAt: start, in: sentence)
      let lead = sentence[clause..<index]
      if !isOthers || lead.contains(where: { Self.pronouns.contains($0.folded) }),
        !sentence[clause...index].contains(where: { ["n", "j"].contains($0.elision) }), isOwn(lead),
        !isRefused(sentence, opener, at: index, until: end),
        let listing = listing(sentence, from: clause, opener, start: start, end: end)
      {
        listings.append(listing)
      }
      index = max(end, index + 1)
      clause = index
    }
    return listings
  }

  /// Whether a clause begins by saying that a need is met: "found one", "elle a trouvé".
  private func tellsAnEnd(_ clause: ArraySlice<NoteWord>) -> Bool {
    let first = clause.prefix(5).first {
      !NoteVocabulary.fillers.contains($0.folded) && !names.contains($0.folded)
    }
    return first.map { NoteVocabulary.ends.contains($0.folded) } ?? false
  }

  /// Whether a clause up to its opener speaks of the contact.
  private func isOwn(_ lead: ArraySlice<NoteWord>) -> Bool {
    var rest = lead.filter { !NoteVocabulary.fillers.contains($0.folded) && !names.contains($0.folded) }
    if rest.count >= 2, rest[0].folded == "not", rest[1].folded == "only" { rest.removeFirst(2) }
    guard let first = rest.first, let last = rest.last else { return true }
    return rest.count <= 3 && NoteVocabulary.possessives.contains(first.folded)
      && NoteVocabulary.organisations.contains(last.folded)
  }

  private func beginsWithAnother(_ clause: ArraySlice<NoteWord>) -> Bool {
    let words = clause.filter { !Self.conjunctions.contains($0.folded) }
    guard let first = words.first else { return false }
    if NoteVocabulary.others.contains(first.folded) || first.elision == "j" { return true }
    guard NoteVocabulary.possessives.contains(first.folded) || first.elision == "l" else { return false }
    return words.count < 2 || !NoteVocabulary.organisations.contains(words[1].folded)
  }

  /// Whether a sentence takes back, puts off or empties what its opener says.
  private func isRefused(_ sentence: [NoteWord], _ opener: Opener, at index: Int, until end: Int) -> Bool {
    let start = index + opener.words.count
    let first = sentence[start]
    if NoteVocabulary.negations.contains(first.folded) { return true }
    let isToHost = opener.kind == .offer && end > start + 1 && Self.hosts.contains(first.folded)
    if NoteVocabulary.emptyObjects.contains(first.folded), !isToHost { return true }
    if ["m", "t"].contains(first.elision) { return true }
    // "cherche à me vendre une assurance"
    if ["a", "to", "de"].contains(first.folded), start + 1 < end,
      Self.hosts.contains(sentence[start + 1].folded)
    {
      return true
    }
    if opener.kind == .offer, start + 1 < end, NoteVocabulary.possessives.contains(first.folded),
      NoteVocabulary.kin.contains(sentence[start + 1].folded)
    {
      return true
    }
    // "a proposé", which without its accent looks like "propose".
    if index > 0, opener.words[0] != "a", Self.perfects.contains(sentence[index - 1].folded),
      sentence[index].folded.hasSuffix("e")
    {
      return true
    }
    return opener.kind == .need && end < sentence.count && tellsAnEnd(sentence[end...])
  }

  private func end(ofObjectAt start: Int, in sentence: [NoteWord]) -> Int {
    var index = start + 1
    while index < sentence.count {
      let word = sentence[index]
      let isJoint = Self.conjunctions.contains(word.folded)
      if word.folded == "but" || word.folded == "mais" { break }
      if word.gap == .comma || isJoint {
        let next = isJoint ? index + 1 : index
        guard next < sentence.count else { break }
        if Self.pronouns.contains(sentence[next].folded) || Self.auxiliaries.contains(sentence[next].folded)
          || Opener.at(next, of: sentence) != nil
        {
          break
        }
      }
      index += 1
    }
    return min(index, sentence.count)
  }

  private func listing(
    _ sentence: [NoteWord], from clause: Int, _ opener: Opener, start: Int, end: Int
  ) -> ImpliedListing? {
    var first = start - opener.kept
    if opener.kept == 0, first < end - 1, hasLink(opener, sentence[first], before: sentence[first + 1]) {
      first += 1
    }
    guard first < end else { return nil }
    var lower = sentence[first].source.lowerBound
    if opener.kept == 0, sentence[first].elision == "d" {
      lower += bytes[lower + 1] < 0x80 ? 2 : 4
    }
    let upper = sentence[end - 1].source.upperBound
    let text = quoted(lower..<upper).shortened(toWordsWithin: ImpliedListing.textLimit)
    let evidence = quoted(sentence[clause].source.lowerBound..<upper)
    guard text.contains(where: \.isLetter) else { return nil }
    return ImpliedListing(
      kind: opener.kind, text: text,
      evidence: evidence.shortened(toWordsWithin: 2 * ImpliedListing.textLimit), source: .notes)
  }

  /// Whether a word only links an opener to what follows: the "de" of "propose de relire", the "to" of "wants
  /// to sell".
  private func hasLink(_ opener: Opener, _ word: NoteWord, before next: NoteWord) -> Bool {
    switch word.folded {
    case "to": true
    case "de": next.folded != "la" && next.elision != "l"
    case "a": opener.words == ["peut", "aider"]
    default: false
    }
  }

  private func quoted(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self).oneLine
  }

  private static let hosts: Set<String> = ["me", "us", "nous"]
  private static let perfects: Set<String> = ["a", "ont", "ai", "avait", "avaient", "avoir"]
  private static let conjunctions: Set<String> = ["and", "but", "et", "mais", "so", "donc", "puis"]
  private static let pronouns: Set<String> = ["he", "she", "they", "il", "elle", "ils", "elles"]
  private static let auxiliaries: Set<String> = ["is", "was", "has", "will", "would", "est", "a", "va"]
}
