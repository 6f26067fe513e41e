import Foundation
import Interchange
import Matchmaking
import TestSupport
import Testing

@Suite struct HostileCardTests {
  @Test func `takes a long chain of folds for one line`() throws {
    let chain = String(repeating: "\r\n x", count: 300_000)
    let fits = try imported("BEGIN:VCARD\nFN:A\nNOTE:\(chain)\nEND:VCARD")
    #expect(fits.network.contacts[0].notes == String(repeating: "x", count: 300_000))
    let title = try imported("BEGIN:VCARD\nFN:A\nTITLE:\(chain)\nEND:VCARD")
    #expect(
      title.summary.reports == [
        "file:3: TITLE: has 300000 bytes, which is more than the 65536 of a field; shorten it"
      ])
    #expect(title.network.contacts[0].headline == nil)
    let tooLong = String(repeating: "\n " + String(repeating: "y", count: 5000), count: 1000)
    let result = try imported("BEGIN:VCARD\nFN:A\nNOTE:\(tooLong)\nEMAIL:a@b.example\nEND:VCARD")
    #expect(result.summary.reports == ["file:3: NOTE: is too long"])
    #expect(result.network.contacts[0].emails == ["a@b.example"])
  }

  @Test func `drops what is no base64 and keeps what is no quoted-printable`() throws {
    let result = try imported(
      "BEGIN:VCARD\nVERSION:2.1\nFN:A\nTITLE;BASE64:?!?\nROLE;ENCODING=b:AA==\n"
        + "NOTE;ENCODING=QUOTED-PRINTABLE:5=ZZ =4 =C3 50=\nEND:VCARD")
    #expect(
      result.summary.reports == [
        "file:4: TITLE: is no valid base64; left out", "file:5: ROLE: holds a NUL byte",
      ])
    #expect(result.network.contacts[0].notes == "5=ZZ =4 Ã 50=")
  }

  @Test func `counts cards within cards however deep they are`() throws {
    let deep = String(repeating: "AGENT:\nBEGIN:VCARD\n", count: 200_000)
    let ends = String(repeating: "END:VCARD\n", count: 200_000)
    let result = try imported("BEGIN:VCARD\nFN:A\n\(deep)\(ends)EMAIL:a@b.example\nEND:VCARD")
    #expect(result.network.contacts.map(\.emails) == [["a@b.example"]])
    #expect(result.summary.reports == ["file:4: AGENT: a card within a card; left out"])
    let open = try imported("BEGIN:VCARD\nFN:A\n\(deep)")
    #expect(open.summary.reports.count == 2 && open.summary.addsUp)
  }

  @Test func `reads a card of very many lines`() throws {
    var lines = ""
    for number in 0..<30_000 {
      lines +=
        "EMAIL:\(number)@x.example\ni\(number).X-ABLabel:l\nRELATED:urn:uuid:\(number % 9)\nCATEGORIES:c\n"
      lines += "MEMBER:urn:uuid:\(number)\n"
    }
    for kind in ["", "KIND:group\n"] {
      let result = try imported("BEGIN:VCARD\nFN:A\n\(kind)\(lines)END:VCARD", as: .vCard)
      #expect(result.summary.addsUp)
    }
  }

  @Test func `refuses what is no vCard or jCard at all`() {
    #expect(
      failure(Data("name,email".utf8), as: .vCard)
        == "file: has no line BEGIN:VCARD: export the contacts as vCard again; or leave the format out, so that it is recognised"
    )
    #expect(
      failure(Data("[\"vcard\", [".utf8))
        == "file: is no jCard that can be read: no valid JSON at column 12: the line ends within a value; export it again"
    )
    #expect(failure(Data("[1".utf8), as: .vCard)?.contains("is no jCard") == true)
    let nested = String(repeating: "[", count: 100_000)
    #expect(failure(Data(("[\"vcard\"," + nested).utf8))?.contains("more than 128 levels") == true)
  }

  static let seeds = [
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:=C3=89=\r\n=20;A\\;b;;\r\n"
      + "AGENT:\r\nBEGIN:VCARD\r\nEND:VCARD\r\nPHOTO;BASE64:\r\n  QUJD\r\n\r\nTEL;HOME;FAX:1\r\nEND:VCARD\r\n",
    "BEGIN:VCARD\nVERSION:4.0\nPRODID:-//linkup//linkup//EN\nUID:a\nFN:Zo\n é\nX-NEED;EVIDENCE=\"^n\";FIELDS=\"{}\":x\n"
      + "RELATED;TYPE=friend:b\nGEO:geo:1,2\nADR:;;a;b;c;d;e\nX-LINKUP-FIELDS:{\"a\":[1]}\nEND:VCARD\n",
    "[[\"vcard\",[[\"fn\",{},\"text\",\"A\"],[\"n\",{\"group\":\"i\"},\"text\",[\"a\",[\"b\",\"c\"]]]]]]",
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Paris:20260105T090000\nRDATE:20260106,20260107\n"
      + "ORGANIZER;CN=\"H\":mailto:h@x.example\nATTENDEE;CN=A;PARTSTAT=ACCEPTED:mailto:a@x.example\nEND:VEVENT\n",
  ]

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `adds up whatever bytes come`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let alphabet = Array("=:;,\"^\\.\r\n\t BEGIN:VCARDND0AéQ\u{FF}".utf8) + [0, 0x80, 0xC3, 0xFF]
    let host = try Network(contacts: [Contact(id: "h", name: "H", emails: ["h@x.example"])], host: "h")
    for _ in 0..<20 {
      var bytes = Array(Self.seeds.randomElement(using: &random)!.utf8)
      if Bool.random(using: &random) { bytes += bytes }
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let index = bytes.indices.randomElement(using: &random)!
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[index] = alphabet.randomElement(using: &random)!
        case 1: bytes.remove(at: index)
        case 2: bytes.removeSubrange(index..<min(bytes.count, index + 30))
        default: bytes.insert(alphabet.randomElement(using: &random)!, at: index)
        }
        if bytes.isEmpty { bytes = [0x42] }
      }
      for format in [Format.vCard, .iCalendar] {
        do throws(ImportError) {
          let result = try Import(
            of: Data(bytes), named: "file", into: host, options: Import.Options(format: format))
          #expect(result.summary.addsUp)
          let again = try Import(
            of: Data(bytes), named: "file", into: result.network, options: Import.Options(format: format))
          #expect(
            again.summary.added == 0 && again.network == result.network,
            "\(format): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
        } catch {
          #expect(!error.description.contains("\n"))
        }
      }
    }
  }
}
