import Foundation
import Interchange
import Matchmaking
import Testing

/// vCard as XML (RFC 6351), beside the example of the RFC in ``VCardSampleTests``.
@Suite struct XCardTests {
  private static func cards(_ content: String, prolog: String = "") -> String {
    "<?xml version=\"1.0\"?>\n\(prolog)<vcards xmlns=\"urn:ietf:params:xml:ns:vcard-4.0\">\n\(content)</vcards>\n"
  }

  @Test func `reads parts, groups, lists, entities and what stands for itself`() throws {
    let result = try imported(
      Self.cards(
        """
        <vcard><uid><uri>urn:uuid:1</uri></uid>
        <fn><text>Anna &amp; Zo&#233;, Roux; &firm;</text></fn>
        <group name="item1"><org><text>Mots</text><text>Sales</text></org></group>
        <photo><uri>data:image/png;base64,AAAA</uri></photo>
        <categories><text>Rotary</text><text>Lions</text></categories>
        <related><parameters><type><text>friend</text></type></parameters><uri>urn:uuid:2</uri></related></vcard>
        <vcard><uid><uri>urn:uuid:2</uri></uid><fn><text><![CDATA[Bo]]></text></fn></vcard>
        """, prolog: "<!DOCTYPE vcards [<!ENTITY firm \"Firm\">]>"))
    #expect(result.summary.reports == [])
    let network = result.network
    #expect(network.contacts.map(\.name).sorted() == ["Anna & Zoé, Roux; Firm", "Bo"])
    #expect(network.contacts.map(\.organisation) == ["Mots", nil])
    #expect(network.groups.map(\.name) == ["Lions", "Rotary"])
    #expect(network.ties.map(\.kind) == [.friend])
  }

  /// On Linux the parser crashes at one that says nothing.
  @Test(arguments: ["<?php?>", "<?php ?>", "<?a?><?b?>", "<?é?>", "<?a<?b?>", "<??>", "<?php"])
  func `passes over instructions to others`(instruction: String) throws {
    let card = "<vcard><fn><text>Anna</text></fn></vcard>\n"
    for around in [("", ""), ("<!-- ", " -->"), ("<![CDATA[", "]]>")] {
      let content = card + around.0 + instruction + around.1
      #expect(try imported(Self.cards(content)).network.contacts.map(\.name) == ["Anna"])
    }
    let within = try imported(Self.cards("<vcard><fn><text>An<?x?>na</text></fn></vcard>"))
    #expect(within.network.contacts.map(\.name) == ["Anna"])
    // What looks like a comment is none.
    let early = try? imported(
      Self.cards(card, prolog: "<!DOCTYPE vcards SYSTEM \"<!--\">\(instruction)<!-- -->\n"))
    #expect(early.map { $0.network.contacts.map(\.name) } ?? ["Anna"] == ["Anna"])
  }

  @Test func `reads the cards before a fault, and says on which line that is`() throws {
    let result = try imported(
      Self.cards("<vcard><fn><text>Anna</text></fn></vcard>\n<vcard><fn><text>Bo</fn></vcard>\n"))
    #expect(result.network.contacts.map(\.name) == ["Anna"])
    #expect(
      result.summary.reports == ["file:4: no well-formed XML: what follows cannot be read"])
  }

  @Test(arguments: [
    ("<vcard><fn>", "file: is no well-formed XML at line"),
    ("<vcard><fn><text>&a;</text></fn></vcard>", "file: declares XML entities that are no short texts"),
  ])
  func `refuses what is not well-formed from the start, and what reads other files`(
    content: String, reason: String
  ) {
    let text = Self.cards(content, prolog: "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>")
    let plain = content.contains("&a;") ? text : Self.cards(content)
    #expect(failure(Data(plain.utf8))?.hasPrefix(reason) == true)
  }
}
