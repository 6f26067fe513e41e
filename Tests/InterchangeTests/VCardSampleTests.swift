import Foundation
import Interchange
import Matchmaking
import Testing

/// Every file of shared/imports/vcard-ezvcard, with what a reader of the file finds in it.
@Suite(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.absence)))
struct VCardSampleTests {
  /// Each contact in the order of the file: name, headline, organisation, place, mail addresses, telephones,
  /// web addresses; without what is missing.
  static let expected: [(file: String, contacts: [String])] = [
    (
      // Quoted-printable of which soft breaks cut letters; the last card's second ORG has half a letter. One web address
      // is there twice, with and without scheme.
      "John_Doe_ANDROID.vcf",
      [
        "john.doe@company.com", "jane.doe@company.com", "Ñ Ñ Ñ Ñ Ñ | 123456789",
        "Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ Ñ | 123456 | 234567 | 3456789 | 45678901",
        "Ñ Ñ Ñ Ñ | ÑÑÑÑÑÑÑÑÑÑÑÑ | bob@company.com | ÑÑÑÑÑÑÑÑÑÑÑÑÑÑ | 123456 | www.company.com",
        "ÑÑÑÑ | ÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑÑ | henry@company.com | 55556666",
      ]
    ),
    ("John_Doe_BLACK_BERRY.vcf", ["John Doe | Acme Solutions | +96123456789"]),
    (
      "John_Doe_EVOLUTION.vcf",
      [
        "Mr. John Richter, James Doe Sr. | Money Counter | IBM | Albaney, New York, United States of America"
          + " | john.doe@ibm.com | 905-666-1234 | 905-555-1234 | http://www.ibm.com"
      ]
    ),
    (
      // The whole address stands in the street.
      "John_Doe_GMAIL.vcf",
      [
        "Mr. John Richter, James Doe Sr. | Money Counter | IBM | john.doe@ibm.com | 905-555-1234"
          + " | 905-666-1234 | http://www.ibm.com"
      ]
    ),
    (
      // Lines end with CR CR LF. Two faxes and a pager are no telephones.
      "John_Doe_IPHONE.vcf",
      [
        "Mr. John Richter James Doe Sr. | Money Counter | IBM | New York, New York, United States of America"
          + " | john.doe@ibm.com | 905-555-1234 | 905-666-1234 | 905-777-1234 | 905-222-1234"
          + " | http://www.ibm.com"
      ]
    ),
    (
      "John_Doe_LOTUS_NOTES.vcf",
      [
        "Mr. Doe John I Johny | Generic Accountant | IBM | New York, New York, U.S.A., -2.6, 3.4"
          + " | john.doe@ibm.com | billy_bob@gmail.com | +1 (212) 204-34456 | http://www.sun.com"
      ]
    ),
    (
      "John_Doe_MAC_ADDRESS_BOOK.vcf",
      [
        "Mr. John Richter,James Doe Sr. | Money Counter | IBM | New York, New York, United States of America"
          + " | john.doe@ibm.com | 905-777-1234 | 905-666-1234 | 905-555-1234 | 905-222-1234"
          + " | http://www.ibm.com"
      ]
    ),
    (
      "John_Doe_MS_OUTLOOK.vcf",
      [
        "Mr. John Richter James Doe Sr. | Money Counter | IBM | Albaney, New York, United States of America"
          + " | john.doe@ibm.cm | (905) 555-1234 | (905) 666-1234 | http://www.ibm.com"
      ]
    ),
    (
      "fullcontact.vcf",
      [
        "Prefix FirstName MiddleName LastName Suffix | Title1 | Organization1"
          + " | HomeCity, HomeState, HomeCountry | home@example.com | work@example.com | school@example.com"
          + " | other@example.com | custom@example.com | 555-555-1111 | 555-555-1112 | 555-555-1113"
          + " | 555-555-1114 | 555-555-1115 | 555-555-1118 | 555-555-1119 | http://www.homepage.com"
          + " | http://www.blog.com | http://www.other.com | http://www.custom.com | #Tag"
      ]
    ),
    (
      "gmail-list.vcf",
      [
        "Arnold Smith | asmithk@gmail.com", "Chris Beatle | chrisy55d@yahoo.com",
        "Doug White | dwhite@gmail.com",
      ]
    ),
    (
      // The first address has no town of its own, the second one has.
      "gmail-single.vcf",
      [
        "Greg Dartmouth | TheJobTitle | TheCompany | Custom City, TX, USA | gdartmouth@hotmail.com"
          + " | 555 555 1111 | 555 555 2222 | http://TheProfile.com"
      ]
    ),
    (
      "gmail-single2.vcf",
      [
        "VCard Test | TheJobTitle | TheCompany | NY, New York | email@example.com | homeemail@example.com"
          + " | workemail@example.com | otheremail@example.com | customcategory@example.com | 5555551111"
          + " | 5555551112 | 5555551113 | 5555551114 | 5555551115 | 5555551116 | 5555551119 | 5555551121"
          + " | http://www.example1.com | http://www.example2.com | http://www.example3.com"
          + " | http://www.example4.com | http://www.example5.com | http://www.example6.com"
      ]
    ),
    (
      // A label in no quotes has colons: the value begins too early, which costs the post office box alone.
      "issue114.vcf",
      [
        "Dummy, Dummy | Dummy GmbH | Bad Homburg, Germany | dummy.dummy@dummy.com | +49 1234 56789"
          + " | +49 9876 54321"
      ]
    ),
    (
      "jcard-example.json",
      [
        "Simon Perreault | Viagenie | Quebec, QC, Canada, 46.772673, -71.282945 | simon.perreault@viagenie.ca"
          + " | +1-418-656-9254 ext. 102 | +1-418-262-6501 | http://nomis80.org | fr | en"
      ]
    ),
    (
      // The telephones are words.
      "outlook-2003.vcf",
      [
        "John Doe III | The Job Title | Company, The | Austin, TX, United States of America"
          + " | jdoe@hotmail.com | BusinessPhone | HomePhone | MobilePhone | http://web-page-address.com"
      ]
    ),
    (
      "outlook-2007.vcf",
      [
        "Mr. Michael Angstadt Jr. | TheJobTitle | TheCompany | New York, NY, USA | mike.angstadt@gmail.com"
          + " | (111) 555-1111 | (111) 555-2222 | (111) 555-4444 | http://mikeangstadt.name"
      ]
    ),
    (
      "rfc2426-example.vcf",
      [
        "Frank Dawson | Lotus Development Corporation | Raleigh, NC, U.S.A. | Frank_Dawson@Lotus.com"
          + " | fdawson@earthlink.net | +1-919-676-9515 | http://home.earthlink.net/~fdawson",
        "Tim Howes | Netscape Communications Corp. | Mountain View, CA, U.S.A. | howes@netscape.com"
          + " | +1-415-937-3419",
      ]
    ),
    (
      "rfc6350-example.vcf",
      [
        "Simon Perreault | Viagenie | Quebec, QC, Canada, 46.772673, -71.282945 | simon.perreault@viagenie.ca"
          + " | +1-418-656-9254 ext. 102 | +1-418-262-6501 | http://nomis80.org | fr | en"
      ]
    ),
    (
      "rfc6351-example.xml",
      [
        "Simon Perreault | Viagenie | Quebec, QC, Canada, 46.766336, -71.28955 | simon.perreault@viagenie.ca"
          + " | +1-418-656-9254 ext. 102 | +1-418-262-6501 | http://nomis80.org | fr | en"
      ]
    ),
    (
      // The commas between the categories are escaped, so that they are one.
      "thunderbird-MoreFunctionsForAddressBook-extension.vcf",
      [
        "John Doe | TheTitle | TheOrganization | New York, NY, USA | doe.john@hotmail.com"
          + " | additional-email@company.com | additional-email1@company.com | additional-email2@company.com"
          + " | additional-email3@company.com | 555-555-1111 | 555-555-2222 | 555-555-5555"
          + " | http://www.private-webpage.com | http://www.work-webpage.com"
          + " | #category1, category2, category3"
      ]
    ),
  ]

  @Test(arguments: expected)
  func `reads each file as somebody who looks at it would`(file: String, contacts: [String]) throws {
    let result = try imported(SharedFolder.data("vcard-ezvcard/\(file)"))
    #expect(Set(result.network.contacts.map { Self.line(of: $0, in: result.network) }) == Set(contacts))
    #expect(result.network.contacts.count == contacts.count)
    #expect(result.summary.line == "\(contacts.count) = \(contacts.count) + 0 + 0 + 0 + 0")
    #expect(result.summary.reports == [])
  }

  @Test(arguments: expected.map(\.file))
  func `finds everybody again in a second import, and in an export of its own`(file: String) throws {
    let data = try SharedFolder.data("vcard-ezvcard/\(file)")
    let network = try imported(data).network
    #expect(try imported(data, into: network).network == network)
    let again = try imported(network.cards)
    #expect(again.network == network && again.summary.reports == [])
  }

  @Test func `has an expected result for every file`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: SharedFolder.imports!.appending(path: "vcard-ezvcard").path)
    #expect(Set(files).subtracting(["ORIGIN.txt"]) == Set(Self.expected.map(\.file)))
  }

  private static func line(of contact: Contact, in network: Network) -> String {
    let place = contact.place.map { place in
      [
        place.locality, place.region, place.country, place.latitude?.description,
        place.longitude?.description,
      ]
      .compactMap { $0 }.joined(separator: ", ")
    }
    let groups = network.groups.filter { $0.members.contains(contact.id) }.map { "#\($0.name)" }
    let parts =
      [contact.name, contact.headline ?? "", contact.organisation ?? "", place ?? ""] + contact.emails
      + contact.phones + contact.urls + contact.languages + groups
    return parts.filter { !$0.isEmpty }.joined(separator: " | ")
  }
}
