/// What each column of a table of contacts means, from its first row.
struct TableHeader {
  /// For each column, from left to right.
  let meanings: [Meaning]
  /// Whether some column is known by its name, or was said.
  let isNamed: Bool
  /// The columns whose meaning was guessed from a word in the header.
  let guesses: [(header: String, column: ContactColumn)]

  enum Meaning: Equatable {
    case known(ContactColumn)
    /// A part of the place, of one of several addresses; see ``ContactColumn/address(of:)``.
    case place(ContactColumn, address: Int)
    /// Labels that an address book puts on people, not all of which are groups.
    case labels
    /// What the contact is good at.
    case skills
    /// A column that says nothing by itself.
    case ignored
    /// A column that is kept under a name among the contact's unknown fields.
    case unknown(String)
  }

  /// - Parameter said: what columns mean, by their headers, where that is said.
  /// - Throws: ``UnknownFormat`` if the columns cannot be those of a table of contacts.
  init(_ headers: [String], _ said: [String: ContactColumn] = [:]) throws(UnknownFormat) {
    var columns = headers.map { said[$0] ?? ContactColumn(header: $0) }
    if columns.contains(.firstName), !columns.contains(.lastName),
      let name = columns.firstIndex(of: .name), headers[name].lowercased().hasPrefix("n")
    {
      // Beside a first name, `Nom` and `Name` are the family's.
      columns[name] = .lastName
    }
    if let missing = said.keys.filter({ !headers.contains($0) }).min() {
      throw UnknownFormat(
        advice: "has no column \(RecordProblem.shown(missing)); its first row has "
          + headers.map(RecordProblem.shown).joined(separator: ", "))
    }
    if let job = headers.firstIndex(where: { HeadedTable.folded($0) == "jobtitle" }),
      columns[job] == .headline,
      let title = headers.firstIndex(where: { HeadedTable.folded($0) == "title" }),
      said[headers[title]] == nil
    {
      // Beside a job title, a title is Dr or Ms.
      columns[title] = nil
    }
    var guesses: [(header: String, column: ContactColumn)] = []
    let hasName = !Set(columns).isDisjoint(with: [.name, .firstName, .lastName])
    for (index, header) in headers.enumerated() where columns[index] == nil {
      guard let guess = ContactColumn(guessing: header), !columns.contains(guess),
        !(hasName && [.name, .firstName].contains(guess))
      else { continue }
      columns[index] = guess
      guesses.append((header, guess))
    }
    self.guesses = guesses
    isNamed = columns.compactMap { $0 }.count > guesses.count
    let known = Set(columns.compactMap { $0 })
    guard !known.isEmpty else { throw UnknownFormat(advice: Self.unknown) }
    let foreign = headers.first { Self.foreign.contains($0.lowercased()) }
    guard known != [.name], foreign == nil else {
      let what =
        foreign.map { "the column \(RecordProblem.shown($0)) is not one of a" } ?? "names alone make no"
      throw UnknownFormat(
        advice: "\(what) list of contacts: add columns such as needs, offers, headline or emails")
    }
    guard !known.isDisjoint(with: [.id, .name, .firstName, .lastName, .emails, .urls]) else {
      throw UnknownFormat(
        advice: "nothing in the first row says who it is: add a column name, emails, urls or id")
    }
    var taken: Set<String> = []
    meanings = zip(headers, columns).enumerated().map { index, column in
      switch column.1 {
      case let part? where [.locality, .region, .country].contains(part):
        return .place(part, address: ContactColumn.address(of: column.0))
      case .groups? where said[column.0] == nil && ContactColumn.areLabels(column.0): return .labels
      case let known?: return .known(known)
      case nil:
        if ContactColumn.isKind(column.0) { return .ignored }
        if Skills.isName(of: column.0) { return .skills }
      }
      return .unknown(Self.free(column.0, index, &taken))
    }
  }

  /// What to do about a table without a column that is known.
  static let unknown =
    "no column of the first row is known: name them with some of "
    + ContactColumn.allCases.map(\.rawValue).joined(separator: ", ")
    + "; say what they mean with --map needs=\"Header\"; or write JSON Lines"

  /// A name for an unknown column that no other column has, nor a field of JSON Lines.
  private static func free(_ header: String, _ index: Int, _ taken: inout Set<String>) -> String {
    let base =
      header.isEmpty ? "column \(index + 1)" : reserved.contains(header) ? "column \(header)" : header
    var name = base
    var number = 1
    while !taken.insert(name).inserted {
      number += 1
      name = "\(base) \(number)"
    }
    return name
  }

  /// Columns of LinkedIn's other files, which have a `Name` too: skills, languages, certifications, courses.
  private static let foreign: Set<String> = ["proficiency", "authority", "license number"]

  /// Fields of JSON Lines that are no columns.
  private static let reserved: Set<String> = [
    "host", "doNotIntroduce", "interactions", "introductions", "thanks", "aliases", "sources",
  ]
}
