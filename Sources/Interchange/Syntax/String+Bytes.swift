extension String {
  /// The text without ASCII white space at both ends.
  var trimmed: String {
    guard let first = utf8.first, let last = utf8.last, first.isBlank || last.isBlank else { return self }
    return Array(utf8)[...].trimmed.text
  }

  /// Whether there is nothing but white space.
  var isBlank: Bool {
    // Most texts show by their first letter that they are not.
    if let first = utf8.first, first < 0x80, !first.isBlank { return false }
    return allSatisfy(\.isWhitespace)
  }
}

extension [String] {
  /// Each text once, where it stands first.
  var withoutRepeats: [String] {
    var known: Set<String> = []
    return filter { known.insert($0).inserted }
  }
}
