internal import Matchmaking

/// Who a record is about: its contact under the identifier that it has or is given, and the keys by which others are
/// recognised as the same.
struct RecordIdentity {
  let contact: Contact
  let keys: [IdentityKey]

  /// Finds it out from the record alone.
  ///
  /// - Throws: A ``RecordProblem`` if the contact cannot stand in a network.
  init(of record: ContactRecord) throws(RecordProblem) {
    var contact = record.contact
    contact.name = contact.name.withoutControls
    // Who gives an identifier is taken at his word: linkup gives back what it was given.
    if !record.hasID { contact.dropRepeated() }
    keys = IdentityKey.keys(of: contact)
    if !record.hasID { contact.id = DerivedIdentifier.contact(contact, keys: keys) }
    do { try contact.validate() } catch { throw RecordProblem(reason: error.description) }
    self.contact = contact
  }

  /// As ``init(of:)``, with the problem as a value.
  static func result(of record: ContactRecord) -> Result<RecordIdentity, RecordProblem> {
    Result { () throws(RecordProblem) in try RecordIdentity(of: record) }
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
