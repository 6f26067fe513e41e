/// A column of a table of contacts that linkup understands, whatever its header calls it.
enum ContactColumn: String, CaseIterable {
  case id, name, firstName, lastName, headline, organisation, locality, region, country, languages, groups
  case emails, phones, urls, needs, offers, knows, sponsor, capacity, notes, lastContact

  /// The column that a header means; nil if none that linkup knows. Case, accents, spaces, punctuation and
  /// digits make no difference, so `E-mail 2` is `email`.
  init?(header: String) {
    guard let column = Self.byHeader[Self.folded(header)] else { return nil }
    self = column
  }

  private static func folded(_ header: String) -> String {
    FoldedText(header).slug.filter { $0.isLetter }
  }

  /// Headers in English and French, as they are left by folding.
  private var headers: [String] {
    switch self {
    case .id: ["id", "identifier", "identifiant"]
    case .name:
      ["name", "fullname", "displayname", "contact", "nom", "nomcomplet", "nometprenom", "prenometnom"]
    case .firstName: ["firstname", "givenname", "prenom"]
    case .lastName: ["lastname", "familyname", "surname", "nomdefamille"]
    case .headline:
      ["headline", "title", "jobtitle", "position", "role", "titre", "poste", "fonction", "metier"]
    case .organisation:
      [
        "organisation", "organization", "organizationname", "company", "companies", "companyname", "employer",
        "societe", "entreprise", "employeur", "association",
      ]
    case .locality: ["locality", "place", "location", "city", "town", "ville", "commune", "lieu", "localite"]
    case .region: ["region", "state", "county", "departement"]
    case .country: ["country", "pays"]
    case .languages: ["languages", "language", "langues", "langue"]
    case .groups: ["groups", "group", "groupes", "groupe", "clubs", "club"]
    case .emails:
      [
        "emails", "email", "mail", "emailaddress", "emailaddresses", "emailvalue", "courriel", "adresseemail",
        "adressemail", "adresseelectronique",
      ]
    case .phones:
      [
        "phones", "phone", "phonenumber", "phonenumbers", "phonevalue", "mobile", "mobilephone", "telephone",
        "telephones", "tel", "portable",
      ]
    case .urls:
      ["urls", "url", "website", "websites", "websitevalue", "web", "profile", "profiles", "site", "siteweb"]
    case .needs: ["needs", "need", "besoins", "besoin", "seeks", "lookingfor", "cherche", "recherche"]
    case .offers: ["offers", "offer", "offres", "offre", "propose", "canoffer"]
    case .knows: ["knows", "connait"]
    case .sponsor: ["sponsor", "parrain", "marraine"]
    case .capacity: ["capacity", "capacite"]
    case .notes: ["notes", "note", "remarques", "remarque", "commentaires", "commentaire"]
    case .lastContact: ["lastcontact", "derniercontact"]
    }
  }

  private static let byHeader: [String: ContactColumn] = {
    var columns: [String: ContactColumn] = [:]
    for column in allCases {
      for header in column.headers { columns[header] = column }
    }
    return columns
  }()
}
