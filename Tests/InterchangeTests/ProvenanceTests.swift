import Foundation
import Interchange
import Matchmaking
import TestSupport
import Testing

/// What the host typed stays, and each field remembers who gave it.
@Suite struct ProvenanceTests {
  @Test func `never overwrites what the host typed`() throws {
    let typed = Contact(
      id: "a", name: "Annie", headline: "Baker", emails: ["a@x.example"],
      sources: FieldSources(FieldSources.host))
    let network = try Network(
      contacts: [typed, Contact(id: "b", name: "B")],
      listings: [Listing(id: "l", contact: "a", kind: .need, text: "a van", state: .met, byHost: true)],
      ties: [Tie("a", "b", kind: .acquaintance, byHost: true)])
    let line =
      #"{"id":"a","name":"Anna","headline":"Cook","organisation":"Mots","emails":["b@x.example"],"needs":[{"id":"l","text":"a van","state":"open"}],"knows":[{"contact":"b","kind":"kin"}]}"#
    let after = try imported(line, into: network).network
    let contact = try #require(after.contact("a"))
    #expect(contact.name == "Annie" && contact.headline == "Baker" && contact.organisation == "Mots")
    #expect(contact.emails == ["a@x.example", "b@x.example"])
    #expect(contact.sources[.headline] == "host" && contact.sources[.organisation] == "file")
    #expect(after.listings.contains { $0.id == "l" && $0.state == .met } && after.ties == network.ties)
  }

  @Test func `remembers which file gave each field`() throws {
    let folder = TemporaryFolder()
    let one = folder.write("name,email,headline\nAnna,a@x.example,Cook\n", to: "one.csv")
    let two = folder.write("name,email,company\nAnna Roux,a@x.example,Mots\n", to: "two.csv")
    let contact = Import(of: [one, two]).network.contacts[0]
    #expect(
      contact.sources[.headline] == one && contact.sources[.name] == two
        && contact.sources[.organisation] == two)
    #expect(contact.sources[.emails] == one)
  }

  @Test func `finds a contact again under the identifier that a file gave it`() throws {
    let first = try imported("{\"id\":\"anna\",\"name\":\"Anna\",\"emails\":[\"a@x.example\"]}").network
    let second = try imported("{\"id\":\"m7\",\"name\":\"Anna\",\"emails\":[\"a@x.example\"]}", into: first)
      .network
    #expect(second.contacts.map(\.id) == ["anna"] && second.contact("anna")?.aliases == ["m7"])
    // The address has changed, but the file still calls her m7.
    let third = try imported("{\"id\":\"m7\",\"emails\":[\"new@x.example\"]}", into: second).network
    #expect(third.contacts.map(\.emails) == [["a@x.example", "new@x.example"]])
  }

  @Test func `deletes nobody who is missing from a newer export`() throws {
    let first = try imported("name,email\nAnna,a@x.example\nBo,b@x.example\n").network
    let second = try imported("name,email\nBo,b@x.example\n", into: first).network
    #expect(second == first)
  }

  /// A need that the host made private stays so, under whatever name a file gives the same text, and whoever it goes to.
  @Test func `publishes nothing that the host made private`() throws {
    var own = Listing(
      id: "x", contact: "b", kind: .need, text: "a divorce lawyer", visibility: .private, byHost: true)
    own.id = try imported(#"{"id":"b","name":"B","needs":["a divorce lawyer"]}"#).network.listings[0].id
    let network = try Network(
      contacts: [Contact(id: "a", name: "A"), Contact(id: "b", name: "B")], listings: [own])
    let file = #"{"id":"b","name":"B","needs":[{"id":"n1","text":"a divorce lawyer","visibility":"public"}]}"#
    let read = try imported(file, into: network).network
    #expect(read.listings == [own])
    #expect(try imported(file, into: read).network == read)
    let both = try imported(#"{"id":"a","needs":["a divorce lawyer"]}"#, into: network).network
    let merged = try both.merging("b", into: "a")
    #expect(merged.listings.map(\.visibility) == [.private] && merged.listings.allSatisfy(\.byHost))
    #expect(try both.merging("a", into: "b").listings.map(\.visibility) == [.private])
  }
}
