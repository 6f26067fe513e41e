import Foundation
import Interchange
import Matchmaking
import Testing

extension Network {
  /// The network as vCard.
  var cards: String {
    var text = ""
    Export(self).vCard { text += $0 }
    return text
  }
}

@Suite struct VCardExportTests {
  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func `an import of exported cards gives what cards can hold, and the same bytes`(seed: UInt64) throws {
    var networks = AnyNetwork(seed: seed)
    let network = try networks.make()
    let result = try imported(network.cards)
    let expected = try CardSized(network).network
    #expect(try result.network.unsourced.contacts == expected.contacts)
    #expect(result.network.listings == expected.listings)
    #expect(result.network.groups == expected.groups && result.network.ties == expected.ties)
    #expect(result.summary.skipped == [])
    #expect(result.summary.line == "\(network.contacts.count) = \(network.contacts.count) + 0 + 0 + 0 + 0")
    #expect(result.network.cards == expected.cards)
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func `writes lines of 75 bytes at most, which no text can break out of`(seed: UInt64) throws {
    var networks = AnyNetwork(seed: seed)
    let network = try networks.make()
    let lines = Data(network.cards.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    #expect(lines.last == Data())
    var names: Set<String> = []
    for line in lines.dropLast() {
      #expect(line.last == 0x0D && line.count <= 76)
      let text = try #require(String(data: line.dropLast(), encoding: .utf8))
      #expect(text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F || $0 == "\t" })
      if !text.hasPrefix(" ") { names.insert(String(text.prefix { $0 != ":" && $0 != ";" })) }
    }
    let known = [
      "BEGIN", "VERSION", "PRODID", "UID", "FN", "N", "ORG", "TITLE", "ADR", "GEO", "LANG", "EMAIL", "TEL",
      "URL", "CATEGORIES", "NOTE", "X-NEED", "X-OFFER", "RELATED", "X-LINKUP-CAPACITY", "X-LINKUP-SPONSOR",
      "X-LINKUP-LAST-CONTACT", "X-LINKUP-FIELDS", "END",
    ]
    #expect(names.isSubset(of: known))
    let begins = lines.count { $0.elementsEqual("BEGIN:VCARD\r".utf8) }
    #expect(begins == network.contacts.count)
  }

  @Test func `writes a card as other programs read it`() throws {
    let network = try Network(
      contacts: [
        Contact(
          id: "anna", name: "Anna Roux", headline: "Translator", organisation: "Mots; et plus",
          place: Place(locality: "Toulouse", country: "FR", latitude: 43.6, longitude: 1.44),
          languages: ["fr"], emails: ["anna@mots.example"], phones: ["+33 5 61"],
          urls: ["https://mots.example/anna"], capacity: 2, notes: "met\nEND:VCARD",
          unknownFields: ["bday": "\"1980-03-22\"", "fax": "\"1\"", "shoeSize": "41.50"]),
        Contact(id: "bo", name: ""),
      ],
      listings: [
        Listing(
          id: "n1", contact: "anna", kind: .need, text: "a flat", urgency: .high, until: Day("2026-12-31"))
      ],
      ties: [Tie("anna", "bo", kind: .friend, since: Day("2019-05-01"))],
      groups: [Group(name: "Rotary, Toulouse", members: ["anna"])])
    #expect(
      network.cards
        == """
        BEGIN:VCARD
        VERSION:4.0
        PRODID:-//linkup//linkup//EN
        UID;VALUE=text:anna
        FN:Anna Roux
        N:Roux;Anna;;;
        ORG:Mots\\; et plus
        TITLE:Translator
        ADR:;;;Toulouse;;;FR
        GEO:geo:43.6,1.44
        LANG:fr
        EMAIL:anna@mots.example
        TEL:+33 5 61
        CATEGORIES:Rotary\\, Toulouse
        URL:https://mots.example/anna
        NOTE:met\\nEND:VCARD
        X-NEED;ID=n1;URGENCY=high;UNTIL=2026-12-31:a flat
        RELATED;VALUE=text;TYPE=friend;X-SINCE=2019-05-01:bo
        X-LINKUP-CAPACITY:2
        BDAY:1980-03-22
        TEL;TYPE=fax:1
        X-LINKUP-FIELDS:{"shoeSize":41.50}
        END:VCARD
        BEGIN:VCARD
        VERSION:4.0
        PRODID:-//linkup//linkup//EN
        UID;VALUE=text:bo
        FN:
        N:;;;;
        RELATED;VALUE=text;TYPE=friend;X-SINCE=2019-05-01:anna
        END:VCARD

        """.replacing("\n", with: "\r\n"))
  }

  @Test func `cards of a network change nothing in it, once it holds nothing else`() throws {
    for seed in 1...100 as ClosedRange<UInt64> {
      var networks = AnyNetwork(seed: seed)
      let network = try CardSized(networks.make()).network
      let result = try imported(network.cards, into: network)
      #expect(result.network == network)
      #expect(result.summary.unchanged == network.contacts.count)
    }
  }
}
