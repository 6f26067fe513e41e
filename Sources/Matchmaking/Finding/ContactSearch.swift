internal import Retrieval

/// Finds contacts by what is known about them: name, headline, organisation, place, groups, notes, needs and
/// offers. "Know whom you know."
public struct ContactSearch: Sendable {
  private let network: Network
  private let fields: [(owner: Int, name: String, text: String, listing: Listing?)]
  private let letters: TextComparison
  private let meanings: TextComparison?
  /// What the model made of the network's texts; nothing without a model.
  public let encodings: Encodings

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
    /// The need or offer whose words they are, which may be private, paused or past its last day; else nil.
    public let listing: Listing?
  }

  /// Indexes a network, everything current and past.
  ///
  /// - Parameters:
  ///   - network: who there is, and what is known about them.
  ///   - reading: how to read what texts mean; without it their letters alone are compared.
  /// - Complexity: O(length of all texts).
  public init(_ network: Network, reading: Reading? = nil) {
    self.network = network
    var fields: [(owner: Int, name: String, text: String, listing: Listing?)] = []
    var numbers: [Contact.ID: Int] = [:]
    for (number, contact) in network.contacts.enumerated() {
      numbers[contact.id] = number
      let place = [contact.place?.locality, contact.place?.region].compactMap { $0 }.joined(separator: ", ")
      for (name, text) in [
        ("name", contact.name), ("headline", contact.headline), ("organisation", contact.organisation),
        ("place", place), ("notes", contact.notes),
      ] {
        if let text, !text.isEmpty { fields.append((number, name, text, nil)) }
      }
    }
    for listing in network.listings {
      if let owner = numbers[listing.contact] {
        fields.append((owner, listing.kind.rawValue, listing.text, listing))
      }
    }
    for group in network.groups {
      for owner in group.members.compactMap({ numbers[$0] }) {
        fields.append((owner, "group", group.name, nil))
      }
    }
    // What only names somebody or something comes last: it has letters, but no meaning to read.
    let meaningful = fields.filter { !Self.names.contains($0.name) }
    self.fields = meaningful + fields.filter { Self.names.contains($0.name) }
    letters = TextComparison(
      queries: [], documents: self.fields.map(\.text), similarity: .lexical, encoder: nil)
    var encodings = Encodings()
    meanings = reading.map { reading in
      TextComparison(
        queries: [], documents: meaningful.map(\.text), similarity: .semantic, encoder: reading.model.encoder
      ) {
        let read = Encodings.of($0, by: reading)
        encodings = read.encodings
        return read.vectors
      }
    }
    self.encodings = encodings
  }

  /// The contacts that fit a text best, each once, with what fits.
  ///
  /// - Complexity: O(postings of the text's terms + fields log fields).
  public func contacts(matching text: String, limit: Int) -> [Found] {
    var best: [UInt32: Float] = [:]
    for (comparison, minimum) in [(letters, Self.minimum), (meanings, Self.minimumOfMeaning)] {
      guard let comparison else { continue }
      var scratch = comparison.documents.makeScratch()
      let hits = comparison.documents.search(
        comparison.query(text), 0, limit: fields.count, above: minimum, scratch: &scratch)
      for hit in hits { best[hit.document] = max(best[hit.document] ?? 0, hit.score) }
    }
    let hits = best.map { Hit(document: $0.key, score: $0.value) }.sorted { $0.precedes($1) }
    var seen: Set<Int> = []
    var found: [Found] = []
    for hit in hits where found.count < limit {
      let field = fields[Int(hit.document)]
      guard seen.insert(field.owner).inserted else { continue }
      found.append(
        Found(
          contact: network.contacts[field.owner], similarity: Double(hit.score), field: field.name,
          text: field.text, listing: field.listing))
    }
    return found
  }

  private static let names = ["name", "organisation", "place"]
  /// Below this similarity a likeness is chance: a few letters in common.
  private static let minimum: Float = 0.15
  /// Below this similarity of meaning two texts have little to do with each other.
  private static let minimumOfMeaning: Float = 0.42
}
