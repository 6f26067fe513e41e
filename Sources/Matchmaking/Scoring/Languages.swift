/// The languages that a contact speaks, as far as they are known, however they are written: `fr`, `fr-FR`, `French`.
struct Languages: Hashable, Sendable {
  private let codes: Set<String>

  init(_ contact: Contact) {
    codes = Set(contact.languages.compactMap(Self.code))
  }

  /// Whether two contacts can talk; true if the languages of one of them aren't known.
  func areShared(with other: Languages) -> Bool {
    codes.isEmpty || other.codes.isEmpty || !codes.isDisjoint(with: other.codes)
  }

  /// The code of a language given by code or name; its folded name if that isn't known.
  private static func code(of language: String) -> String? {
    let words = language.folded.split(whereSeparator: { $0 == " " || $0 == "-" || $0 == "_" })
    guard let first = words.first.map(String.init) else { return nil }
    return names[first] ?? first
  }

  private static let names: [String: String] = {
    let lines = """
      en english anglais englisch ingles
      fr french francais franzosisch frances
      es spanish espagnol espanol spanisch castellano
      de german allemand deutsch aleman
      it italian italien italiano italienisch
      pt portuguese portugais portugues portugiesisch
      nl dutch neerlandais nederlands niederlandisch
      ar arabic arabe arabisch
      ru russian russe russisch
      zh chinese chinois mandarin chinesisch
      oc occitan
      ca catalan
      """
    return Dictionary(
      uniqueKeysWithValues: lines.split(separator: "\n").flatMap { line in
        let words = line.split(separator: " ").map(String.init)
        return words.dropFirst().map { ($0, words[0]) }
      })
  }()
}
