import Foundation
import Interchange
import Matchmaking
import Testing

@Suite struct FoafTests {
  private static let opening = """
    <?xml version="1.0" encoding="ISO-8859-1"?>
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#"
      xmlns:f="http://xmlns.com/foaf/0.1/" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#">

    """

  private func foaf(_ body: String) -> String { Self.opening + body + "\n</rdf:RDF>" }

  @Test func `reads people, whom they know and what interests them`() throws {
    let text = foaf(
      """
      <f:PersonalProfileDocument rdf:about=""><f:primaryTopic rdf:resource="#me"/></f:PersonalProfileDocument>
      <f:Person rdf:ID="me">
        <f:givenName>Zoé</f:givenName><f:surname>Martin</f:surname><f:nick>zozo</f:nick><f:title>Dr</f:title>
        <f:mbox rdf:resource="mailto:zoe@example.org"/><f:mbox_sha1sum>abc</f:mbox_sha1sum>
        <f:phone rdf:resource="tel:+33-5-61"/><f:weblog rdf:resource="https://zoe.example/blog"/>
        <f:based_near><geo:Point geo:lat="43.6" geo:long="1.44"/></f:based_near>
        <f:topic_interest><rdf:Description rdf:about="http://x.example/t"><rdfs:label>Beekeeping</rdfs:label></rdf:Description></f:topic_interest>
        <f:interest rdf:resource="http://bees.example/"/>
        <f:knows><f:Person><f:name>Ana</f:name></f:Person></f:knows>
        <f:knows rdf:nodeID="ben"/>
        <f:knows rdf:resource="http://elsewhere.example/#cleo"/>
        <f:knows rdf:parseType="Resource"><f:nick>none</f:nick></f:knows>
      </f:Person>
      <f:Person rdf:nodeID="ben" f:name="Ben"><f:based_near rdf:resource="http://dbpedia.org/resource/New_York"/></f:Person>
      <f:Person><f:nick>dd</f:nick></f:Person>
      <f:Person/>
      """)
    let result = try imported(text)
    let network = result.network
    let zoe = try #require(network.contacts.first { $0.name == "Zoé Martin" })
    #expect(network.host == zoe.id)
    #expect(zoe.emails == ["zoe@example.org"] && zoe.phones == ["+33-5-61"])
    #expect(zoe.urls == ["https://zoe.example/blog"])
    #expect(zoe.place == Place(latitude: 43.6, longitude: 1.44))
    #expect(
      zoe.unknownFields == [
        "nick": "\"zozo\"", "title": "\"Dr\"", "mbox_sha1sum": "\"abc\"",
        "topic_interest": "\"Beekeeping\"", "interest": "\"http://bees.example/\"",
      ])
    #expect(network.listings.isEmpty)
    #expect(network.contacts.map(\.name).sorted() == ["Ana", "Ben", "Zoé Martin", "dd"])
    #expect(network.contacts.first { $0.name == "Ben" }?.place?.locality == "New York")
    #expect(network.ties.count == 2 && network.ties.allSatisfy { $0.first == zoe.id || $0.second == zoe.id })
    #expect(
      result.summary.reports == [
        "file:5: knows[2]: there is no contact 'http://elsewhere.example/#cleo'; left out",
        "file:19: has no name, id, web address or e-mail address",
      ])
    #expect(result.summary.line == "5 = 4 + 0 + 0 + 0 + 1")
    #expect(try imported(text, into: network).network == network)
  }

  @Test func `leaves the network its host`() throws {
    let existing = try Network(contacts: [Contact(id: "h", name: "H")], host: "h")
    let result = try imported(
      foaf(
        "<f:PersonalProfileDocument><f:maker><f:Person><f:name>A</f:name></f:Person></f:maker></f:PersonalProfileDocument>"
      ),
      into: existing)
    #expect(
      result.network.host == "h" && result.summary.skipped.isEmpty && result.network.contacts.count == 2)
  }

  @Test(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.absence)))
  func `reads the sample without a declaration`() throws {
    let network = try imported(SharedFolder.data("foaf/foafamatic_minimal_no_xmldecl.rdf")).network
    #expect(network.contacts.count == 1)
    let contact = try #require(network.contacts.first)
    #expect(contact.name == "Xxxx Yyyy" && contact.phones == ["+44-1865-000000"] && contact.emails.isEmpty)
    #expect(
      contact.urls == ["http://www.example.org", "http://www.example.com", "http://www.example.com/x.php"])
    #expect(
      contact.unknownFields == [
        "title": "\"Mr\"", "mbox_sha1sum": "\"20267dc8cefce6c32dc3b7cda08bd6875b36ac4e\"",
      ])
    #expect(network.host == contact.id)
  }

  @Test(.enabled(if: SharedFolder.isThere, Comment(rawValue: SharedFolder.absence)))
  func `reads the sample with stray semicolons`() throws {
    let result = try imported(SharedFolder.data("foaf/foafamatic_stray_semicolons_knows.rdf"))
    let network = result.network
    let names = ["HB", "HH", "Xxxxxx Yyyyyyy Zzzzzzz"]
    #expect(network.contacts.map(\.name).sorted() == names && result.summary.skipped.isEmpty)
    let me = try #require(network.contacts.first { $0.name == names[2] })
    #expect(me.phones == ["+2120000"] && me.urls == ["example.org", "http://www.example.com"])
    // All three have the same made-up mailbox, and know one another.
    #expect(network.contacts.allSatisfy { $0.emails == ["x@example.org"] })
    #expect(network.ties.count == 2 && network.host == me.id)
  }

  @Test func `refuses entities, and loads none from elsewhere`() throws {
    let person = "<f:Person><f:name>A&b;</f:name></f:Person></rdf:RDF>"
    let root = Self.opening.replacing("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n", with: "")
    let bomb =
      "<!DOCTYPE rdf:RDF [<!ENTITY a \"\(String(repeating: "x", count: 9000))\"><!ENTITY b \"&a;&a;&a;\">]>\n"
      + root + person
    #expect(failure(Data(bomb.utf8))?.contains("declares XML entities that are no short texts") == true)
    let flood =
      "<!DOCTYPE rdf:RDF [<!ENTITY b \"\(String(repeating: "x", count: 900))\">]>\n" + root
      + person.replacing("A&b;", with: String(repeating: "&b;", count: 9000))
    #expect(failure(Data(flood.utf8))?.contains("declares XML entities that are no short texts") == true)
    let secret = "<!DOCTYPE rdf:RDF [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>\n" + root + person
    #expect(failure(Data(secret.utf8))?.contains("declares XML entities that are no short texts") == true)
    let folder = "<!DOCTYPE rdf:RDF SYSTEM \"file:///etc/passwd\">\n" + root + person
    let outside = try? imported(folder)
    #expect(outside?.network.contacts.allSatisfy { !$0.name.contains("root") } ?? true)
    let deep = root + String(repeating: "<f:knows><f:Person>", count: 100_000)
    #expect(failure(Data(deep.utf8)) != nil || (try? imported(deep))?.summary.addsUp == true)
  }

  @Test func `replaces short texts that a document gives names`() throws {
    let root = Self.opening.replacing("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n", with: "")
    let result = try imported(
      "<!DOCTYPE rdf:RDF [\n  <!ENTITY who 'Anna'>\n  <!ENTITY place \"x.example\" >\n]>\n" + root
        + "<f:Person><f:name>&who; &amp; Bo</f:name>"
        + "<f:mbox rdf:resource=\"mailto:anna@&place;\"/></f:Person></rdf:RDF>")
    #expect(result.network.contacts.map(\.name) == ["Anna & Bo"])
    #expect(result.network.contacts.map(\.emails) == [["anna@x.example"]])
  }

  @Test func `keeps who stands before a fault, and says where it is`() throws {
    let result = try imported(
      Self.opening + "<f:Person><f:name>A</f:name></f:Person>\n<f:Person><f:name>B</f:nam></f:Person>")
    #expect(result.network.contacts.contains { $0.name == "A" } && result.summary.addsUp)
    #expect(result.summary.reports == ["file:5: no well-formed XML: what follows cannot be read"])
  }
}
