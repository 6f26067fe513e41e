import Interchange
import Matchmaking
import TestSupport
import Testing

/// Whom a card relates to whom.
@Suite struct VCardRelationTests {
  @Test func `makes ties of what cards say of one another`() throws {
    let text =
      VCardTests.card(
        """
        FN:A
        UID:urn:uuid:AA
        RELATED;TYPE=friend,met:urn:uuid:bb
        RELATED;TYPE=spouse:mailto:C@x.example
        RELATED;TYPE=co-worker:https://d.example/d
        RELATED;TYPE=friend:urn:uuid:zz
        RELATED;TYPE=agent:urn:uuid:bb
        RELATED;TYPE=colleague:urn:uuid:bb
        """) + VCardTests.card("FN:B\nUID:bb") + VCardTests.card("FN:C\nEMAIL:c@x.example")
      + VCardTests.card("FN:D\nURL:https://d.example/d\nRELATED:urn:uuid:bb")
    let result = try imported(text)
    let ids = result.network.contacts.map(\.id)
    #expect(
      result.network.ties == [
        Tie(ids[0], ids[1], kind: .friend), Tie(ids[0], ids[2], kind: .kin),
        Tie(ids[0], ids[3], kind: .colleague), Tie(ids[1], ids[3], kind: .acquaintance),
      ])
    #expect(
      result.network.contacts[0].unknownFields["related"] == #"["friend: urn:uuid:zz","agent: urn:uuid:bb"]"#)
    #expect(result.summary.reports == [])
    #expect(try imported(text, into: result.network).network == result.network)
  }

  @Test func `finds whom a card means where that one's card joined a contact of another name`() throws {
    let existing = try Network(contacts: [
      Contact(id: "anna", name: "Anna B", emails: ["anna@x.example"], urls: ["https://anna.example/"])
    ])
    let text =
      VCardTests.card("FN:Anna Berg\nEMAIL:anna@x.example")
      + VCardTests.card("FN:Bob\nEMAIL:bob@x.example\nRELATED;TYPE=friend:mailto:anna@x.example")
    let result = try imported(text, into: existing)
    #expect(result.summary.reports == [])
    #expect(result.network.contacts.count == 2)
    #expect(result.network.ties.map(\.kind) == [.friend])
    #expect(result.network.ties[0].first == "anna")
    #expect(try imported(text, into: result.network).network == result.network)
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func `takes the closest of what the cards of a file say of a tie, in whatever order`(order: [Int]) throws {
    let cards = [
      VCardTests.card("FN:Anna\nEMAIL:anna@x.example\nRELATED;TYPE=spouse:mailto:bob@x.example"),
      VCardTests.card("FN:Bob\nEMAIL:bob@x.example\nRELATED;TYPE=contact:mailto:anna@x.example"),
    ]
    let network = try imported(order.map { cards[$0] }.joined()).network
    #expect(network.ties.map(\.kind) == [.kin])
    // A newer file may say that it has become looser.
    let newer =
      VCardTests.card("FN:Anna\nEMAIL:anna@x.example")
      + VCardTests.card(
        "FN:Bob\nEMAIL:bob@x.example\nRELATED;TYPE=colleague:mailto:anna@x.example")
    #expect(try imported(newer, into: network).network.ties.map(\.kind) == [.colleague])
  }

  @Test func `makes ties of the names that Apple's cards relate`() throws {
    let text =
      VCardTests.card(
        """
        FN:Anna Roux
        item1.X-ABRELATEDNAMES:jo  roux
        item1.X-ABLabel:_$!<Spouse>!$_
        item2.X-ABRELATEDNAMES:Max Lee
        item2.X-ABLabel:_$!<Manager>!$_
        item3.X-ABRELATEDNAMES:Sam Two
        item3.X-ABLabel:_$!<Friend>!$_
        item4.X-ABRELATEDNAMES:Max Lee
        item4.X-ABLabel:Godfather
        item5.X-ABRELATEDNAMES:Anna Roux
        X-ABRELATEDNAMES:Nobody Here
        """) + VCardTests.card("FN:Jo Roux\nRELATED;VALUE=text;TYPE=friend:Max Lee")
      + VCardTests.card("FN:Max Lee")
      + VCardTests.card("FN:Sam Two\nEMAIL:a@x.example")
      + VCardTests.card("FN:Sam Two\nEMAIL:b@x.example")
    let result = try imported(text)
    func id(_ name: String) -> Contact.ID { result.network.contacts.first { $0.name == name }!.id }
    let (anna, jo, max) = (id("Anna Roux"), id("Jo Roux"), id("Max Lee"))
    #expect(
      Set(result.network.ties) == [
        Tie(anna, jo, kind: .kin), Tie(anna, max, kind: .colleague), Tie(jo, max, kind: .friend),
      ])
    #expect(
      result.network.contact(anna)?.unknownFields == [
        "x-abrelatednames friend": "\"Sam Two\"", "x-abrelatednames godfather": "\"Max Lee\"",
        "x-abrelatednames": #"["Anna Roux","Nobody Here"]"#,
      ])
    #expect(result.summary.reports == [])
    #expect(try imported(text, into: result.network).network == result.network)
  }

  /// Each card in a file of its own, as some programs keep them.
  @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0]])
  func `makes ties of what cards say of those of other files`(order: [Int]) throws {
    let cards = [
      VCardTests.card(
        """
        FN:Anna Roux
        UID:aa
        RELATED;TYPE=friend:urn:uuid:bb
        RELATED;TYPE=colleague:mailto:Max@x.example
        RELATED;TYPE=friend:urn:uuid:zz
        item1.X-ABRELATEDNAMES:Sam  two
        item1.X-ABLabel:_$!<Spouse>!$_
        item2.X-ABRELATEDNAMES:Bo
        item2.X-ABLabel:_$!<Spouse>!$_
        item3.X-ABRELATEDNAMES:Anna Roux
        """),
      VCardTests.card("FN:Bo\nUID:urn:uuid:bb"), VCardTests.card("FN:Max Lee\nEMAIL:max@x.example"),
      VCardTests.card("FN:Sam Two\nEMAIL:a@x.example"),
    ]
    let folder = TemporaryFolder()
    let paths = order.map { folder.write(cards[$0], to: "\($0).vcf") }
    let network = Import(of: paths).network
    func id(_ name: String) -> Contact.ID { network.contacts.first { $0.name == name }!.id }
    let anna = id("Anna Roux")
    #expect(
      Set(network.ties) == [
        Tie(anna, id("Bo"), kind: .friend), Tie(anna, id("Max Lee"), kind: .colleague),
        Tie(anna, id("Sam Two"), kind: .kin),
      ])
    #expect(Import(of: paths, into: network).network == network)
    // Whom a name means is not known any more where two have it.
    let namesake = folder.write(VCardTests.card("FN:Sam Two\nEMAIL:b@x.example"), to: "4.vcf")
    #expect(
      Import(of: paths + [namesake]).network.ties.map(\.kind).sorted { $0.rawValue < $1.rawValue } == [
        .colleague, .friend,
      ])
  }
}
