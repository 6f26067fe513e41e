internal import Matchmaking

/// What each column of a table of contacts means, from its first row.
struct TableHeader {
  /// For each column, from left to right.
  let meanings: [Meaning]
  /// How many columns are known by their names, or were said.
  let namedCount: Int
  /// Whether some are.
  var isNamed: Bool { namedCount > 0 }
  /// Whether the name of the column for the last contact is not English.
  let isForeign: Bool
  /// Whether its columns are such as only a table of people has: what else has names and web addresses is not taken in with many
  /// other files.
  let isOfPeople: Bool
  /// The columns whose meaning was guessed from a word in the header.
  let guesses: [(header: String, column: ContactColumn)]

  /// Whether its identifiers are those of contacts: where that was said, or others are named by them.
  let hasIDs: Bool

  /// Whether each row is an offer or a need.
  var hasListingRows: Bool { meanings.contains(.listingKind) }

  enum Meaning: Equatable {
    case known(ContactColumn)
    /// A part of the place, of one of several addresses; see ``ContactColumn/address(of:)``.
    case place(ContactColumn, address: Int)
    /// Labels that an address book puts on people, not all of which are groups.
    case labels
    /// What the contact is good at.
    case skills
    /// Of which kind the next telephone number is.
    case phoneKind
    /// Whether the row is an offer or a need.
    case listingKind
    /// What a row that is an offer or a need is about.
    case listingTitle, listingDescription
    /// A column that says nothing by itself.
    case ignored
    /// A column that is kept under a name among the contact's unknown fields.
    case unknown(String)
  }

  /// - Parameters:
  ///   - said: what columns mean, by their headers, where that is said.
  ///   - listing: the columns of a table that has an offer or a need in each row.
  /// - Throws: ``UnknownFormat`` if the columns cannot be those of a table of contacts.
  init(
    _ headers: [String], _ said: SaidColumns = SaidColumns(), _ listing: ListingColumns? = nil
  ) throws(UnknownFormat) {
    if let secret = headers.first(where: ContactColumn.isSecret) {
      throw UnknownFormat(
        advice:
          "the column \(RecordProblem.shown(secret)) holds what nobody else should: linkup takes in no passwords; "
          + "leave the column out if these are contacts")
    }
    var columns = headers.map(said.column)
    if let missing = said.missing(in: headers) {
      throw UnknownFormat(
        advice: "has no column \(RecordProblem.shown(missing)); its first row has "
          + headers.map(RecordProblem.shown).joined(separator: ", "))
    }
    let listingMeanings = (listing?.meanings ?? [:]).filter { said[headers[$0.key]] == nil }
    for index in listingMeanings.keys { columns[index] = nil }
    let hasNeeds = columns.contains(.needs) || columns.contains(.offers)
    if let owner = listing?.owner ?? (hasNeeds ? ListingColumns.owner(in: headers) : nil),
      columns[owner] == nil,
      Set(columns).isDisjoint(with: [.name, .firstName, .lastName])
    {
      columns[owner] = .name
    }
    Self.readFormsOfAddress(&columns, headers, said)
    let guesses = Self.guess(&columns, headers, except: Set(listingMeanings.keys))
    self.guesses = guesses
    namedCount = columns.compactMap { $0 }.count - guesses.count
    isForeign =
      columns.firstIndex(of: .lastContact).map { HeadedTable.folded(headers[$0]) != "lastcontact" } ?? false
    let known = Set(columns.compactMap { $0 })
    hasIDs =
      known.contains(.knows) || known.contains(.sponsor) || headers.contains { said[$0] == .id }
      || Set(headers).isSuperset(of: ["id", "name", "headline", "organisation", "needs", "offers"])
    let hasListings = listing != nil || !known.isDisjoint(with: [.needs, .offers])
    isOfPeople =
      hasListings || !said.isEmpty
      || !known.isDisjoint(with: [.firstName, .lastName, .emails, .phones, .knows, .sponsor, .lastContact])
      || headers.indices.contains { columns[$0] == .urls && headers[$0].folded.contains("linkedin") }
      || known.contains(.name)
        && !known.isDisjoint(with: [.organisation, .headline])
    try Self.check(known, headers, hasListings: hasListings, isOfPeople: isOfPeople)
    var taken: Set<String> = []
    meanings = headers.indices.map { index in
      let header = headers[index]
      switch columns[index] {
      case let part? where [.locality, .region, .country].contains(part):
        return .place(part, address: ContactColumn.address(of: header))
      case .groups? where said[header] == nil && hasListings && ContactColumn.isCategory(header):
        // Of what is needed and offered, not of people.
        break
      case .groups? where said[header] == nil && ContactColumn.areLabels(header): return .labels
      case let known?: return .known(known)
      case nil:
        if let meaning = listingMeanings[index] { return meaning }
        if ContactColumn.isPhoneKind(header) { return .phoneKind }
        if ContactColumn.isKind(header) { return .ignored }
        if Skills.isName(of: header) { return .skills }
      }
      return .unknown(Self.free(header, index, &taken))
    }
  }

  /// Gives columns that are not known the meaning that a word in their headers suggests; returns those.
  private static func guess(
    _ columns: inout [ContactColumn?], _ headers: [String], except others: Set<Int>
  ) -> [(header: String, column: ContactColumn)] {
    var guesses: [(header: String, column: ContactColumn)] = []
    let hasName = columns.contains(.name) || columns.contains(.lastName)
    func isOwners(_ header: String) -> Bool { header.folded.contains("owner") }
    let isOfOthers = headers.indices.contains {
      [.name, .lastName, .emails].contains(columns[$0]) && !isOwners(headers[$0])
    }
    for (index, header) in headers.enumerated() where columns[index] == nil && !others.contains(index) {
      // Who looks after a customer, unless that is who the row is about.
      if isOfOthers, isOwners(header) { continue }
      guard let guess = ContactColumn(guessing: header), guess.isAddress || !columns.contains(guess),
        !(hasName && [.name, .lastName].contains(guess))
      else { continue }
      columns[index] = guess
      guesses.append((header, guess))
    }
    if columns.contains(.firstName), !columns.contains(.lastName),
      let name = columns.firstIndex(of: .name), mayBeFamilyName(headers[name])
    {
      // Beside a first name, `Nom` and `Name` are the family's.
      columns[name] = .lastName
      for guess in guesses.indices where guesses[guess].header == headers[name] {
        guesses[guess].column = .lastName
      }
    }
    return guesses
  }

  /// Refuses columns that cannot be those of a table of contacts.
  private static func check(
    _ known: Set<ContactColumn>, _ headers: [String], hasListings: Bool, isOfPeople: Bool
  ) throws(UnknownFormat) {
    if known.isEmpty, headers.contains(where: { !$0.mailAddresses.isEmpty }) {
      throw UnknownFormat(
        advice:
          "its first row is about somebody: write a row above it that names the columns, such as name,email")
    }
    guard !known.isEmpty else { throw UnknownFormat(advice: unknown) }
    let foreign = headers.first {
      Self.foreign.contains($0.lowercased())
        || !hasListings && known.isDisjoint(with: [.firstName, .emails]) && prices.contains($0.folded)
    }
    guard known != [.name] || hasListings, foreign == nil else {
      let what =
        foreign.map { "the column \(RecordProblem.shown($0)) is not one of a" } ?? "names alone make no"
      throw UnknownFormat(
        advice: "\(what) list of contacts: add columns such as needs, offers, headline or emails")
    }
    let names: Set<ContactColumn> = [.id, .name, .firstName, .lastName, .emails]
    // Films and shops have web addresses too.
    guard !known.isDisjoint(with: names) || isOfPeople && known.contains(.urls) else {
      throw UnknownFormat(
        advice: "nothing in the first row says who it is: add a column name, emails, urls or id")
    }
  }

  /// Beside another column for the job, or another one of its name, a title is Dr or Ms.
  private static func readFormsOfAddress(
    _ columns: inout [ContactColumn?], _ headers: [String], _ said: SaidColumns
  ) {
    let jobs = headers.indices.filter { columns[$0] == .headline }
    let titles = jobs.filter { said[headers[$0]] == nil && ContactColumn.mayBeFormOfAddress(headers[$0]) }
    let job = titles.count < jobs.count ? nil : titles.last
    for title in titles where title != job { columns[title] = .namePrefix }
  }

  /// Whether a header is `Nom` or `Name`, and not that of the whole name.
  private static func mayBeFamilyName(_ header: String) -> Bool {
    let words = Set(header.folded.split(separator: " "))
    return !words.isDisjoint(with: ["nom", "name"])
      && words.isDisjoint(with: ["complet", "full", "display", "afficher", "affiche", "prenom"])
  }

  /// What to do about a table without a column that is known.
  static let unknown =
    "no column of the first row is known: name them with some of "
    + ContactColumn.allCases.map(\.rawValue).joined(separator: ", ")
    + "; say what they mean with --map needs=\"Header\"; or write JSON Lines"

  /// A name for an unknown column that no other column has, nor a field of JSON Lines.
  private static func free(_ header: String, _ index: Int, _ taken: inout Set<String>) -> String {
    let base = header.isEmpty ? "column \(index + 1)" : UnknownField.name(header, of: "column")
    var name = base
    var number = 1
    while !taken.insert(name).inserted {
      number += 1
      name = "\(base) \(number)"
    }
    return name
  }

  /// Columns of LinkedIn's other files, which have a `Name` or `Title` too: skills, languages, certifications, courses, schools,
  /// projects, publications, applications, receipts and verifications.
  private static let foreign: Set<String> = [
    "proficiency", "authority", "license number", "school name", "finished on", "published on", "issued on",
    "resume name", "score", "transaction made at", "verification type",
  ]

  /// Columns of goods.
  private static let prices: Set<String> = ["price", "prix", "preis"]
}
