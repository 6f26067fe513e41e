internal import Matchmaking

/// By what a record's contact is recognised.
struct RecordIdentity {
  /// Whether the record gives the contact's identifier.
  let isGiven: Bool
  /// The keys by which others are recognised as the same.
  let keys: [IdentityKey]

  /// Finds it out from the record alone, whose contact gets an identifier if it has none.
  ///
  /// - Throws: A ``RecordProblem`` if the contact cannot stand in a network.
  init(settling record: inout ContactRecord) throws(RecordProblem) {
    isGiven = record.hasID
    record.contact.name = record.contact.name.withoutControls
    record.contact.dropRepeatedAliases()
    // Who gives an identifier is taken at his word: linkup gives back what it was given.
    if !isGiven { record.contact.dropRepeated() }
    keys = IdentityKey.keys(of: record.contact)
    if !isGiven { record.contact.id = DerivedIdentifier.contact(record.contact, keys: keys) }
    do { try record.contact.validate() } catch { throw RecordProblem(reason: error.description) }
  }

  /// As ``init(settling:)``, with the problem as a value.
  static func result(settling record: inout ContactRecord) -> Result<RecordIdentity, RecordProblem> {
    Result { () throws(RecordProblem) in try RecordIdentity(settling: &record) }
  }
}

extension Result<RecordIdentity, RecordProblem> {
  /// Whether whoever it is can be recognised by the name alone.
  var hasNameAlone: Bool {
    if case .success(let identity) = self { identity.keys.isEmpty } else { false }
  }
}

extension String {
  /// The text with a space in place of line breaks and other control characters, and of the white space around them; a NUL
  /// stays, and is a reason to refuse the whole.
  var withoutControls: String {
    // Nearly no name has any.
    if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) || !unicodeScalars.contains(where: \.isControl) {
      return self
    }
    return split { $0.isWhitespace || $0.unicodeScalars.allSatisfy(\.isControl) }.joined(separator: " ")
  }
}

extension Unicode.Scalar {
  fileprivate var isControl: Bool {
    switch properties.generalCategory {
    case .control: value != 0
    case .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
