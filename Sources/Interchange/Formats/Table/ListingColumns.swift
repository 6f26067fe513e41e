internal import Matchmaking

/// The columns of a table that has one offer or need in each row, as time banks and directories write their advertisements: of
/// which of the two kinds it is, and what it is about.
struct ListingColumns {
  let meanings: [Int: TableHeader.Meaning]
  /// Who made the advertisement, where no column of names says so.
  let owner: Int?

  /// Nil for any other table: no column has mostly words such as Offre and Demande, or none has a text.
  ///
  /// - Parameter reader: what follows the headers.
  init?(_ headers: [String], _ reader: CSVReader) {
    let folded = headers.map(HeadedTable.folded)
    if Set(folded).isDisjoint(with: Self.titles + Self.descriptions) { return nil }
    var reader = reader
    var row = CSVRow()
    var kinds = [Int](repeating: 0, count: headers.count)
    var filled = kinds
    for _ in 0..<Self.sample where reader.next(&row) && row.problem == nil {
      for (column, cell) in zip(headers.indices, row.cells) where !cell.isEmpty {
        let value = reader.value(of: cell)
        if value.isEmpty { continue }
        filled[column] += 1
        if Self.kind(value) != nil { kinds[column] += 1 }
      }
    }
    // A slip of the pen is one row's fault.
    guard let kind = headers.indices.first(where: { 2 * kinds[$0] > filled[$0] }) else { return nil }
    func column(_ names: [String]) -> Int? {
      names.lazy.compactMap { name in
        folded.indices.first { $0 != kind && folded[$0] == name }
      }.first
    }
    let (title, description) = (column(Self.titles), column(Self.descriptions))
    guard title != nil || description != nil else { return nil }
    var meanings: [Int: TableHeader.Meaning] = [kind: .listingKind]
    if let description { meanings[description] = .listingDescription }
    if let title { meanings[title] = .listingTitle }
    self.meanings = meanings
    owner = column(Self.owners)
  }

  /// The column of whoever a row is about, where none has a name; nil if there is none.
  static func owner(in headers: [String]) -> Int? {
    let names = headers.map(HeadedTable.folded)
    return owners.lazy.compactMap { names.firstIndex(of: $0) }.first
  }

  /// What a word such as Offre or Demande says; nil for any other.
  static func kind(_ word: String) -> Listing.Kind? {
    let word = word.folded
    return offers.contains(word) ? .offer : needs.contains(word) ? .need : nil
  }

  private static let sample = 200
  private static let offers: Set<String> = [
    "offer", "offers", "offering", "offered", "offre", "offres", "propose", "je propose", "have", "i have",
    "biete", "ich biete", "angebot",
  ]
  private static let needs: Set<String> = [
    "need", "needs", "want", "wants", "wanted", "request", "requests", "demand", "demande", "demandes",
    "besoin", "besoins", "cherche", "je cherche", "recherche", "suche", "ich suche", "gesuch",
  ]
  private static let titles = [
    "annonce", "titre", "title", "titel", "intitule", "libelle", "objet", "service", "skill", "competence",
  ]
  private static let descriptions = [
    "description", "details", "detail", "descriptif", "texte", "text", "beschreibung",
  ]
  private static let owners = [
    "member", "membre", "adherent", "adherente", "participant", "participante", "personne", "qui", "who",
    "owner", "author", "auteur", "proprietaire", "annonceur", "user",
    "utilisateur", "mitglied", "postedby",
  ]
}
