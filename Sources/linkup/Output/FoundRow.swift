import Matchmaking

/// One contact of an answer of `find`.
struct FoundRow: Row {
  let contact: String
  let name: String
  let field: String
  let text: String
  let similarity: Double
  /// What a reader must know before he passes the words on; nil unless they are a need or an offer.
  let visibility: Listing.Visibility?
  let basis: Listing.Basis?
  let state: Listing.State?
  let until: Day?

  init(_ found: ContactSearch.Found) {
    contact = found.contact.id.rawValue
    name = found.contact.name
    field = found.field
    text = found.text
    similarity = found.similarity.rounded(toPlaces: 4)
    visibility = found.listing?.visibility
    basis = found.listing?.basis
    state = found.listing?.state
    until = found.listing?.until
  }

  static let columns = [
    "contact", "name", "field", "text", "similarity", "visibility", "basis", "state", "until",
  ]

  var cells: [String] {
    [
      contact, name, field, text, similarity.scoreText, visibility?.rawValue ?? "", basis?.rawValue ?? "",
      state?.rawValue ?? "", until?.description ?? "",
    ]
  }

  private enum CodingKeys: String, CodingKey {
    case contact, name, field, text, similarity, visibility, basis, state, until
  }

  /// Every field, null where there is nothing to say: other programs count on them.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(contact, forKey: .contact)
    try container.encode(name, forKey: .name)
    try container.encode(field, forKey: .field)
    try container.encode(text, forKey: .text)
    try container.encode(similarity, forKey: .similarity)
    try container.encode(visibility, forKey: .visibility)
    try container.encode(basis, forKey: .basis)
    try container.encode(state, forKey: .state)
    try container.encode(until, forKey: .until)
  }
}
