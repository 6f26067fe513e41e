import Foundation
internal import Retrieval

/// An engine's index in a file of its own, mapped into memory: the candidates of one contact of a million are there at once,
/// and only the contacts in question have to be read.
///
/// Never needed: an engine of the whole network says the same. A file that is damaged, or not of the network, day or model at
/// hand, is refused.
public struct KeptIndex: Sendable {
  let asOf: Day
  let settings: Settings
  /// How many current needs and offers there are.
  let count: Int
  /// The country where towns are looked for first.
  let home: String?

  private let ids: FlatArray<UInt8>
  private let idEnds: FlatArray<UInt32>
  private let needEnds: FlatArray<UInt32>
  private let offerEnds: FlatArray<UInt32>
  private let aliasPairs: FlatArray<UInt32>
  /// By what each contact is called: its folded name, then its other identifiers and addresses, a line each.
  private let calls: FlatArray<UInt8>
  private let callEnds: FlatArray<UInt32>
  private let index: RelevanceIndex

  private static let kind = "linkup index 1"

  /// What is small enough to be read at once.
  private struct Facts: Codable {
    let stamp: String
    let model: String?
    let from: Int
    let through: Int
    let home: String?
    /// How many contacts offer something.
    let pool: Int
    let repairs: [Repaired]

    struct Repaired: Codable {
      let text: String
      let read: String
      let repairs: [[String]]
    }
  }

  /// Opens the index that was kept in a file.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - stamp: what tells the state of the network from all others.
  ///   - asOf: the day for which answers are wanted.
  ///   - settings: the numbers that decide.
  ///   - model: what reads texts; nil where letters alone are compared.
  /// - Throws: a ``KeptIndexError`` if there is none that holds.
  /// - Complexity: O(size of the file) at the speed of memory, to check it.
  public init(
    path: String, stamp: String, asOf: Day, settings: Settings = .standard, model: SemanticModel? = nil
  ) throws(KeptIndexError) {
    do {
      let file = try KeptFile(path, kind: Self.kind)
      let json = try file.array("facts", of: UInt8.self)
      guard let facts = try? JSONDecoder().decode(Facts.self, from: Data(json)) else {
        throw file.damaged("its facts can't be read")
      }
      guard facts.stamp == stamp else { throw KeptIndexError("\(path): is of another state of the network") }
      guard facts.model == model?.name else { throw KeptIndexError("\(path): is of another model") }
      guard (facts.from...facts.through).contains(asOf.number) else {
        throw KeptIndexError("\(path): is of a day when other listings held")
      }
      self.asOf = asOf
      self.settings = settings
      home = facts.home
      ids = try file.array("contacts")
      idEnds = try file.array("contactEnds")
      needEnds = try file.array("needEnds")
      offerEnds = try file.array("offerEnds")
      aliasPairs = try file.array("aliases")
      calls = try file.array("calls")
      callEnds = try file.array("callEnds")
      let repairs = facts.repairs.map { repaired in
        let repairs = repaired.repairs.filter { $0.count == 2 }
          .map { Spelling.Repair(written: $0[0], read: $0[1]) }
        return (repaired.text, (text: repaired.read, repairs: repairs))
      }
      let comparison = try TextComparison(
        file, similarity: model == nil ? .lexical : .hybrid, encoder: model?.encoder,
        repairs: Dictionary(repairs) { first, _ in first })
      guard needEnds.count == idEnds.count, offerEnds.count == idEnds.count, callEnds.count == idEnds.count,
        aliasPairs.count % 2 == 0, Int(idEnds.last ?? 0) == ids.count, Int(callEnds.last ?? 0) == calls.count,
        Int(needEnds.last ?? 0) == comparison.queries.count,
        Int(offerEnds.last ?? 0) == comparison.documents.count
      else { throw file.damaged("its listings are not its contacts'") }
      count = comparison.queries.count + comparison.documents.count
      index = RelevanceIndex(
        kept: comparison, offering: facts.pool, employers: [:], encoder: model?.encoder, settings: settings)
    } catch let error as KeptIndexError {
      throw error
    } catch {
      throw KeptIndexError("\(error)")
    }
  }

  /// Keeps an engine's index in a file that its owner alone may read, in place of an older one.
  ///
  /// - Parameters:
  ///   - engine: one for a whole network, of which no listings came or went since it was built.
  ///   - model: what it reads texts with.
  ///   - stamp: what tells the state of the network from all others.
  ///   - path: where to.
  /// - Throws: what the system says; then an older file is still there.
  /// - Complexity: O(size of the index).
  public static func keep(_ engine: MatchEngine, model: SemanticModel?, stamp: String, at path: String) throws
  {
    precondition(!engine.isChanged, "an engine with changed listings is none of the network's")
    let (index, network) = (engine.index, engine.index.network)
    let open = network.listings.filter { $0.state == .open }.compactMap(\.until)
    let facts = Facts(
      stamp: stamp, model: model?.name,
      from: open.filter { $0 < engine.asOf }.max().map { $0.number + 1 } ?? .min,
      through: open.filter { $0 >= engine.asOf }.min()?.number ?? .max,
      home: engine.whereabouts.sites.home, pool: index.offers.contactCount,
      repairs: engine.relevance.repairs.sorted { $0.key < $1.key }.map { text, repaired in
        Facts.Repaired(
          text: text, read: repaired.text, repairs: repaired.repairs.map { [$0.written, $0.read] })
      })
    let ids = texts(network.contacts) { $0.id.rawValue }
    let calls = texts(network.contacts) { contact in
      ([contact.name.folded, contact.id.rawValue] + contact.aliases.map(\.rawValue)
        + contact.emails.map { $0.lowercased() }).joined(separator: "\n")
    }
    func ends(_ table: ListingTable) -> [UInt32] {
      network.contacts.indices.map { UInt32(table.numbers(of: $0).endIndex) }
    }
    let aliases = index.aliases.sorted { $0.key < $1.key }
      .flatMap { contact, others in others.flatMap { [UInt32(contact), UInt32($0)] } }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    try KeptFile.write(
      [
        KeptFile.Array("facts", FlatArray(Array(encoder.encode(facts)))),
        KeptFile.Array("contacts", FlatArray(ids.bytes)),
        KeptFile.Array("contactEnds", FlatArray(ids.ends)),
        KeptFile.Array("calls", FlatArray(calls.bytes)), KeptFile.Array("callEnds", FlatArray(calls.ends)),
        KeptFile.Array("needEnds", FlatArray(ends(index.needs))),
        KeptFile.Array("offerEnds", FlatArray(ends(index.offers))),
        KeptFile.Array("aliases", FlatArray(aliases)),
      ] + engine.relevance.kept, kind: kind, to: path)
  }

  private static func texts(
    _ contacts: [Contact], _ text: (Contact) -> String
  ) -> (bytes: [UInt8], ends: [UInt32]) {
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    for contact in contacts {
      bytes += Array(text(contact).utf8)
      ends.append(UInt32(bytes.count))
    }
    return (bytes, ends)
  }

  /// The contacts that somebody may mean by a text, and maybe others: ``Network/contacts(called:)`` of a network of these says what
  /// it does of the whole one.
  ///
  /// - Complexity: O(length of all names and addresses).
  public func contacts(called text: String) -> [Contact.ID] {
    let whole = [text, text.lowercased()].map { Array($0.utf8) }
    let words = text.folded.split(separator: " ").map { Array($0.utf8) }
    return callEnds.indices.filter { contact in
      calls.withUnsafeBufferPointer { calls in
        let lines = UnsafeBufferPointer(rebasing: calls[numbers(of: contact, callEnds)])
        let name = lines.prefix { $0 != UInt8(ascii: "\n") }
        if !words.isEmpty, words.allSatisfy({ Self.hasWord(name, beginningWith: $0) }) { return true }
        return lines[name.endIndex...].split(separator: UInt8(ascii: "\n")).contains { line in
          whole.contains { line.elementsEqual($0) }
        }
      }
    }.map(id)
  }

  private static func hasWord(
    _ name: Slice<UnsafeBufferPointer<UInt8>>, beginningWith word: [UInt8]
  ) -> Bool {
    var start = name.startIndex
    while start + word.count <= name.endIndex {
      if name[start...].starts(with: word) { return true }
      guard let space = name[start...].firstIndex(of: UInt8(ascii: " ")) else { return false }
      start = space + 1
    }
    return false
  }

  /// Who may be among a contact's candidates, and the records that look like theirs or the contact's own: the contacts whose
  /// scores decide.
  ///
  /// - Parameters:
  ///   - id: the contact.
  ///   - limit: how many candidates are wanted.
  /// - Returns: nil if the contact is not in the network.
  /// - Complexity: one search for each need and offer of the contact.
  public func surroundings(of id: Contact.ID, limit: Int) -> Surroundings? {
    guard let contact = number(of: id) else { return nil }
    let (needs, offers) = (numbers(of: contact, needEnds), numbers(of: contact, offerEnds))
    let depth = MatchEngine.pool(limit, of: count, settings: settings) + needs.count + offers.count
    let minimum = settings.minimumRelevance
    var found: Set<Int> = [contact]
    for need in needs {
      for hit in index.offers(meeting: need, limit: depth, minimumRelevance: minimum) {
        found.insert(owner(of: hit.offer, offerEnds))
      }
    }
    for offer in offers {
      for hit in index.needs(metBy: offer, limit: depth, minimumRelevance: minimum) {
        found.insert(owner(of: hit.need, needEnds))
      }
    }
    // What is known of one record of a person counts for the others.
    let inner = found.union(found.flatMap(others(like:)))
    var aliases: [Contact.ID: [Contact.ID]] = [:]
    for contact in inner {
      let others = others(like: contact)
      if !others.isEmpty { aliases[self.id(contact)] = others.map(self.id) }
    }
    return Surroundings(contacts: Set(inner.map(self.id)), aliases: aliases)
  }

  /// The contacts whose scores decide who is a contact's best candidate.
  public struct Surroundings: Hashable, Sendable {
    /// All of them, the contact among them.
    public let contacts: Set<Contact.ID>
    /// The other records that look like a contact's own.
    public let aliases: [Contact.ID: [Contact.ID]]
  }

  /// The relevances by the numbers of a part's needs and offers.
  func relevance(of part: NetworkIndex, around inner: Set<Contact.ID>) throws(KeptIndexError)
    -> RelevanceIndex
  {
    var numbering = PartNumbering()
    for (contact, one) in part.network.contacts.enumerated() where inner.contains(one.id) {
      guard let number = number(of: one.id) else { throw KeptIndexError("it lacks '\(one.id)'") }
      let (needs, offers) = (numbers(of: number, needEnds), numbers(of: number, offerEnds))
      guard needs.count == part.needs.numbers(of: contact).count,
        offers.count == part.offers.numbers(of: contact).count
      else { throw KeptIndexError("it has other listings of '\(one.id)'") }
      for need in needs { numbering.needs.append(need) }
      for offer in offers { numbering.offers.append(offer) }
    }
    let employers = part.network.contacts.compactMap { contact in
      contact.organisation.map { (contact.id, $0) }
    }
    return index.numbered(by: numbering, employers: Dictionary(uniqueKeysWithValues: employers))
  }

  private func number(of id: Contact.ID) -> Int? {
    let wanted = Array(id.rawValue.utf8)
    var (low, high) = (0, idEnds.count)
    while low < high {
      let middle = (low + high) / 2
      if bytes(middle).lexicographicallyPrecedes(wanted) { low = middle + 1 } else { high = middle }
    }
    return low < idEnds.count && bytes(low).elementsEqual(wanted) ? low : nil
  }

  private func id(_ contact: Int) -> Contact.ID {
    Contact.ID(String(decoding: bytes(contact), as: UTF8.self))
  }

  private func bytes(_ contact: Int) -> Slice<FlatArray<UInt8>> { ids[numbers(of: contact, idEnds)] }

  private func numbers(of contact: Int, _ ends: FlatArray<UInt32>) -> Range<Int> {
    (contact == 0 ? 0 : Int(ends[contact - 1]))..<Int(ends[contact])
  }

  private func owner(of number: Int, _ ends: FlatArray<UInt32>) -> Int {
    var (low, high) = (0, ends.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(ends[middle]) <= number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func others(like contact: Int) -> [Int] {
    var (low, high) = (0, aliasPairs.count / 2)
    while low < high {
      let middle = (low + high) / 2
      if Int(aliasPairs[2 * middle]) < contact { low = middle + 1 } else { high = middle }
    }
    var others: [Int] = []
    while low < aliasPairs.count / 2, Int(aliasPairs[2 * low]) == contact {
      others.append(Int(aliasPairs[2 * low + 1]))
      low += 1
    }
    return others
  }
}
