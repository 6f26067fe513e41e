/// What the names in a JSON-LD object mean: the part of JSON-LD's contexts that data about people uses.
///
/// Prefixes, terms and `@vocab` count; a context that lies elsewhere is never fetched, and one of schema.org
/// is known.
struct LinkedContext {
  private var vocabulary: String?
  /// What a term or prefix stands for: an address or a keyword such as `@id`.
  private var terms: [String: String] = [:]

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
    switch (name, meaning.content) {
    case ("@vocab", .string(let address)): vocabulary = address
    case (_, .string(let address)): if !name.hasPrefix("@") { terms[name] = address }
    case (_, .object(let members)):
      if case .string(let address)? = members["@id"]?.content { terms[name] = address }
    default: break
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
      if text.utf8.count > FieldLimit.text.rawValue { return text }
    }
    return text
  }
}
