import Foundation
import TestSupport

/// Pairs of records as address books hold them: of one person, written in two ways, or of two people who are as alike
/// as people who share a name, a home or a firm are.
///
/// Every person has a number of their own in each address, so that nobody's address is a stranger's. Left out are
/// people whom no program can tell apart: who share a mailbox or a telephone under names that agree, and say nothing
/// else of which they are.
struct RecordPairs {
  struct Pair {
    let first: String
    let second: String
    let isSame: Bool
    /// How the two came to be, for messages.
    let kind: String
  }

  private struct Person {
    var first: String
    var last: String
    var mails: [String]
    var phones: [String]
    var urls: [String]
    var town: String
    var organisation: String
    var headline: String
    var born: String?
    /// The name as it is written, where it is not the first and the last one.
    var written: String?

    var name: String { written ?? "\(first) \(last)" }
  }

  private var random: SeededRandom
  private var number = 0

  init(seed: UInt64) {
    random = SeededRandom(seed: seed)
  }

  /// The next pair: of the same person and of two people in turn.
  mutating func next() -> Pair {
    number += 1
    return number % 2 == 1 ? samePerson() : twoPeople()
  }

  private mutating func samePerson() -> Pair {
    let person = person()
    var copy = person
    var kinds: [String] = []
    for _ in 0..<Int.random(in: 1...3, using: &random) { kinds.append(corrupt(&copy)) }
    // No export has all that another has.
    if chance(4), copy.phones.count + copy.mails.count > 1 { copy.urls = [] }
    if chance(4), !copy.urls.isEmpty { copy.phones = [] }
    if chance(4), !copy.urls.isEmpty { copy.mails = [] }
    return pair(person, copy, isSame: true, kinds.joined(separator: ", "))
  }

  private mutating func corrupt(_ copy: inout Person) -> String {
    switch Int.random(in: 0..<11, using: &random) {
    case 0:
      copy.written = typo(copy.name)
      return "typo"
    case 1:
      copy.written = chance(2) ? "\(copy.last.uppercased()) \(copy.first)" : "\(copy.last), \(copy.first)"
      return "name order"
    case 2:
      copy.written = copy.name.folding(options: .diacriticInsensitive, locale: nil)
      if chance(2) { copy.written = copy.written?.uppercased() }
      return "accents dropped"
    case 3:
      let middle = any(Self.firstNames)
      copy.written = "\(copy.first) \(chance(2) ? middle : middle.prefix(1) + ".") \(copy.last)"
      return "middle name"
    case 4:
      let married = any(Self.lastNames)
      copy.written = chance(2) ? "\(copy.first) \(married)" : "\(copy.first) \(copy.last)-\(married)"
      return "married name"
    case 5:
      copy.written = "\(Self.nicknames[copy.first] ?? String(copy.first.prefix(1)) + ".") \(copy.last)"
      return "nickname"
    case 6:
      copy.mails = copy.mails.map { chance(2) ? $0.uppercased() : $0.capitalized }
      return "mail in another case"
    case 7:
      copy.mails = ["\(slug(copy.last))@new\(number).example"]
      return "another mail address"
    case 8:
      copy.phones = copy.phones.map { rewritten($0) }
      return "telephone written otherwise"
    case 9:
      copy.urls = copy.urls.map { url in
        let path = url.dropFirst("https://www.".count)
        return any(["http://\(path)/", "www.\(path)", "\(path)?trk=1", "https://fr.\(path)/", "\(path)/fr"])
      }
      return "profile written otherwise"
    default:
      copy.organisation = any([copy.organisation + " SAS", any(Self.firms), "Groupe \(copy.organisation)"])
      copy.headline = any(Self.jobs)
      return "organisation renamed"
    }
  }

  private mutating func twoPeople() -> Pair {
    let one = person()
    var other = person()
    func namesake() {
      (other.first, other.last) = (one.first, one.last)
      (other.town, other.organisation, other.headline) = (one.town, one.organisation, one.headline)
    }
    func household() { (other.last, other.town) = (one.last, one.town) }
    let landline = "+3356\(digits(number, 7))"
    let familyMail = "famille.\(slug(one.last))@home\(number).example"
    var first = one
    var kind = ""
    switch Int.random(in: 0..<14, using: &random) {
    case 0:
      kind = "namesakes"
      namesake()
    case 1:
      kind = "spouses with one landline"
      household()
      other.first = different(from: one.first)
      (first.phones, other.phones) = ([landline] + first.phones, [landline])
      if chance(2) {
        first.mails.append(familyMail)
        other.mails.insert(familyMail, at: 0)
      }
    case 2:
      kind = "M. and Mme of one household"
      household()
      (first.written, other.written) = (any(["M. \(one.last)", "Mr \(one.last)"]), "Mme \(one.last)")
      if chance(2) { (first.written, other.written) = ("M. Claude \(one.last)", "Mme Claude \(one.last)") }
      (first.phones, other.phones) = ([landline], [landline])
      (first.mails, other.mails) = ([familyMail], [familyMail])
    case 3:
      kind = "father and son of one name, by generation"
      household()
      other.first = one.first
      other.written = "\(one.first) \(one.last) \(any(["fils", "Jr.", "junior"]))"
      if chance(2) { first.written = "\(one.first) \(one.last) \(any(["père", "Sr."]))" }
      (first.phones, other.phones) = ([landline], [landline])
      if chance(2) { (first.mails, other.mails) = ([familyMail], [familyMail]) }
    case 4:
      kind = "father and son of one name, by birthday"
      household()
      other.first = one.first
      (first.phones, other.phones) = ([landline], [landline])
      (first.born, other.born) = ("1951-0\(number % 9 + 1)-12", "1984-0\(number % 9 + 1)-30")
    case 5:
      kind = "father and son of one name at one place"
      household()
      other.first = one.first
    case 6:
      kind = "colleagues with the firm's addresses"
      other.organisation = one.organisation
      let firm = "firm\(number).example"
      let box = "\(any(Self.boxes))@\(firm)"
      other.first = different(from: one.first)
      if chance(2) { other.last = one.last }
      for site in ["https://\(firm)/equipe", "https://\(firm)"] {
        first.urls.append(site)
        other.urls.append(site)
      }
      first.mails.append(box)
      other.mails = [box] + (chance(2) ? other.mails : [])
      (first.phones, other.phones) = ([landline], [landline])
    case 7:
      kind = "twins"
      household()
      (first.first, other.first) = any([
        ("Léa", "Léo"), ("Marion", "Manon"), ("Luc", "Lucas"), ("Jeanne", "Jean"),
      ])
      (first.born, other.born) = ("1990-05-06", "1990-05-06")
      (first.phones, other.phones) = ([landline], [landline])
      (first.mails, other.mails) = ([familyMail], [familyMail])
    case 8:
      kind = "addresses that differ by a dot"
      namesake()
      first.mails = ["\(slug(one.first)).\(slug(one.last))@x\(number).example"]
      other.mails = ["\(slug(one.first))\(slug(one.last))@x\(number).example"]
    case 9:
      kind = "telephones that differ in the last digit"
      namesake()
      let number = String(one.phones[0].dropLast())
      (first.phones, other.phones) = ([number + "3"], [number + "8"])
    case 10:
      kind = "brothers Jean-Pierre and Jean-Paul"
      household()
      let (one, two) = any([("Pierre", "Paul"), ("Marc", "Luc"), ("François", "Frédéric")])
      let joint = any(["-", " "])
      (first.first, other.first) = ("Jean\(joint)\(one)", "Jean\(joint)\(two)")
      if chance(3) { first.written = "\(first.last.uppercased()) \(first.first)" }
      (first.phones, other.phones) = ([landline], [landline])
      if chance(2) { (first.mails, other.mails) = ([familyMail], [familyMail]) }
    case 11:
      kind = "a couple's card and one of the two"
      household()
      other.written = "\(one.first) \(any(["et", "&", "and"])) \(different(from: one.first)) \(one.last)"
      (first.phones, other.phones) = ([landline], [landline])
      (first.mails, other.mails) = ([familyMail], [familyMail])
    case 12:
      kind = "spouses whose names have other letters than Latin"
      household()
      (first.written, other.written) = any([
        ("Иван Петров", "Мария Петрова"), ("محمد علي", "فاطمة علي"), ("王小明", "李小红"),
        ("Νίκος Παππάς", "Ελένη Παππά"),
      ])
      (first.mails, other.mails) = ([familyMail], [familyMail])
      (first.phones, other.phones) = ([landline], [landline])
    default:
      kind = "namesakes whose profiles differ in the number"
      namesake()
      let profile = "linkedin.com/in/\(slug(one.first))-\(slug(one.last))-\(number)"
      (first.urls, other.urls) = (["https://www.\(profile)"], ["https://www.\(profile)0"])
    }
    return pair(first, other, isSame: false, kind)
  }

  private mutating func person() -> Person {
    number += 2
    let (first, last) = (any(Self.firstNames), any(Self.lastNames))
    let mail = "\(slug(first)).\(slug(last))@\(any(["mail", "post", "box"]))\(number).example"
    return Person(
      first: first, last: last, mails: [mail], phones: ["+336\(digits(number, 8))"],
      urls: ["https://www.linkedin.com/in/\(slug(first))-\(slug(last))-x\(number)"],
      town: any(["Toulouse", "Albi", "Lyon", "Paris"]), organisation: any(Self.firms),
      headline: any(Self.jobs))
  }

  private mutating func pair(_ one: Person, _ other: Person, isSame: Bool, _ kind: String) -> Pair {
    let lines = chance(2) ? [line(one), line(other)] : [line(other), line(one)]
    return Pair(first: lines[0], second: lines[1], isSame: isSame, kind: kind)
  }

  /// The record as a line of JSON.
  private func line(_ person: Person) -> String {
    var fields: [String: Any] = [
      "name": person.name, "emails": person.mails, "phones": person.phones, "urls": person.urls,
      "organisation": person.organisation, "headline": person.headline,
      "place": ["locality": person.town, "country": "France"],
    ]
    fields["bday"] = person.born
    let data = try! JSONSerialization.data(
      withJSONObject: fields, options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self) + "\n"
  }

  private mutating func typo(_ name: String) -> String {
    var letters = Array(name)
    let index = Int.random(in: 1..<letters.count - 1, using: &random)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: letters.swapAt(index, index + 1)
    case 1: letters.remove(at: index)
    default: letters.insert(letters[index], at: index)
    }
    return String(letters)
  }

  private mutating func rewritten(_ phone: String) -> String {
    let national = Array(phone.dropFirst(3))
    let pairs = stride(from: 1, to: national.count, by: 2).map {
      String(national[$0..<min($0 + 2, national.count)])
    }
    return any([
      "0\(national[0]) " + pairs.joined(separator: " "), "0\(national[0])." + pairs.joined(separator: "."),
      "0033 \(national[0]) " + pairs.joined(separator: " "),
      "+33 (0)\(national[0]) " + pairs.joined(separator: "-"), "tel:" + phone,
    ])
  }

  private mutating func different(from first: String) -> String {
    any(Self.firstNames.filter { $0.prefix(1) != first.prefix(1) && Self.nicknames[$0] != first })
  }

  private func digits(_ number: Int, _ count: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: count - text.count) + text
  }

  private func slug(_ name: String) -> String {
    name.folding(options: [.diacriticInsensitive, .caseInsensitive], locale: nil)
      .replacing(" ", with: "-").replacing("'", with: "")
  }

  private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
  private mutating func any<Value>(_ values: [Value]) -> Value { values.randomElement(using: &random)! }
}
