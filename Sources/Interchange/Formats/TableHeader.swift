/// What each column of a table of contacts means, from its first row.
struct TableHeader {
  /// For each column, from left to right.
  let meanings: [Meaning]

  enum Meaning: Equatable {
    case known(ContactColumn)
    /// A column that is kept under a name among the contact's unknown fields.
    case unknown(String)
  }

  /// - Throws: ``UnknownFormat`` if the columns cannot be those of a table of contacts.
  init(_ headers: [String]) throws(UnknownFormat) {
    var columns = headers.map { ContactColumn(header: $0) }
    if columns.contains(.firstName), !columns.contains(.lastName),
      let name = columns.firstIndex(of: .name), headers[name].lowercased().hasPrefix("n")
    {
      // Beside a first name, `Nom` and `Name` are the family's.
      columns[name] = .lastName
    }
    let known = Set(columns.compactMap { $0 })
    guard !known.isEmpty else {
      let understood = ContactColumn.allCases.map(\.rawValue).joined(separator: ", ")
      throw UnknownFormat(
        advice:
          "no column of the first row is known: name them with some of \(understood); or write JSON Lines")
    }
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
      if let known = column.1 { return .known(known) }
      return .unknown(Self.free(column.0, index, &taken))
    }
  }

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
  private static let reserved: Set<String> = ["host", "doNotIntroduce", "interactions", "introductions"]
}
