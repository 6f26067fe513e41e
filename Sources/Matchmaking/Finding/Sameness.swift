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
      let addresses = (contact.emails + contact.urls).map { (key: $0.lowercased(), label: $0) }
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
