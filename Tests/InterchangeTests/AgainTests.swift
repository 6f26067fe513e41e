import Matchmaking
import Testing

import Interchange

/// Files that come in again when much has changed since: nobody is made anew.
@Suite struct AgainTests {
  @Test func `finds a record again by its own identifier, whatever became of whom it joined`() throws {
    let older = "Name,Email,LinkedIn\nAnna Roux,anna@x.example,https://www.linkedin.com/in/anna\n"
    let book = "Name,Email\nAnna Roux,anna@x.example\n"
    let newer = "Name,Email,LinkedIn\nAnna Berg,anna@x.example,https://www.linkedin.com/in/anna\n"
    var network = Network.empty
    for text in [older, book, newer] { network = try imported(text, into: network).network }
    #expect(network.contacts.map(\.name) == ["Anna Berg"])
    let again = try imported(book, into: network)
    #expect(again.network.contacts.count == 1 && again.summary.added == 0)
    let both = "Name,Email,LinkedIn\nAnna Roux,anna@x.example,\nAnna Berg,,https://www.linkedin.com/in/anna\n"
    let first = try imported(both, into: try imported(older).network)
    let second = try imported(both, into: first.network)
    #expect(second.summary.added == 0 && second.network.contacts.count == first.network.contacts.count)
  }

  @Test func `lets a short name be only one of those who share its mailbox`() throws {
    let typed = try Network(
      contacts: [
        Contact(id: "x", name: "A. Durand", emails: ["f@x.example"], sources: FieldSources(FieldSources.host))
      ])
    let rows = "Name,Email\nAnna Durand,f@x.example\nAlain Durand,f@x.example\n"
    let network = try imported(rows, into: typed).network
    #expect(network.contacts.map(\.name).sorted() == ["A. Durand", "Alain Durand"])
    #expect(try imported(rows, into: network).network == network)
    let anna = "Name,Email,Headline\nAnna Durand,f@x.example,Cook\n"
    #expect(try imported(anna, into: network).network.contact("x")?.headline == "Cook")
  }

  @Test func `keeps the number of whoever moves to another country`() throws {
    let toulouse = "Name,Email,Phone,City,Country\nAnna Roux,anna@x.example,06 12 34 56 78,Toulouse,France\n"
    let berlin = "Name,Email,City,Country\nAnna Roux,anna@x.example,Berlin,Germany\n"
    let moved = try imported(berlin, into: try imported(toulouse).network).network
    #expect(moved.contacts.map(\.phones) == [["+33612345678"]])
    let card = "BEGIN:VCARD\nVERSION:4.0\nFN:ROUX Anna\nTEL:+33 6 12 34 56 78\nEND:VCARD\n"
    #expect(try imported(card, into: moved).network.contacts.count == 1)
    let other = "BEGIN:VCARD\nVERSION:4.0\nFN:ROUX Anna\nTEL:+49 612 345678\nEND:VCARD\n"
    #expect(try imported(other, into: moved).network.contacts.count == 2)
  }

  @Test func `compares numbers without a country by their digits, beside the name`() throws {
    let list = "Name,Phone\nJean Durand,06 11 22 33 44\nJean Durand,06 55 66 77 88\n"
    let network = try imported(list).network
    #expect(network.contacts.count == 2)
    #expect(try imported(list, into: network).network == network)
    let titled = try imported("Name,Phone,Title\nJean Durand,0611223344,Cook\n", into: network)
    #expect(titled.summary.added == 0)
  }

  @Test func `keeps namesakes apart by region, country and page`() throws {
    for column in ["Region", "Country", "Website"] {
      let network = try imported("Name,\(column)\nJean Durand,a.example\nJean Durand,b.example\n").network
      #expect(network.contacts.count == 2, "\(column)")
    }
  }

  @Test func `reads the parts of a name wherever they stand`() throws {
    func names(_ text: String) throws -> [String] { try imported(text).network.contacts.map(\.name).sorted() }
    #expect(
      try names("Civilité,Nom,Email\nM.,Durand,f@x.example\nMme,Durand,f@x.example\n") == [
        "M. Durand", "Mme Durand",
      ])
    #expect(
      try names(
        "Title,First Name,Last Name,E-mail Address,Job Title\nMr,,Smith,f@x.example,X\nMrs,,Smith,f@x.example,Y\n"
      )
        == ["Mr Smith", "Mrs Smith"])
    #expect(
      try names("Name,Surname,Email\nMario,Rossi,m@x.example\nMario,Verdi,m@x.example\n") == [
        "Mario Rossi", "Mario Verdi",
      ])
    #expect(try names("Nombre,Apellidos,Email\nJosé,García,j@x.example\n") == ["José García"])
    let cards = ["John", "Jane"].map {
      "BEGIN:VCARD\nVERSION:3.0\nN:Smith;\($0);;;\nFN:Smith\nEMAIL:s@x.example\nEND:VCARD\n"
    }
    #expect(try names(cards.joined()) == ["Jane Smith", "John Smith"])
  }

  @Test func `shows no private text by another name`() throws {
    let first = try imported(#"{"id":"a","name":"A","needs":[{"text":"SECRET","visibility":"private"}]}"#)
      .network
    let second = try imported(#"{"id":"a","name":"A","needs":[{"id":"z","text":"SECRET"}]}"#, into: first)
      .network
    #expect(second.listings.allSatisfy { $0.visibility == .private })
    let network = try Network(
      contacts: [Contact(id: "a", name: "A"), Contact(id: "b", name: "B")],
      listings: [
        Listing(id: "x1", contact: "a", kind: .need, text: "T", visibility: .private, byHost: true),
        Listing(id: "x2", contact: "b", kind: .need, text: "t"),
      ])
    #expect(try network.merging("b", into: "a").listings.allSatisfy { $0.visibility == .private })
  }

  /// A quote with an accent on it is a quote to whoever reads the file.
  @Test func `lets no accent carry a quote past its escape`() throws {
    let name = "Eve \"\u{301},=HYPERLINK(1)"
    let need = Listing(
      id: "n", contact: "a", kind: .need, text: "SECRET", evidence: "said \"\u{301};VISIBILITY=public;X=\"",
      visibility: .private, unknownFields: ["x": "\"\u{301}a\""])
    let network = try Network(contacts: [Contact(id: "a", name: name)], listings: [need])
    #expect(network.csv.contains("\"Eve \"\"\u{301},=HYPERLINK(1)\""))
    let cards = try imported(network.cards).network
    #expect(cards.listings == [need] && cards.contacts.map(\.name) == [name])
  }
}
