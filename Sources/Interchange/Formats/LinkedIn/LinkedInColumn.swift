/// A column of LinkedIn's `Connections.csv`.
enum LinkedInColumn: CaseIterable {
  case firstName, lastName, url, email, company, position, connectedOn

  /// The column of a header, in English, French and German layouts since 2018.
  init?(header: String) {
    let folded = FoldedText(header).slug.filter(\.isLetter)
    guard let column = Self.allCases.first(where: { $0.headers.contains(folded) }) else { return nil }
    self = column
  }

  private var headers: [String] {
    switch self {
    case .firstName: ["firstname", "prenom", "vorname"]
    case .lastName: ["lastname", "nom", "nomdefamille", "nachname"]
    case .url: ["url", "profileurl", "urlduprofil"]
    case .email: ["emailaddress", "email", "adresseemail", "emailadresse"]
    case .company: ["company", "companyname", "entreprise", "societe", "unternehmen"]
    case .position: ["position", "title", "poste", "fonction"]
    case .connectedOn: ["connectedon", "connectele", "connexionetabliele", "vernetztam", "dateconnected"]
    }
  }
}
