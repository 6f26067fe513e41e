/// What makes records of contacts look like one person: an address that they share, or the whole name.
struct Sameness: Sendable {
  /// Mail addresses, web addresses and names, as their first bearer writes them.
  private let marks: [String]
  /// The marks of each contact, by their place in `marks`.
  private let marksOf: [[Int]]

  /// Compares contacts. Complexity: O(length of their names and addresses).
  init(of contacts: [Contact]) {
    var marks: [String] = []
    var numbers: [String: Int] = [:]
    marksOf = contacts.map { contact in
      let emails = contact.emails.filter { !Self.isShared(email: $0) }
      let urls = contact.urls.filter { !Self.isShared(url: $0) }
      let addresses = (emails + urls).map { (key: $0.lowercased(), label: $0) }
      // The order of first and last name differs from source to source.
      let words = contact.name.folded.split(separator: " ").sorted().joined(separator: " ")
      let name = words.isEmpty ? [] : [(key: "name: \(words)", label: "the name \(contact.name)")]
      return (addresses + name).map { key, label in
        if let number = numbers[key] { return number }
        numbers[key] = marks.count
        marks.append(label)
        return marks.count - 1
      }
    }
    self.marks = marks
  }

  /// Whether a mail address is a firm's or a club's rather than a person's, as `contact@…` is.
  private static func isShared(email: String) -> Bool {
    offices.contains(email.lowercased().prefix { $0 != "@" }.description)
  }

  /// Whether a web address is a site rather than a person's page: it has no path.
  private static func isShared(url: String) -> Bool {
    let rest = url.lowercased().replacing("https://", with: "").replacing("http://", with: "")
    return !rest.split(separator: "/", maxSplits: 1).dropFirst().contains { !$0.isEmpty }
  }

  private static let offices: Set<String> = [
    "contact", "info", "office", "hello", "bonjour", "accueil", "mail", "admin", "team", "sales", "support",
    "mairie",
    "secretariat", "bureau", "club", "direction", "service", "kontakt",
  ]

  /// The contacts, by number, that look like the same person as each contact, itself not among them, rising.
  var aliases: [Int: [Int]] {
    var aliases: [Int: Set<Int>] = [:]
    for (contacts, _) in shared {
      // A mark that many share says little of each; a few are enough for one person's records.
      for contact in contacts where contacts.count <= Self.most {
        aliases[contact, default: []].formUnion(contacts.filter { $0 != contact })
      }
    }
    return aliases.mapValues { $0.sorted() }
  }

  private static let most = 10

  /// What two contacts, by number, have in common, if anything.
  func evidence(_ pair: Pair) -> String? {
    let other = marksOf[pair.second]
    return marksOf[pair.first].first(where: other.contains).map { "both have \(marks[$0])" }
  }

  /// The contacts, by number, who have a mark in common, with that mark; each set of contacts once, by its first mark.
  var shared: [(contacts: [Int], mark: String)] {
    var bearers = [[Int]](repeating: [], count: marks.count)
    for (contact, marks) in marksOf.enumerated() {
      for mark in Set(marks).sorted() { bearers[mark].append(contact) }
    }
    var seen: Set<[Int]> = []
    return bearers.indices.filter { bearers[$0].count > 1 && seen.insert(bearers[$0]).inserted }
      .map { (bearers[$0], marks[$0]) }
  }
}
