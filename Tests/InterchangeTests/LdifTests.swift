import Foundation
import Interchange
import Matchmaking
import Testing

@Suite struct LdifTests {
  /// As Thunderbird writes it, with a list.
  private static let book = """
    version: 1
    # a comment
     that goes on
    dn: cn=Anna Roux,mail=anna@x.example
    objectclass: top
    objectclass: person
    objectclass: inetOrgPerson
    objectclass: mozillaAbPersonAlpha
    givenName: Anna
    sn: Roux
    cn: Anna Roux
    mail: anna@x.example
    mozillaSecondEmail: roux@y.example
    telephoneNumber: +33 5 61 00 00 00
    mobile: +33 6 12 34 56 78
    facsimileTelephoneNumber: +33 5 61 00 00 01
    o: Mots
    title:: VHJhZHVjdHJpY2Ugw6kgZGlwbMO0bcOpZQ==
    l: Toul
     ouse
    mozillaHomeLocalityName: Albi
    co: France
    description:: Y2hlcmNoZSB1biBsb2NhbAptZXJjaQ==
    jpegPhoto:: !!!!
    uid: aroux
    modifytimestamp: 1700000000

    dn: cn=Bo Lee,mail=bo@x.example
    objectclass: person
    cn: Bo Lee
    mail: bo@x.example
    broken
    pager:: *

    dn: cn=Choir
    objectclass: top
    objectclass: groupOfNames
    cn: Choir
    member: CN=Anna Roux, mail=anna@x.example
    member: cn=Bo Lee,mail=bo@x.example
    member: cn=Nobody

    dn: ou=people,dc=x
    objectclass: organizationalUnit
    ou: people

    dn: uid=1
    objectclass: person
    telephoneNumber: 5

    """

  @Test(arguments: ["\n", "\r\n"])
  func `reads Thunderbird's people and lists`(end: String) throws {
    let text = Self.book.replacing("\n", with: end)
    let result = try imported(text)
    #expect(result.network.contacts.map(\.name) == ["Anna Roux", "Bo Lee"])
    let anna = result.network.contacts[0]
    #expect(anna.emails == ["anna@x.example", "roux@y.example"])
    #expect(anna.phones == ["+33 5 61 00 00 00", "+33 6 12 34 56 78"])
    #expect(anna.organisation == "Mots" && anna.headline == "Traductrice é diplômée")
    #expect(anna.place == Place(locality: "Albi") && anna.notes == "cherche un local\nmerci")
    #expect(
      anna.unknownFields == [
        "facsimiletelephonenumber": "\"+33 5 61 00 00 01\"", "ldif:uid": "\"aroux\"",
      ])
    #expect(
      result.network.groups == [
        Group(
          name: "Choir",
          members: anna.id < result.network.contacts[1].id
            ? [anna.id, result.network.contacts[1].id] : [result.network.contacts[1].id, anna.id])
      ])
    #expect(
      result.summary.reports == [
        "file:32: is no attribute with a colon; left out", "file:33: pager: is no base64; left out",
        "file:41: member: 'cn=Nobody' is no entry of the file; left out",
        "file:47: has no name, id, web address or e-mail address",
      ])
    #expect(result.summary.addsUp)
    let again = try imported(text, into: result.network)
    #expect(again.network == result.network && again.summary.unchanged == 2)
  }

  @Test(arguments: [
    "dn", "dn:", "version: 1\n", "dn: x\ncn: A\n ", "dn: x\n\n\ndn: y\ncn::\n",
    "dn: a\ncn:< file:///etc/passwd\n",
    "dn: x\nobjectclass: groupofnames\nmember: x\n", "dn: x\n" + String(repeating: " a\n", count: 100_000),
    "dn: x\ncn:: " + String(repeating: "QUFB", count: 1_000_000) + "\n",
    "dn: x\nuserPassword: {SSHA}secret\ncn: A\n",
  ])
  func `survives what is none`(text: String) {
    let data = Data(text.utf8)
    let result = try? Import(of: data, named: "file", options: .init(format: .ldif))
    #expect(result?.files.allSatisfy(\.addsUp) ?? true)
    #expect(result.map { !$0.network.contacts.description.contains("secret") } ?? true)
  }
}
