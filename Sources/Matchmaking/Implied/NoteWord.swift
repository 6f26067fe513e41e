internal import Retrieval

/// A word of a note with what stands before it.
struct NoteWord {
  /// Lower case, without accents and without what was elided before it.
  let folded: String
  /// Where it stands in the note, as UTF-8 offsets, what was elided before it included.
  let source: Range<Int>
  /// What was elided before it: `n` of `n'a`; empty if nothing.
  let elision: String
  /// What parts it from the word before.
  let gap: Gap

  /// What parts two words.
  enum Gap: Comparable {
    case none, comma, sentence
  }
}

extension NoteWord {
  /// The words of a note, in its sentences; a question's are left out.
  static func sentences(of note: String) -> [[NoteWord]] {
    let bytes = Array(note.utf8)
    var sentences: [[NoteWord]] = []
    var sentence: [NoteWord] = []
    var end = 0
    func close(asQuestion: Bool) {
      if !sentence.isEmpty, !asQuestion { sentences.append(sentence) }
      sentence = []
    }
    for word in Words.split(note) {
      let between = bytes[end..<max(end, word.source.lowerBound)]
      let gap = sentence.isEmpty ? .sentence : gap(between, after: sentence.last?.folded ?? "")
      if gap == .sentence { close(asQuestion: between.contains(UInt8(ascii: "?"))) }
      sentence.append(NoteWord(word, in: bytes, gap: gap))
      end = word.source.upperBound
    }
    close(asQuestion: bytes[end...].contains(UInt8(ascii: "?")))
    return sentences
  }

  private init(_ word: Word, in bytes: [UInt8], gap: Gap) {
    folded = word.text
    source = word.source
    self.gap = gap
    // An elision is one or two letters with an apostrophe, which is ' or one of three bytes.
    let head = bytes[word.source].prefix(3)
    let letters = head.prefix { $0 < 0x80 && $0 != UInt8(ascii: "'") }
    let isElided =
      letters.count < 3 && letters.count < word.source.count
      && (head.contains(UInt8(ascii: "'")) || head.contains(0xE2))
    elision = isElided ? String(decoding: letters, as: UTF8.self).lowercased() : ""
  }

  private static func gap(_ bytes: ArraySlice<UInt8>, after last: String) -> Gap {
    if bytes.count == 1, bytes.first == UInt8(ascii: " ") { return .none }
    let text = String(decoding: bytes, as: UTF8.self)
    if text.contains(where: { "\n\r\u{2028};!?…•".contains($0) }) { return .sentence }
    if text.contains("."), text.hasSuffix(" ") || text.hasSuffix("\""), !abbreviations.contains(last) {
      return .sentence
    }
    if text.contains(where: { ",:()–—\"“”«»|".contains($0) }) || text.contains(" - ") { return .comma }
    return .none
  }

  /// Words whose full stop ends no sentence.
  private static let abbreviations: Set<String> = [
    "m", "mr", "mrs", "ms", "dr", "st", "vs", "no", "tel", "env", "approx", "resp", "mme", "mlle",
  ]
}
