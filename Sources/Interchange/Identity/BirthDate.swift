internal import Matchmaking

/// The day of birth in a contact's record, in a field that linkup keeps as it is: of two who share a name and an
/// address, it tells father and son apart.
struct BirthDate: Equatable {
  /// `19800322`.
  let digits: String

  /// Nil where no day is known, or not as ISO 8601 writes it with its year.
  init?(of contact: Contact) {
    if contact.unknownFields.isEmpty { return nil }
    for (field, value) in contact.unknownFields.sorted(by: { $0.key < $1.key })
    where Self.names.contains(FoldedText(field).slug) {
      var date = value.prefix { $0 != "T" }.filter { $0 != "\"" }
      // As spreadsheets write it; which of two numbers is the month makes no difference in one file.
      let parts = date.split { "/.".contains($0) }
      if parts.count == 3, parts[2].count == 4 {
        date = ([parts[2]] + parts[..<2].map { $0.count == 1 ? "0" + $0 : $0 }).joined(separator: "-")
      }
      let digits = date.filter { $0 != "-" }
      // Apple writes 1604 where no year is known.
      let hasYear = !["1604", "0000"].contains { digits.hasPrefix($0) }
      if digits.utf8.count == 8, digits.utf8.allSatisfy(\.isDigit), date.count != 9, hasYear {
        self.digits = digits
        return
      }
    }
    return nil
  }

  private static let names: Set<String> = [
    "bday", "birthday", "birthdate", "birth-date", "date-of-birth", "date-de-naissance", "ne-le", "nee-le",
    "geburtstag", "geburtsdatum", "dob",
  ]
}

extension Contact {
  /// Whether a record with an address of this contact may be about the same person, as far as names and days of
  /// birth tell.
  func mayBe(_ other: Contact) -> Bool {
    guard PersonName.areCompatible(name, other.name) else { return false }
    guard let one = BirthDate(of: self), let two = BirthDate(of: other) else { return true }
    return one == two
  }
}
