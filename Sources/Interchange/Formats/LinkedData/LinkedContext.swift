/// What the names in a JSON-LD object mean: the part of JSON-LD's contexts that data about people uses.
///
/// Prefixes, terms and `@vocab` count; a context that lies elsewhere is never fetched, and one of schema.org
/// is known.
struct LinkedContext {
  private var vocabulary: String? {
    didSet { isKnown = vocabulary.map { LinkedVocabulary.word(of: expanded($0) + "x") == "x" } ?? false }
  }
  /// Whether the vocabulary is one that linkup knows, so that its names are words as they stand.
  private var isKnown = false
  /// What a term or prefix stands for: an address or a keyword such as `@id`.
  private var terms: [String: String] = [:]

  /// How long an address and how many terms may be: a context is copied by each object that adds to it, and
  /// its addresses by each name, so that a small file must not grow to any size.
  private static let (longest, most) = (256, 500)

  /// This context with what an `@context` adds to it.
  func extended(by value: JSONValue) -> LinkedContext {
    var context = self
    switch value.content {
    case .string(let address):
      context.vocabulary = LinkedVocabulary.vocabulary(ofContext: address) ?? context.vocabulary
    case .array(let parts):
      for part in parts { context = context.extended(by: part) }
    case .object(let members):
      for (name, meaning) in members { context.add(name, meaning) }
    case .null: context = LinkedContext()
    case .boolean, .number: break
    }
    return context
  }

  private mutating func add(_ name: String, _ meaning: JSONValue) {
    let address: String
    switch meaning.content {
    case .string(let text): address = text
    case .object(let members):
      guard case .string(let text)? = members["@id"]?.content else { return }
      address = text
    default: return
    }
    guard address.utf8.count <= Self.longest else { return }
    if name == "@vocab" {
      vocabulary = address
    } else if !name.hasPrefix("@"), terms.count < Self.most {
      terms[name] = address
    }
  }

  /// The keyword or word that a member's name or a type means; an address if linkup doesn't know its
  /// vocabulary.
  func word(_ name: String) -> String {
    if name.hasPrefix("@") { return name }
    if let meaning = terms[name] {
      return meaning.hasPrefix("@") ? meaning : LinkedVocabulary.word(of: expanded(meaning))
    }
    if name.utf8.contains(UInt8(ascii: ":")) { return LinkedVocabulary.word(of: expanded(name)) }
    if isKnown { return name }
    return vocabulary.map { LinkedVocabulary.word(of: expanded($0) + name) } ?? name
  }

  /// The address that a text means where an address is wanted: its prefix written out, if it has one.
  func address(_ text: String) -> String {
    expanded(text, knowing: [:])
  }

  /// A prefix may be written with another one; more than a few in a chain are an error, or a trap.
  private func expanded(
    _ text: String, knowing common: [String: String] = LinkedVocabulary.prefixes
  ) -> String {
    var text = text
    for _ in 0..<4 {
      guard let colon = text.firstIndex(of: ":"), !text[colon...].hasPrefix("://") else { return text }
      let prefix = String(text[..<colon])
      guard let meaning = terms[prefix] ?? common[prefix], !meaning.hasPrefix("@") else { return text }
      text = meaning + text[text.index(after: colon)...]
    }
    return text
  }
}
