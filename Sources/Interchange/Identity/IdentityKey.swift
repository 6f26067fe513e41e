internal import Foundation
internal import Matchmaking

/// An address by which a record is recognised as a contact that is known already.
///
/// A profile address or a personal mailbox stands for one person, whatever the name beside it. Any other web
/// address and a mailbox such as `info@` may be shared by the colleagues of one firm, so they count together
/// with the name alone: a wrong join would put one person's name over another's. So does a telephone number,
/// which a household or a firm shares; see ``phone(_:country:name:)``.
struct IdentityKey: Hashable {
  let text: String

  /// Whether it is a web or mail address or a telephone number, and no mark that one format alone has.
  var isAddress: Bool { !["uid:", "connected:", "row:"].contains { text.hasPrefix($0) } }

  /// Whether nothing else may speak against it, see ``Contact/mayBe(_:)``: families and firms share mailboxes and
  /// telephones.
  var needsAgreement: Bool { text.hasPrefix("mail:") || text.hasPrefix("uid:") || text.hasPrefix("tel:") }

  /// Whether it is a `UID` that no two programs give: those of the form of a UUID. Others are 1, 2, 3.
  var isUnique: Bool {
    text.hasPrefix("uid:") && UUID(uuidString: String(text.dropLast().suffix(36))) != nil
  }

  /// That of the `UID` that a contact's card has.
  static func uid(of contact: Contact) -> IdentityKey? {
    contact.unknownFields.isEmpty ? nil : contact.unknownFields["uid"].map(uid)
  }

  /// The keys of a contact, strongest first: web addresses, then mail addresses, then what one format alone has, then telephone
  /// numbers, each as they are ordered.
  static func keys(of contact: Contact) -> [IdentityKey] {
    var keys =
      contact.urls.compactMap { url($0, name: contact.name) }
      + contact.emails.compactMap { email($0, name: contact.name) }
    if !contact.unknownFields.isEmpty {
      if let uid = uid(of: contact) { keys.append(uid) }
      // LinkedIn's layout of 2018 has nothing else that stays when somebody takes another position.
      if keys.isEmpty, !contact.name.isBlank, let day = contact.unknownFields["connectedOn"] {
        keys.append(IdentityKey(text: "connected:\(day) \(FoldedText(contact.name).text)"))
      }
    }
    if !contact.phones.isEmpty {
      let name = PersonName(contact.name).text
      keys += contact.phones.compactMap { phone($0, country: contact.place?.country, name: name) }
    }
    // The number of a row says something only beside the name, and where there is no address.
    if keys.isEmpty, !contact.name.isBlank, let row = contact.unknownFields[TableRow.numberField] {
      keys.append(IdentityKey(text: "row:\(row) \(FoldedText(contact.name).text)"))
    }
    return keys
  }

  /// That of a `UID`, in JSON: its case makes no difference, nor whether it is said to be a UUID.
  private static func uid(_ json: String) -> IdentityKey {
    IdentityKey(text: "uid:" + json.lowercased().replacing("urn:uuid:", with: ""))
  }

  /// The keys that whoever a card names by a text may have: of a `UID`, a web address or a mailbox.
  static func keys(meantBy text: String) -> [IdentityKey] {
    let plain = withoutScheme(text)
    return [uid(JSONText.quoted(text))] + [url(plain, name: ""), email(plain, name: "")].compactMap { $0 }
  }

  /// A `UID` or mail address without what says that it is one.
  static func withoutScheme(_ text: String) -> String {
    for scheme in ["urn:uuid:", "mailto:"] where text.lowercased().hasPrefix(scheme) {
      return String(text.dropFirst(scheme.count))
    }
    return text
  }

  /// A number in E.164 with the first and the last word of the name. The family's name alone is not enough, for
  /// a family has one telephone, and parents give their own number for their children; nor is the first name,
  /// for lists such as `ROUX Anna` do not tell which of the two it is. Numbers without a name stand for
  /// themselves.
  private static func phone(_ written: String, country: String?, name: String) -> IdentityKey? {
    if let number = PhoneNumber(written, country: country) {
      return IdentityKey(text: "tel:\(number.text) \(name)")
    }
    // Of whatever country: whoever has the same digits, of a whole number, and the same name has the same telephone.
    let digits = written.filter { $0.isASCII && $0.isNumber }
    return digits.utf8.count < 8 || name.isEmpty ? nil : IdentityKey(text: "tel:?\(digits) \(name)")
  }

  private init(text: String) {
    self.text = text
  }

  /// A web address without scheme, `www.`, case, final slashes and percent-encoding; a profile also without query and
  /// fragment, which elsewhere may be all that parts two of one name, as in `profile.php?id=7`; LinkedIn's
  /// also without the country in `fr.linkedin.com` and the language in `/in/anna/fr`. Nil without a path, for then
  /// it is a site and nobody's profile.
  private static func url(_ original: String, name: String) -> IdentityKey? {
    var address = plain(original)
    guard address.contains(UInt8(ascii: "/")) else { return nil }
    let isProfile =
      profiles.contains { address.count > $0.utf8.count && address.starts(with: $0.utf8) }
      && !address.starts(with: "linkedin.com/pub/dir/".utf8)
    if !isProfile,
      let start = original.utf8.firstIndex(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") })
    {
      address += query(original[start...])
    }
    return IdentityKey("url:", address, sharedUnder: isProfile ? nil : name)
  }

  /// A query and fragment without what only says whence a reader came.
  private static func query(_ text: Substring) -> ArraySlice<UInt8> {
    let parts = text.lowercased().split { "?#&".contains($0) }.filter {
      !$0.hasPrefix("utm_") && !$0.hasPrefix("fbclid=") && !$0.hasPrefix("gclid=")
    }
    return Array(parts.map { "?" + $0 }.joined().utf8)[...].trimmed
  }

  /// What all spellings of one web address have in common; nil for one with a query or fragment, which may be all that parts
  /// it from another.
  static func address(_ written: String) -> String? {
    written.utf8.contains { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ? nil : plain(written).text
  }

  /// What all spellings of one mail address have in common.
  static func mailbox(_ written: String) -> String? { Array(written.lowercased().utf8)[...].trimmed.text }

  private static func plain(_ original: String) -> ArraySlice<UInt8> {
    var address = Array(original.lowercased().utf8)[...].trimmed
    if address.contains(UInt8(ascii: "%")), let plain = address.text.removingPercentEncoding {
      address = Array(plain.lowercased().utf8)[...].trimmed
    }
    if address.contains(where: { $0 >= 0x80 }) {
      address = Array(address.text.precomposedStringWithCanonicalMapping.utf8)[...]
    }
    let colon = address.firstIndex { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
    if let colon, address[colon...].starts(with: "://".utf8) { address = address[(colon + 3)...] }
    address = address.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    if address.starts(with: "www.".utf8) { address = address.dropFirst(4) }
    while address.last == UInt8(ascii: "/") { address.removeLast() }
    guard let slash = address.firstIndex(of: UInt8(ascii: "/")) else { return address }
    let site = "linkedin.com".utf8
    if address[..<slash].suffix(site.count + 1).elementsEqual(".linkedin.com".utf8) {
      address = address[(slash - site.count)...]
    }
    let own = "linkedin.com/in/".utf8
    if address.starts(with: own) {
      address =
        address[
          ..<(address[(address.startIndex + own.count)...].firstIndex(of: UInt8(ascii: "/"))
            ?? address.endIndex)]
    }
    return address
  }

  /// A mail address without case.
  private static func email(_ original: String, name: String) -> IdentityKey? {
    let address = Array(original.lowercased().utf8)[...].trimmed
    guard let at = address.firstIndex(of: UInt8(ascii: "@")), at != address.startIndex else { return nil }
    let isRole = roles.contains(address[..<at].text)
    return IdentityKey("mail:", address, sharedUnder: isRole ? name : nil)
  }

  private init(_ kind: String, _ address: ArraySlice<UInt8>, sharedUnder name: String?) {
    text = kind + address.text + (name.map { " " + FoldedText($0).text } ?? "")
  }

  private static let profiles = [
    "linkedin.com/in/", "linkedin.com/pub/", "xing.com/profile/",
  ]

  private static let roles: Set<String> = [
    "accueil", "admin", "administration", "association", "bonjour", "bureau", "commercial", "contact",
    "direction", "hello", "hi", "info", "infos", "kontakt", "mail", "mairie", "office", "sales",
    "secretariat", "service", "support", "team",
  ]
}
