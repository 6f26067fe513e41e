import Foundation
import Matchmaking
import TestSupport
import Testing

@Suite struct NetworkTests {
  private let claire = Contact(id: "claire", name: "Claire")
  private let marc = Contact(id: "marc", name: "Marc")

  @Test func `is equal however its parts are ordered`() throws {
    var random = SeededRandom(seed: 3)
    let network = try RandomNetwork.make(contacts: 30, using: &random)
    let shuffled = try Network(
      contacts: network.contacts.shuffled(using: &random),
      listings: network.listings.shuffled(using: &random),
      ties: network.ties.shuffled(using: &random), groups: network.groups.shuffled(using: &random),
      introductions: network.introductions.shuffled(using: &random), host: network.host)
    #expect(shuffled == network)
  }

  @Test func `comes back from JSON as it was`() throws {
    var random = SeededRandom(seed: 4)
    let network = try RandomNetwork.make(contacts: 30, using: &random)
    #expect(try JSONDecoder().decode(Network.self, from: JSONEncoder().encode(network)) == network)
  }

  @Test func `refuses two parts with one identifier`() {
    #expect(throws: NetworkError.duplicateContact("claire")) {
      try Network(contacts: [claire, marc, claire])
    }
    let need = Listing(id: "1", contact: "claire", kind: .need, text: "a plumber")
    #expect(throws: NetworkError.duplicateListing("1")) {
      try Network(contacts: [claire], listings: [need, need])
    }
    #expect(throws: NetworkError.self) {
      try Network(
        contacts: [claire, marc], ties: [Tie("claire", "marc"), Tie("marc", "claire", kind: .kin)])
    }
  }

  @Test func `tells identifiers apart by their bytes, in every order`() throws {
    let ids: [Contact.ID] = ["\u{E9}", "e\u{301}", "ez"]
    #expect(Set(ids).count == 3 && ids[0] != ids[1])
    let contacts = ids.map { Contact(id: $0, name: "x") }
    for order in [[0, 1, 2], [1, 2, 0], [2, 0, 1]] {
      let network = try Network(contacts: order.map { contacts[$0] })
      for contact in contacts { #expect(network.contact(contact.id)?.id == contact.id) }
      _ = try MatchEngine(network, asOf: Day(number: 0)).matching()
      for id in 0..<3 {
        #expect(throws: NetworkError.duplicateContact(ids[id])) {
          try Network(contacts: (order + [id]).map { contacts[$0] })
        }
      }
    }
  }

  @Test func `refuses parts that name nobody`() {
    let need = Listing(id: "1", contact: "nobody", kind: .need, text: "a plumber")
    #expect(throws: NetworkError.unknownContact("nobody", by: "the listing '1'")) {
      try Network(contacts: [claire], listings: [need])
    }
    #expect(throws: NetworkError.self) { try Network(contacts: [claire], ties: [Tie("claire", "nobody")]) }
    #expect(throws: NetworkError.self) { try Network(contacts: [claire], host: "nobody") }
    #expect(throws: NetworkError.self) {
      try Network(contacts: [claire], groups: [Group(name: "choir", members: ["nobody"])])
    }
  }

  @Test func `refuses ties with oneself`() {
    #expect(throws: NetworkError.self) { try Network(contacts: [claire], ties: [Tie("claire", "claire")]) }
  }

  @Test(arguments: [
    Contact(id: "", name: "x"), Contact(id: "a\nb", name: "x"), Contact(id: "a", name: "x\0"),
    Contact(id: "a", name: "x", capacity: -1), Contact(id: "a", name: "x", place: Place(latitude: 1)),
    Contact(id: "a", name: "x", place: Place(latitude: 91, longitude: 0)),
  ])
  func `refuses contacts out of range`(contact: Contact) {
    #expect(throws: NetworkError.self) { try Network(contacts: [contact]) }
  }

  @Test func `refuses listings without text or that end before they begin`() {
    let empty = Listing(id: "1", contact: "claire", kind: .need, text: " \n")
    #expect(throws: NetworkError.self) { try Network(contacts: [claire], listings: [empty]) }
    let backwards = Listing(
      id: "1", contact: "claire", kind: .need, text: "x", since: Day("2026-02-01"), until: Day("2026-01-01"))
    #expect(throws: NetworkError.self) { try Network(contacts: [claire], listings: [backwards]) }
  }

  @Test func `names who declined exactly for a declined introduction`() throws {
    let day = try #require(Day("2026-01-01"))
    #expect(throws: NetworkError.self) {
      try Network(
        contacts: [claire, marc], introductions: [Introduction("claire", "marc", state: .declined, day: day)])
    }
    #expect(throws: NetworkError.self) {
      try Network(
        contacts: [claire, marc],
        introductions: [Introduction("claire", "marc", state: .made, day: day, declinedBy: "marc")])
    }
  }

  @Test func `finds who is meant by id, address, name or part of it`() throws {
    let network = try Network(contacts: [
      Contact(id: "c1", name: "Élodie Faure", emails: ["Elodie@example.org"]),
      Contact(id: "c2", name: "Elodie Martin"),
      Contact(id: "c3", name: "Martin"),
    ])
    func ids(_ text: String) -> [String] { network.contacts(called: text).map(\.id.rawValue) }
    #expect(ids("c2") == ["c2"])
    #expect(ids("elodie@EXAMPLE.org") == ["c1"])
    #expect(ids("elodie faure") == ["c1"])
    #expect(ids("elo") == ["c1", "c2"])
    #expect(ids("martin") == ["c3"])
    #expect(ids("mart elod") == ["c2"])
    #expect(ids("nobody") == [])
    #expect(ids("  ") == [])
  }
}
