internal import Matchmaking

/// Reads the people of a directory in LDIF (RFC 2849), as Thunderbird and LDAP servers export it.
enum Ldif {
  /// Whether a text begins with an entry, which has its distinguished name on its first line.
  static func recognises(_ text: SourceText) -> Bool {
    for (_, range) in TextLines(Array(text.bytes.prefix(65_536))) {
      let line = text.bytes[range]
      if line.allSatisfy(\.isBlank) || line.first == UInt8(ascii: "#") || line.first == .space { continue }
      let start = line.prefix(8).text.lowercased()
      if !start.hasPrefix("version:") { return start.hasPrefix("dn:") }
    }
    return false
  }

  /// The records of a text; what is no record is counted in the summary.
  static func records(of text: SourceText, _ summary: inout Import.Summary) -> [ContactRecord] {
    var records: [ContactRecord] = []
    var positions: [String: Int] = [:]
    var lists: [LdifEntries.Entry] = []
    for entry in LdifEntries(text.bytes) {
      for problem in entry.problems { summary.drop(line: problem.line, problem.reason) }
      let kinds = Set(entry.values(of: "objectclass").map { $0.lowercased() })
      if !kinds.isDisjoint(with: ["groupofnames", "groupofuniquenames", "mailgroup"]) {
        lists.append(entry)
        continue
      }
      // Folders of the directory are no people.
      if !kinds.isEmpty,
        kinds.isSubset(of: ["top", "organizationalunit", "organization", "dcobject", "domain"])
      {
        continue
      }
      summary.read += 1
      do throws(RecordProblem) {
        let record = try record(of: entry)
        if let name = entry["dn"].map(key), positions[name] == nil { positions[name] = records.count }
        records.append(record)
      } catch {
        summary.skip(line: entry.line, error)
      }
    }
    for list in lists {
      guard let name = list["cn"] else { continue }
      for (attribute, member, line) in list.attributes where ["member", "uniquemember"].contains(attribute) {
        if let position = positions[key(member)] {
          records[position].groups.append(name)
        } else {
          summary.drop(
            line: line, "\(attribute): \(RecordProblem.shown(member)) is no entry of the file; left out")
        }
      }
    }
    return records
  }

  private static func record(of entry: LdifEntries.Entry) throws(RecordProblem) -> ContactRecord {
    var row = TableRow(line: entry.line)
    for (name, value, _) in entry.attributes where !silent.contains(name) {
      if let column = columns[name] {
        try (column == .notes ? FieldLimit.notes : .text).check(value, of: name)
        let hasLineEnd = value.contains(where: \.isNewline)
        switch column {
        case .locality, .region, .country:
          row.read(value, as: column, of: name.hasPrefix("mozillahome") ? 1 : 2)
        // Whole, whatever is in it.
        case .phones: row.record.contact.phones.append(value)
        default: try row.read(value, as: column, hasLineEnd: hasLineEnd)
        }
      } else {
        try FieldLimit.notes.check(value, of: name)
        // A login is no UID of a card.
        let field = name == "uid" ? "ldif:uid" : UnknownField.name(name, of: "ldif")
        row.record.contact.unknownFields[field] =
          row.record.contact.unknownFields[field] ?? JSONText.quoted(value)
      }
    }
    return try row.finished()
  }

  /// A distinguished name without regard to case and the spaces around commas.
  private static func key(_ name: String) -> String {
    name.lowercased().split(separator: ",").map { String($0).trimmed }.joined(separator: ",")
  }

  private static let columns: [String: ContactColumn] = [
    "cn": .name, "displayname": .name, "commonname": .name, "givenname": .firstName, "sn": .lastName,
    "surname": .lastName, "generationqualifier": .nameSuffix, "mail": .emails, "mozillasecondemail": .emails,
    "telephonenumber": .phones,
    "homephone": .phones, "mobile": .phones, "cellphone": .phones, "o": .organisation,
    "company": .organisation,
    "title": .headline, "l": .locality, "locality": .locality, "mozillahomelocalityname": .locality,
    "st": .region,
    "mozillahomestate": .region, "c": .country, "co": .country, "countryname": .country,
    "mozillahomecountryname": .country, "description": .notes, "mozillaworkurl": .urls, "workurl": .urls,
    "mozillahomeurl": .urls, "homeurl": .urls, "labeleduri": .urls, "preferredlanguage": .languages,
  ]

  /// What a directory says of its entries, and a password, which nobody else should have.
  private static let silent: Set<String> = [
    "dn", "objectclass", "modifytimestamp", "userpassword", "changetype", "uidnumber", "gidnumber",
    "homedirectory", "loginshell", "entryuuid",
  ]
}
