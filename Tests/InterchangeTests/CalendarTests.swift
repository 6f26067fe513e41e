import Foundation
import Interchange
import Matchmaking
import Testing

@Suite struct CalendarTests {
  private static let host = try! Network(
    contacts: [
      Contact(id: "me", name: "Me", emails: ["me@x.example", "me@y.example"]),
      Contact(id: "anna", name: "Anna Roux", emails: ["anna@mots.example"]),
    ], host: "me")

  private func calendar(_ events: String...) -> String {
    let parts = events.map { "BEGIN:VEVENT\n\($0)\nEND:VEVENT\n" }
    return "BEGIN:VCALENDAR\nVERSION:2.0\n\(parts.joined())END:VCALENDAR\n".replacing("\n", with: "\r\n")
  }

  private func meeting(_ day: String, from: Contact.ID? = nil, with other: Contact.ID = "anna") -> Interaction
  {
    Interaction("me", other, day: Day(day)!, kind: .meeting, from: from)
  }

  @Test func `asks whose calendar it is`() throws {
    let text = calendar("DTSTART:20260105\nATTENDEE:mailto:anna@mots.example")
    let advice =
      "file: whose calendar is this? name the host first: "
      + "linkup add \"Your Name\" --host --email you@example.org, then import again"
    #expect(failure(Data(text.utf8)) == advice)
    let nameless = try Network(contacts: [Contact(id: "h", name: "H")], host: "h")
    #expect(throws: ImportError.self) { try imported(text, into: nameless) }
  }

  @Test func `keeps whom the host met, and on which day`() throws {
    let text = calendar(
      """
      UID:1
      DTSTART;TZID=Europe/Paris:20260105T233000
      SUMMARY:Lunch
      ORGANIZER;CN=Me:MAILTO:Me@X.example
      ATTENDEE;CN="Roux, Anna";PARTSTAT=ACCEPTED:mailto:ANNA@mots.example
      ATTENDEE;CN=Bo;EMAIL=bo@b.example:/principals/bo
      ATTENDEE;CN='cy@c.example';PARTSTAT=TENTATIVE:mailto:cy@c.example
      ATTENDEE;PARTSTAT=DECLINED:mailto:dee@d.example
      ATTENDEE;CUTYPE=ROOM:mailto:room@x.example
      BEGIN:VALARM
      ATTENDEE:mailto:alarm@x.example
      END:VALARM
      """,
      "UID:2\nDTSTART:20260106T100000Z\nORGANIZER:mailto:anna@mots.example\nATTENDEE;PARTSTAT=ACCEPTED:mailto:me@y.example",
      "UID:3\nDTSTART;VALUE=DATE:20260107\nATTENDEE:mailto:anna@mots.example\nATTENDEE:mailto:new@x.example")
    let result = try imported(text, into: Self.host)
    let ids = Dictionary(uniqueKeysWithValues: result.network.contacts.map { ($0.emails[0], $0.id) })
    #expect(Set(ids.keys) == ["me@x.example", "anna@mots.example", "bo@b.example", "cy@c.example"])
    #expect(
      result.network.interactions.filter { $0.first == "anna" } == [
        meeting("2026-01-05", from: "me"), meeting("2026-01-06", from: "anna"), meeting("2026-01-07"),
      ])
    #expect(result.network.interactions.count == 5)
    #expect(result.network.contact(ids["bo@b.example"]!)?.name == "Bo")
    #expect(result.network.contact(ids["cy@c.example"]!)?.name == "")
    // Who is in nobody's invitation but a stranger's is a stranger.
    #expect(result.summary.read == 4 && result.summary.strangers == 1 && result.summary.addsUp)
    #expect(result.summary.reports == [])
    let again = try imported(text, into: result.network)
    #expect(again.network == result.network && again.summary.updated == 0)
  }

  @Test func `takes a name without an address for nobody whom two others may be`() throws {
    let text = calendar(
      """
      UID:1
      DTSTART:20260105T100000Z
      ORGANIZER:mailto:me@x.example
      ATTENDEE;CN=Bo;PARTSTAT=ACCEPTED:mailto:bo@b.example
      ATTENDEE;CN=Bo;PARTSTAT=ACCEPTED:@no-address
      ATTENDEE;CN=Bo;PARTSTAT=ACCEPTED:mailto:bo@c.example
      ATTENDEE;CN=Cy;PARTSTAT=ACCEPTED:@neither
      ATTENDEE;CN=Cy;PARTSTAT=ACCEPTED:mailto:cy@c.example
      """)
    let result = try imported(text, into: Self.host)
    #expect(result.network.contacts.filter { $0.name == "Bo" }.count == 3)
    #expect(result.network.contacts.filter { $0.name == "Cy" }.map(\.emails) == [["cy@c.example"]])
    let again = try imported(text, into: result.network)
    #expect(again.network == result.network && again.summary.added == 0 && again.summary.updated == 0)
  }

  @Test func `makes no contacts of a large meeting, nor of one that the host did not accept`() throws {
    func people(_ count: Int) -> String {
      (0..<count).map { "ATTENDEE:mailto:p\($0)@x.example" }.joined(separator: "\n")
    }
    let mine = "DTSTART:20260105\nORGANIZER:mailto:me@x.example\nATTENDEE:mailto:anna@mots.example\n"
    let large = try imported(calendar(mine + people(7)), into: Self.host)
    #expect(large.network.contacts.count == 2 && large.summary.strangers == 7)
    #expect(large.network.interactions == [meeting("2026-01-05", from: "me")])
    #expect(try imported(calendar(mine + people(6)), into: Self.host).network.contacts.count == 8)
    for answer in ["TENTATIVE", "NEEDS-ACTION", "ACCEPTED"] {
      let event =
        "DTSTART:20260105\nORGANIZER:mailto:bo@b.example\nATTENDEE;PARTSTAT=\(answer):mailto:me@x.example"
      let result = try imported(calendar(event), into: Self.host)
      #expect(result.network.contacts.count == (answer == "ACCEPTED" ? 3 : 2))
    }
  }

  @Test func `leaves out what did not take place or had nobody in it`() throws {
    let anna = "\nATTENDEE:mailto:anna@mots.example"
    let result = try imported(
      calendar(
        "DTSTART:20260105\nSTATUS:CANCELLED" + anna,
        "DTSTART:20260106\nATTENDEE;PARTSTAT=DECLINED:mailto:me@x.example" + anna, "SUMMARY:Dentist",
        "DTSTART:20260107\nORGANIZER:mailto:team@group.calendar.google.com", "DTSTART:soon" + anna,
        "SUMMARY:x" + anna)
        + "BEGIN:VCALENDAR\nMETHOD:CANCEL\nBEGIN:VEVENT\nDTSTART:20260108\(anna)\nEND:VEVENT\nEND:VCALENDAR\n"
        + "BEGIN:VCALENDAR\nBEGIN:VTODO\(anna)\nEND:VTODO\nBEGIN:VEVENT\nDTSTART:20260109\(anna)\n",
      into: Self.host)
    #expect(result.network == Self.host)
    #expect(
      result.summary.reports == [
        "file:20: DTSTART: 'soon' is no date; the event is left out",
        "file:24: DTSTART: is missing; the event is left out",
        "file:40: END:VEVENT is missing; the event is left out",
      ])
    #expect(result.summary.line == "2 = 0 + 0 + 0 + 0 + 2")
  }

  @Test func `counts what comes again and again once, and days that are named by themselves`() throws {
    let anna = "ATTENDEE:mailto:anna@mots.example"
    let series =
      "UID:s\nDTSTART:20260105T090000\nRRULE:FREQ=WEEKLY\nRDATE;VALUE=PERIOD:20260106T090000/PT1H,20260107T090000\n"
      + "EXDATE:20260107T090000\n\(anna)\n\(anna)"
    let changed = "UID:s\nRECURRENCE-ID:20260112T090000\nDTSTART:20260113T090000\n\(anna)"
    let result = try imported(calendar(series, changed, series), into: Self.host)
    #expect(
      result.network.interactions == [
        meeting("2026-01-05"), meeting("2026-01-06"), meeting("2026-01-13"),
      ])
    let two = calendar("UID:a\nDTSTART:20260105\n\(anna)", "UID:b\nDTSTART:20260105\n\(anna)")
    let day = try imported(two, into: Self.host)
    #expect(day.network.interactions == [meeting("2026-01-05"), meeting("2026-01-05")])
    #expect(try imported(two, into: day.network).network == day.network)
  }

  @Test func `does not let a few lines make millions of meetings`() throws {
    let days = (1...28).map { "202601\($0 < 10 ? "0" : "")\($0)" }.joined(separator: ",")
    let people = (0..<2000).map { "ATTENDEE:mailto:p\($0)@x.example" }.joined(separator: "\n")
    let event = "DTSTART:20260105\nRDATE:\(days)\nATTENDEE:mailto:anna@mots.example\n"
    #expect(try imported(calendar(event), into: Self.host).network.interactions.count == 28)
    #expect(try imported(calendar(event + people), into: Self.host).network.interactions.count == 1)
  }
}
