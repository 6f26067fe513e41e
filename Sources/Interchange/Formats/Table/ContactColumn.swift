internal import Matchmaking

/// A column of a table of contacts that linkup understands, whatever its header calls it.
public enum ContactColumn: String, Hashable, Sendable, CaseIterable {
  case id, name, firstName, middleName, lastName, headline, organisation, locality, region, country,
    languages, groups
  case emails, phones, urls, needs, offers, knows, sponsor, capacity, notes, lastContact

  /// The column that a header means; nil if none that linkup knows. Case, accents, spaces, punctuation and
  /// digits make no difference, so `E-mail 2` is `email`.
  init?(header: String) {
    guard let column = Self.byHeader[Self.folded(header)] else { return nil }
    self = column
  }

  private static func folded(_ header: String) -> String { HeadedTable.folded(header) }

  /// Headers in English and French, and some in German, as they are left by folding: those of linkup's own tables, of
  /// Google's, Outlook's, Thunderbird's and LinkedIn's exports, and of lists of who has and who wants what.
  private var headers: String {
    switch self {
    case .id: "id identifier identifiant"
    case .name:
      """
      name fullname displayname contact nom nomcomplet nometprenom prenometnom nomaafficher nomaffiche
      """
    case .firstName: "firstname givenname prenom vorname"
    case .middleName: "middlename additionalname deuxiemeprenom"
    case .lastName: "lastname familyname surname nomdefamille nachname"
    case .headline:
      """
      headline title jobtitle position role organizationtitle occupation profession titre poste fonction metier
      intituleduposte titreduposte
      """
    case .organisation:
      """
      organisation organization organizationname organisationname company companies companyname employer societe
      entreprise employeur association structure firma
      """
    case .locality: "locality place location city town ville commune lieu localite ort"
    case .region: "region state county departement province"
    case .country: "country countryregion pays land paysregion"
    case .languages: "languages language langues langue"
    case .groups:
      """
      groups group groupes groupe clubs club groupmembership labels libelles categories categorie category
      """
    case .emails:
      """
      emails email mail emailaddress emailaddresses emailvalue primaryemail secondaryemail additionalemail courriel
      adresseemail adressemail adresseelectronique premiereadresseelectronique adresseelectroniquesecondaire
      adressedemessagerie mailprincipal
      """
    case .phones:
      """
      phones phone phonenumber phonenumbers phonevalue mobile mobilephone mobilenumber homephone workphone businessphone
      otherphone primaryphone carphone companymainphone telephone telephones tel portable telephonedomicile
      telephonepersonnel telephonebureau telephoneprofessionnel telephonemobile numerodetelephone handy telefon
      """
    case .urls:
      """
      urls url website websites websitevalue web webpage personalwebpage profile profiles site sites siteweb pageweb
      """
    case .needs:
      """
      needs need besoins besoin seeks seeking lookingfor cherche recherche jecherche jerecherche mesbesoins demande
      demandes iwant want wants ineed requests ichsuche suche
      """
    case .offers:
      """
      offers offer offres offre propose canoffer joffre jepropose mesoffres ihave have haves ioffer ichbiete biete
      """
    case .knows: "knows connait"
    case .sponsor: "sponsor parrain marraine"
    case .capacity: "capacity capacite"
    case .notes: "notes note remarques remarque commentaires commentaire"
    case .lastContact: "lastcontact derniercontact"
    }
  }

  /// Words by which a header that is a sentence gives itself away.
  private var clues: [String] {
    switch self {
    case .name: ["nom", "name"]
    case .firstName: ["prenom"]
    case .needs: ["need", "besoin", "cherche", "recherche", "looking", "seek", "want", "suche"]
    case .offers: ["offre", "offrir", "propose", "proposer", "offer", "biete", "help with", "apporter"]
    case .emails: ["mail", "courriel"]
    case .phones: ["phone", "telephone"]
    case .organisation: ["entreprise", "company", "organisation", "organization", "employer", "employeur"]
    case .locality: ["ville", "city", "town", "commune"]
    case .headline: ["metier", "profession", "job"]
    case .languages: ["langues", "languages"]
    default: []
    }
  }

  /// The column that a header seems to mean, by a word in it; nil if none or several.
  init?(guessing header: String) {
    guard header.count <= Self.longestHeader else { return nil }
    let text = " " + header.folded
    let columns = Self.allCases.filter { column in
      // A longer clue may have an ending: cherche, cherchez, chercher.
      column.clues.contains { $0.count >= 5 ? text.contains(" " + $0) : (text + " ").contains(" \($0) ") }
    }
    guard columns.count == 1 else { return nil }
    self = columns[0]
  }

  private static let longestHeader = 80

  /// Which address a part of a place belongs to, where a table has several: the one at home counts first.
  static func address(of header: String) -> Int {
    let folded = folded(header)
    return addresses.firstIndex { folded.hasPrefix($0) }.map { $0 + 1 } ?? 0
  }

  private static let addresses = [
    "home", "address", "domicile", "work", "business", "bureau", "other", "autre",
  ]

  /// Columns that say of which kind the value in the next one is: nothing to keep.
  static func isKind(_ header: String) -> Bool { kinds.contains(folded(header)) }

  /// Columns in which an address book keeps its labels, where a column of groups holds nothing but groups.
  static func areLabels(_ header: String) -> Bool { labels.contains(folded(header)) }

  private static let labels: Set<String> = [
    "groupmembership", "labels", "libelles", "categories", "categorie", "category",
  ]

  private static let kinds = Set(
    ["email", "phone", "address", "website", "organization", "im", "event", "relation"].flatMap {
      [$0 + "type", $0 + "label"]
    })

  private static let byHeader: [String: ContactColumn] = {
    var columns: [String: ContactColumn] = [:]
    for column in allCases {
      for header in column.headers.split(whereSeparator: \.isWhitespace) { columns[String(header)] = column }
    }
    for address in addresses {
      for part in [locality, region, country] {
        for header in part.headers.split(whereSeparator: \.isWhitespace) { columns[address + header] = part }
      }
    }
    return columns
  }()
}
