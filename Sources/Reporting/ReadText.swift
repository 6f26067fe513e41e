internal import Foundation
internal import Matchmaking

/// A text as a suspicious reader sees it, who looks for names, addresses and numbers in whatever disguise.
struct ReadText {
  /// Compatible letters and digits, without what can't be seen.
  let text: String
  /// The words in order.
  let words: [Word]

  struct Word {
    /// In lower case, without accents.
    let text: String
    let isCapitalised: Bool
  }

  init(_ original: String) {
    let visible = original.unicodeScalars.filter { $0.properties.generalCategory != .format }
    text = String(String.UnicodeScalarView(visible)).precomposedStringWithCompatibilityMapping
    words = text.split { !$0.isLetter && !$0.isNumber }.flatMap { part in
      part.isASCIIWord
        ? [Word(text: part.lowercased(), isCapitalised: part.first?.isUppercase ?? false)]
        : [Word(text: String(part).folded, isCapitalised: part.first?.isUppercase ?? false)]
    }
  }

  /// All letters and digits in one, as a name would stand there that is cut by spaces or signs.
  var letters: String { words.map(\.text).joined() }

  /// The words, the pieces between spaces without the signs in them, and what is spelled letter by letter.
  var forms: Set<String> {
    let pieces = text.split(whereSeparator: \.isWhitespace).map { piece in
      String(piece.filter { $0.isLetter || $0.isNumber }).folded
    }
    return Set(words.map(\.text)).union(pieces).union(spelled)
  }

  /// Letters that stand alone, one after the other: initials, or a name letter by letter.
  var spelled: [String] {
    var runs: [String] = []
    var run = ""
    for word in words {
      if word.text.count == 1 {
        run += word.text
      } else {
        if run.count > 1 { runs.append(run) }
        run = ""
      }
    }
    return run.count > 1 ? runs + [run] : runs
  }

  /// Whether a word mixes letters of alphabets that look alike.
  var isDisguised: Bool {
    words.contains { word in
      let scalars = word.text.unicodeScalars
      let isLatin = scalars.contains { ("a"..."z").contains($0) }
      return isLatin
        && scalars.contains { (0x370...0x3FF).contains($0.value) || (0x400...0x52F).contains($0.value) }
    }
  }

  /// Whether it has a mail or web address, or a telephone number.
  var isAddress: Bool {
    if text.contains("@") || text.contains("://") { return true }
    let lower = text.lowercased()
    if ["(at)", "[at]", "{at}", " dot ", "(dot)", "[dot]", " point com", " point fr"].contains(
      where: lower.contains)
    {
      return true
    }
    return hasHost || hasNumber
  }

  /// Something with a dot between letters and a last part like that of a host: `qshort.info`, `t.me/q`.
  private var hasHost: Bool {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "." && $0 != "-" }.contains { token in
      let parts = token.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count > 1 else { return false }
      return zip(parts, parts.dropFirst()).contains { before, last in
        !before.isEmpty && (2...24).contains(last.count) && last.allSatisfy(\.isLetter)
          && !Self.noHosts.contains(last.lowercased())
      }
    }
  }

  /// What follows a dot in names of things.
  private static let noHosts: Set<String> = ["js", "ex"]

  /// Seven digits or more with nothing but signs between them; years count for nothing.
  private var hasNumber: Bool {
    var digits = 0
    var group = ""
    var signs = 0
    func isYear(_ group: String) -> Bool {
      group.count == 4 && (group.hasPrefix("19") || group.hasPrefix("20"))
    }
    for character in text + " " {
      if let digit = character.wholeNumberValue, (0...9).contains(digit) {
        group += String(digit)
        signs = 0
        continue
      }
      if !group.isEmpty {
        digits = isYear(group) ? 0 : digits + group.count
        if digits >= 7 { return true }
        group = ""
      }
      signs += 1
      if character.isLetter || signs > 3 { digits = 0 }
    }
    return false
  }
}

extension Substring {
  fileprivate var isASCIIWord: Bool { utf8.allSatisfy { $0 < 0x80 } }
}
