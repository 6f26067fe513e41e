internal import Matchmaking

/// A column of a table of contacts that linkup understands, whatever its header calls it.
public enum ContactColumn: String, Hashable, Sendable, CaseIterable {
  case id, name, namePrefix, firstName, middleName, lastName, nameSuffix, headline, organisation, locality,
    region,
    country,
    languages, groups
  case emails, phones, urls, needs, offers, knows, sponsor, capacity, notes, lastContact

  /// The column that a header means; nil if none that linkup knows. Case, accents, spaces, punctuation and
  /// digits make no difference, so `E-mail 2` is `email`.
  init?(header: String) {
    guard let column = Self.byHeader[Self.folded(header)], !Self.isCode(header) else { return nil }
    self = column
  }

  /// Whether a text has signs that code and marks have, and headers don't.
  private static func isCode(_ header: String) -> Bool {
    header.utf8.contains { "{}=<>;$\\`".utf8.contains($0) }
      || (header.utf8.contains(UInt8(ascii: ")")) && !header.utf8.contains(UInt8(ascii: "(")))
  }

  private static func folded(_ header: String) -> String { HeadedTable.folded(header) }

  /// Headers in English and French, and some in German, as they are left by folding: those of linkup's own tables, of
  /// Google's, Outlook's, Thunderbird's and LinkedIn's exports, and of lists of who has and who wants what.
  private var headers: String {
    switch self {
    case .id: "id identifier identifiant"
    case .name:
      """
      name fullname displayname contact nom nomcomplet nometprenom prenometnom nomaafficher nomaffiche anzeigename
      nachnamevorname nombre nome interlocuteur
      """
    case .namePrefix: "nameprefix prefix civilite anrede salutation"
    case .firstName: "firstname first givenname prenom vorname voornaam"
    case .middleName: "middlename middle additionalname deuxiemeprenom weiterevornamen"
    case .lastName:
      """
      lastname last familyname surname nomdefamille nomusuel nomdusage nachname familienname apellidos apellido cognome
      achternaam sobrenome
      """
    case .nameSuffix: "namesuffix suffix suffixe suffixedunom namenszusatz generationqualifier"
    case .headline:
      """
      headline title jobtitle position role organizationtitle occupation profession titre poste fonction metier
      intituleduposte titreduposte titel beruf funktion berufsbezeichnung
      """
    case .organisation:
      """
      organisation organization organizationname organisationname company companies companyname employer societe
      entreprise employeur association structure firma unternehmen arbeitgeber verein accountname
      """
    case .locality: "locality place location city town ville commune lieu localite ort wohnort stadt"
    case .region: "region state county departement province depregion bundesland bundeslandkanton kanton"
    case .country: "country countryregion pays land landregion paysregion"
    case .languages: "languages language langues langue sprachen sprache"
    case .groups:
      """
      groups group groupes groupe clubs club groupmembership labels libelles categories categorie category kategorien
      gruppen gruppe
      """
    case .emails:
      """
      emails email mail emailaddress emailaddresses emailvalue primaryemail secondaryemail additionalemail courriel
      adresseemail adressemail adresseelectronique premiereadresseelectronique adresseelectroniquesecondaire
      adressedemessagerie mailprincipal mel mails courriels adressesmail alternateemail emailadresse primareemailadresse sekundareemailadresse
      """
    case .phones:
      """
      phones phone phonenumber phonenumbers phonevalue mobile mobilephone mobilenumber homephone workphone businessphone
      otherphone primaryphone carphone companymainphone telephone telephones tel portable telephonedomicile
      telephonepersonnel telephonebureau telephoneprofessionnel telephonemobile numerodetelephone handy telefon port gsm
      telmobile telprofessionnel cell cellphone mobiltelefon mobil mobiltelnr telefongeschaftlich telefonprivat
      telefondienstlich telefonnummer
      """
    case .urls:
      """
      urls url website websites websitevalue web webpage personalwebpage profile profiles site sites siteweb pageweb
      webseite internetseite homepage linkedin linkedinurl linkedinprofile linkedinprofileurl profileurl
      defaultprofileurl publicprofileurl memberprofileurl urlofmemberprofile profillinkedin
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
    case .notes:
      "notes note remarques remarque commentaires commentaire comments notizen notiz bemerkungen bemerkung"
    case .lastContact: "lastcontact derniercontact letzterkontakt"
    }
  }

  /// Words by which a header that is a sentence gives itself away.
  private var clues: [String] {
    switch self {
    case .name: ["nom", "name"]
    case .firstName: ["prenom", "first name", "given name", "vorname"]
    case .lastName: ["nom de famille", "last name", "family name", "surname", "nachname"]
    case .needs:
      [
        "need", "besoin", "cherche", "recherche", "looking", "seek", "want", "suche", "requested", "brauche",
        "attentes", "souhaite apprendre", "like to learn", "want to learn", "suchst", "brauchst",
      ]
    case .offers:
      [
        "offre", "offrir", "propose", "proposer", "offer", "biete", "anbiete", "help with", "help others",
        "apporter", "share", "partager", "peux aider", "can bring", "can teach", "savoir faire", "bietest",
      ]
    case .emails: ["mail", "email", "emails", "courriel"]
    case .phones: ["phone", "tel", "telephone", "telefon", "mobile", "portable", "cell", "gsm"]
    case .urls: ["linkedin url", "linkedin profil", "profil linkedin", "profile linkedin", "lien linkedin"]
    case .organisation:
      [
        "entreprise", "company", "organisation", "organization", "employer", "employeur", "structure",
        "association", "societe", "business", "firma", "verein",
      ]
    case .locality: ["ville", "city", "town", "commune"]
    case .headline: ["metier", "profession", "job"]
    case .languages: ["langues", "languages"]
    default: []
    }
  }

  /// Words of a header that is about something else than the person of the row, or about another person: an address beside
  /// them would join the two.
  private static let ofOthers: Set<String> = [
    "event", "evenement", "school", "ecole", "resume", "channel", "ticket", "file", "fichier", "product",
    "produit", "list", "liste", "host", "domain", "project", "projet", "group", "groupe", "fax", "pager",
    "telex", "radio", "tty", "tdd", "photo", "image", "avatar", "picture", "logo", "buyer", "payer",
    "payeur", "acheteur", "billing", "facturation", "emergency", "urgence", "parent", "parents", "mother",
    "father", "mere", "pere", "tuteur", "guardian", "spouse", "conjoint", "manager", "assistant",
    "assistent", "notfall", "typ", "type", "referrer", "referred", "invited", "assignee", "parrain",
    "marraine", "teacher", "responsable", "asst", "purchaser", "shipping", "id", "notre", "our", "answers",
    "reponses", "received", "sent", "clicked", "delivered", "newsletter", "marketing", "opened", "status",
    "statut", "opt", "domaine", "to",
  ]

  /// The column that a header seems to mean, by a word in it; nil if none or several.
  init?(guessing header: String) {
    guard header.count <= Self.longestHeader, !Self.isKind(header), !Self.isCode(header) else { return nil }
    let folded = header.folded
    guard Self.ofOthers.isDisjoint(with: folded.split(separator: " ").map(String.init)) else { return nil }
    let text = " " + folded
    var columns = Self.allCases.filter { column in
      // A longer clue may have an ending: cherche, cherchez, chercher.
      column.clues.contains { $0.count >= 5 ? text.contains(" " + $0) : (text + " ").contains(" \($0) ") }
    }
    // A first name is a name too.
    if columns.contains(.firstName) || columns.contains(.lastName) { columns.removeAll { $0 == .name } }
    // The name of a firm is the firm.
    if columns.contains(.organisation) { columns.removeAll { $0 == .name } }
    // A number to call in case of need is a number; where both are said, the first is asked for.
    if columns.contains(where: \.isAddress) { columns.removeAll { [.needs, .offers].contains($0) } }
    if columns == [.needs, .offers] {
      let places = columns.map { column in
        column.clues.compactMap { text.firstRange(of: " " + $0)?.lowerBound }.min()
      }
      if let need = places[0], let offer = places[1] { columns = [need <= offer ? .needs : .offers] }
    }
    // What somebody signs in with is none.
    if columns == [.name], folded.contains("user") || folded.contains("utilisateur") { return nil }
    guard columns.count == 1 else { return nil }
    self = columns[0]
  }

  private static let longestHeader = 160

  /// Whether several columns may mean it, each of which counts.
  var isList: Bool {
    [.emails, .phones, .urls, .needs, .offers, .groups, .languages, .knows].contains(self)
  }

  /// Whether it holds addresses or numbers.
  var isAddress: Bool { [.emails, .phones, .urls].contains(self) }

  /// Which address a part of a place belongs to, where a table has several: the one at home counts first.
  static func address(of header: String) -> Int {
    let folded = folded(header)
    return addresses.firstIndex { folded.hasPrefix($0) || folded.hasSuffix($0) }.map { $0 + 1 } ?? 0
  }

  /// Words before or behind a part of a place, as in `Home City` and `Ort privat`.
  private static let addresses = [
    "home", "address", "domicile", "privat", "work", "business", "bureau", "geschaftlich", "other", "autre",
    "weitere", "mailing",
  ]

  /// Columns that say of which kind the value in the next one is: nothing to keep.
  static func isKind(_ header: String) -> Bool { kinds.contains(folded(header)) }

  /// Of these, those that may say of the next number that it is a fax.
  static func isPhoneKind(_ header: String) -> Bool { ["phonetype", "phonelabel"].contains(folded(header)) }

  /// Whether a header is the title of a job, or a form of address such as Dr: it is the latter beside another one for jobs.
  static func mayBeFormOfAddress(_ header: String) -> Bool {
    ["title", "titre", "titel"].contains(folded(header))
  }

  /// Whether a table with such a column is none to be read at all: one of passwords.
  static func isSecret(_ header: String) -> Bool {
    ["password", "loginpassword", "passwort", "motdepasse", "httprealm", "otpauth", "totp", "logintotp"]
      .contains(folded(header))
  }

  /// Columns in which an address book keeps its labels, where a column of groups holds nothing but groups.
  static func areLabels(_ header: String) -> Bool { labels.contains(folded(header)) }

  /// Whether a column of groups may be one of kinds of goods and services.
  static func isCategory(_ header: String) -> Bool { folded(header).hasPrefix("categor") }

  private static let labels: Set<String> = [
    "groupmembership", "labels", "libelles", "categories", "categorie", "category", "kategorien",
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
        for header in part.headers.split(whereSeparator: \.isWhitespace) {
          columns[address + header] = part
          columns[header + address] = part
        }
      }
    }
    return columns
  }()
}
