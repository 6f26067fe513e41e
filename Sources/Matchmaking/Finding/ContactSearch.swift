internal import Retrieval

/// Finds contacts by what is known about them: name, headline, organisation, place, groups, notes, needs and
/// offers. "Know whom you know."
public struct ContactSearch: Sendable {
  private let network: Network
  private let fields: [(owner: Int, name: String, text: String)]
  private let model: LexicalModel
  private let index: TextIndex

  /// A contact that was found.
  public struct Found: Hashable, Sendable, Codable {
    /// Who it is.
    public let contact: Contact
    /// How well the best of what is known fits, 0…1; comparable within one search only.
    public let similarity: Double
    /// What fits best, such as `offer` or `headline`.
    public let field: String
    /// The words of that field.
    public let text: String
  }

  /// Indexes a network, everything current and past. Complexity: O(length of all texts).
  public init(_ network: Network) {
    self.network = network
    var fields: [(owner: Int, name: String, text: String)] = []
    var numbers: [Contact.ID: Int] = [:]
    for (number, contact) in network.contacts.enumerated() {
      numbers[contact.id] = number
      let place = [contact.place?.locality, contact.place?.region].compactMap { $0 }.joined(separator: ", ")
      for (name, text) in [
        ("name", contact.name), ("headline", contact.headline), ("organisation", contact.organisation),
        ("place", place), ("notes", contact.notes),
      ] {
        if let text, !text.isEmpty { fields.append((number, name, text)) }
      }
    }
    for listing in network.listings {
      if let owner = numbers[listing.contact] { fields.append((owner, listing.kind.rawValue, listing.text)) }
    }
    for group in network.groups {
      for owner in group.members.compactMap({ numbers[$0] }) { fields.append((owner, "group", group.name)) }
    }
    self.fields = fields
    model = LexicalModel(documents: fields.map(\.text), similarity: .lexical)
    index = TextIndex(TextVectors(terms: model.documents), mix: .terms)
  }

  /// The contacts that fit a text best, each once, with what fits.
  ///
  /// - Complexity: O(postings of the text's terms + fields).
  public func contacts(matching text: String, limit: Int) -> [Found] {
    var query = SparseVectors()
    model.appendQuery(text, to: &query)
    var scratch = index.makeScratch()
    let hits = index.search(
      TextVectors(terms: query), 0, limit: fields.count, above: Self.minimum, scratch: &scratch)
    var seen: Set<Int> = []
    var found: [Found] = []
    for hit in hits where found.count < limit {
      let field = fields[Int(hit.document)]
      guard seen.insert(field.owner).inserted else { continue }
      found.append(
        Found(
          contact: network.contacts[field.owner], similarity: Double(hit.score), field: field.name,
          text: field.text))
    }
    return found
  }

  /// Below this similarity a likeness is chance: a few letters in common.
  private static let minimum: Float = 0.15
}
