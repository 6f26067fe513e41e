import Foundation
import Interchange
import Matchmaking
import TestSupport
import Testing

@Suite struct MailTests {
  private let host = try! Network(
    contacts: [Contact(id: "me", name: "Me", emails: ["Me@X.example", "me@old.example"])], host: "me")

  private func mail(_ fields: String, separator: Bool = true, body: String = "Hello\n") -> String {
    (separator ? "From me@x.example Tue Mar 12 23:50:00 2024\n" : "") + fields + "\n\n" + body + "\n"
  }

  /// Who, the days, and who wrote, of each interaction.
  private func said(_ network: Network) -> [String] {
    network.interactions.map { interaction in
      let other = interaction.first == "me" ? interaction.second : interaction.first
      let who = network.contact(other)?.emails.first ?? "?"
      return "\(interaction.day) \(interaction.from == "me" ? "to" : "from") \(who)"
    }.sorted()
  }

  @Test func `reads whom the host wrote to and who wrote to them`() throws {
    let text =
      mail(
        "From: Me <me@x.example>\nTo: \"Roux, Anna\" <Anna@Y.example>, bo@y.example\nCc: Cy <cy@y.example>\nDate: Tue, 12 Mar 2024 23:50:00 -0800"
      )
      + mail("From: Anna Roux <anna@y.example>\nTo: me@old.example\nDate: Wed, 13 Mar 2024 09:00:00 +0100")
      + mail("From: Di <di@y.example>\nTo: x@y.example\nCc: me+shop@x.example\nDate: 14 Mar 24 09:00 GMT")
      + mail("From: Ed <ed@y.example>\nTo: bo@y.example\nDate: Wed, 13 Mar 2024 09:00:00 +0100")
    let result = try imported(text, into: host)
    #expect(
      said(result.network) == [
        "2024-03-12 to anna@y.example", "2024-03-12 to bo@y.example", "2024-03-12 to cy@y.example",
        "2024-03-13 from anna@y.example",
      ])
    #expect(result.network.contacts.map(\.name).sorted() == ["", "Anna Roux", "Cy", "Me"])
    #expect(result.summary.read == 4 && result.summary.strangers == 1 && result.summary.addsUp)
    let again = try imported(text, into: result.network)
    #expect(again.network == result.network)
    #expect(again.summary.added + again.summary.updated == 0)
    let crlf = try imported(text.replacing("\n", with: "\r\n"), into: host)
    #expect(crlf.network == result.network)
  }

  @Test func `adds who only wrote to a contact that is known`() throws {
    let existing = try imported("{\"id\":\"di\",\"emails\":[\"di@y.example\"]}", into: host).network
    let text = mail("From: di@y.example\nTo: me@x.example\nDate: Tue, 12 Mar 2024 23:50:00 +0100")
    #expect(said(try imported(text, into: existing).network) == ["2024-03-12 from di@y.example"])
  }

  @Test func `counts one mail a day in each direction`() throws {
    var text = ""
    for hour in 10..<15 {
      text += mail("From: me@x.example\nTo: a@y.example\nDate: 12 Mar 2024 \(hour):00:00 +0100")
      text += mail("From: a@y.example\nTo: me@x.example\nDate: 12 Mar 2024 \(hour):30:00 +0100")
    }
    let network = try imported(text, into: host).network
    #expect(said(network) == ["2024-03-12 from a@y.example", "2024-03-12 to a@y.example"])
  }

  @Test(arguments: [
    "List-Id: <l.y.example>", "List-Unsubscribe: <mailto:x@y.example>", "Auto-Submitted: auto-replied",
    "Precedence: Bulk", "list-post: <mailto:l@y.example>",
  ])
  func `leaves out the mails of lists and programs`(field: String) throws {
    let fields = "From: a@y.example\nTo: me@x.example\nDate: 12 Mar 2024 10:00:00 +0100"
    let text = mail("From: me@x.example\nTo: a@y.example\nDate: 11 Mar 2024 10:00:00 +0100")
    #expect(
      try imported(text + mail(fields + "\nAuto-Submitted: no"), into: host).network.interactions.count == 2)
    #expect(try imported(text + mail(fields + "\n" + field), into: host).network.interactions.count == 1)
  }

  @Test(arguments: [
    "no-reply", "noreply", "do_not_reply", "MAILER-DAEMON", "postmaster", "bounce+12", "newsletter.fr",
    "notifications", "users-request", "ne-pas-repondre",
  ])
  func `leaves out mailboxes behind which nobody reads`(local: String) throws {
    let text = mail("From: me@x.example\nTo: a@y.example, \(local)@y.example\nDate: 12 Mar 2024 10:00 +0100")
    #expect(said(try imported(text, into: host).network) == ["2024-03-12 to a@y.example"])
  }

  @Test(arguments: [
    ("X-Gmail-Labels: Important,Drafts", false), ("X-Gmail-Labels: Brouillons", false),
    ("X-Mozilla-Draft-Info: internal/draft; vcard=0", false), ("x-gmail-labels: Spam", false),
    ("X-Gmail-Labels: Sent,Important", true), ("X-Draft: no", true),
  ])
  func `leaves out drafts and spam`(field: String, isSent: Bool) throws {
    let text = mail("\(field)\nFrom: me@x.example\nTo: a@y.example\nDate: 12 Mar 2024 10:00 +0100")
    #expect(said(try imported(text, into: host).network).isEmpty != isSent)
  }

  @Test func `leaves out a mail to more than twenty`() throws {
    for (count, found) in [(20, 20), (21, 0), (100_000, 0)] {
      let to = (0..<count).map { "a\($0)@y.example" }.joined(separator: ",\n ")
      let text =
        mail("From: me@x.example\nTo: \(to)\nDate: 12 Mar 2024 10:00:00 +0100")
      #expect(try imported(text, into: host).network.interactions.count == found)
    }
  }

  @Test(arguments: [
    ("Anna <a@y.example>", "Anna"), ("\"Anna \\\"Ann\\\" Roux\" <a@y.example>", "Anna \"Ann\" Roux"),
    ("a@y.example (Anna (Ann) Roux)", "Anna (Ann) Roux"), ("Friends: Anna <a@y.example>;", "Anna"),
    ("<@b.example,@c.example:a@y.example>", ""), ("'a@y.example' <a@y.example>", ""),
    ("=?UTF-8?Q?Zo=C3=A9_Roux?= <a@y.example>", "Zoé Roux"),
    ("=?iso-8859-1?q?Zo=E9?= =?ISO-8859-1?Q?_Roux?= <a@y.example>", "Zoé Roux"),
    ("=?utf-8?B?Wm/DqSBSb3V4?= <a@y.example>", "Zoé Roux"),
    ("=?utf-8?B?Wm/D?=\n =?utf-8?B?qSBSb3V4?= <a@y.example>", "Zoé Roux"),
    ("=?windows-1252?Q?Zo=E9_=93R=94?= <a@y.example>", "Zoé “R”"),
    ("=?ISO-8859-2?Q?=A3ukasz?= <a@y.example>", "Łukasz"),
    ("=?ISO-8859-15?Q?=BDil?= <a@y.example>", "œil"), ("=?koi8-r?B?4c7OwQ==?= <a@y.example>", "Анна"),
    ("=?iso-8859-8?Q?=E0?= <a@y.example>", "א"), ("=?UTF-8*fr?Q?Zo=C3=A9?= <a@y.example>", "Zoé"),
    ("=?UTF-8?Q?Roux,_Zo=C3=A9?= <a@y.example>", "Roux, Zoé"), ("=?GB18030?B?0A==?= <a@y.example>", ""),
    ("=?ISO-2022-JP?B?GyRCOzNFRBsoQg==?= <a@y.example>", "山田"),
    ("=?Shift_JIS?B?jlKTYw==?= <a@y.example>", "山田"),
    ("\"=?UTF-8?Q?Zo=C3=A9?=\" <a@y.example>", "Zoé"),
    ("=?UTF-8?Q?Zo=C3=A9 <a@y.example>", "=?UTF-8?Q?Zo=C3=A9"),
    ("=?UTF-8?X?abc?= <a@y.example>", "=?UTF-8?X?abc?="),
    ("=?UTF-8?Q?a?= b =?UTF-8?Q?c?= <a@y.example>", "a b c"),
    ("Anna\n\tRoux\n <a@y.example>", "Anna Roux"), ("Anna via Lists <a@y.example>", ""),
    ("An\0na <a@y.example>", "An na"),
    ("Anna <A@Y.example> (at work)", "Anna"), ("=?UTF-8?Q?Zo=E9?= <a@y.example>", "Zoé"),
  ])
  func `reads an address field`(value: String, name: String) throws {
    let text = mail("From: me@x.example\nTo: \(value)\nDate: 12 Mar 2024 10:00:00 +0100")
    let contacts = try imported(text, into: host, as: .mail).network.contacts.filter { $0.id != "me" }
    #expect(contacts.map(\.emails) == [["a@y.example"]])
    #expect(contacts.map(\.name) == [name])
  }

  @Test(arguments: [
    ("Tue, 12 Mar 2024 23:50:00 -0800", "2024-03-12"), ("12 Mar 24 10:00 GMT", "2024-03-12"),
    ("12 Mar 99 10:00 GMT", "1999-03-12"), ("Tue, 12 Mar 124 10:00:00 +0100", "2024-03-12"),
    ("Tue (today), 12 (th) Mar 2024 10:00:00 (CET)", "2024-03-12"),
    ("Tue Mar 12 10:00:00 2024", "2024-03-12"),
    ("Tuesday, 12-Mar-24 10:00:00 GMT", "2024-03-12"), ("2024-03-12T10:00:00Z", "2024-03-12"),
    ("Tue Mar 12 10:00:00 -0500 2024", "2024-03-12"), ("March 12, 2024 10:00 PM", "2024-03-12"),
    ("Thu, 29 Feb\n 2024 10:00:00 +0100", "2024-02-29"), ("", "2019-01-02"), ("never", "2019-01-02"),
    ("30 Feb 2024 10:00 +0100", "2019-01-02"),
  ])
  func `takes the day in the sender's zone, else that of the separator`(date: String, day: String) throws {
    let text =
      "From me@x.example Wed Jan  2 03:04:05 2019\nFrom: me@x.example\nTo: a@y.example\nDate: \(date)\n\nx\n"
    #expect(said(try imported(text, into: host).network) == ["\(day) to a@y.example"])
  }

  @Test func `reports a mail without a date`() throws {
    let text = "Received: x\nFrom: me@x.example\nTo: a@y.example\nDate: soon\n\nx\n"
    let result = try imported(text, into: host)
    #expect(result.summary.reports == ["file:1: Date: is no date that can be read"])
    #expect(result.network.interactions.isEmpty)
  }

  @Test func `takes for a separator only what is one`() throws {
    let first = "From: me@x.example\nTo: a@y.example\nDate: 12 Mar 2024 10:00:00 +0100"
    let inner = "From: me@x.example\nTo: inner@y.example\nDate: 12 Mar 2024 10:00:00 +0100\n\nx\n"
    let last = mail("From: me@x.example\nTo: z@y.example\nDate: 13 Mar 2024 10:00:00 +0100")
    for body in [
      "x\nFrom me@x.example Tue Mar 12 23:50:00 2024\n" + inner,
      "x\n\n>From me@x.example Tue Mar 12 23:50:00 2024\n" + inner,
      "x\n\nFrom now on, all is well in 2024\n" + inner,
    ] {
      let network = try imported(mail(first, body: body) + last, into: host).network
      #expect(said(network) == ["2024-03-12 to a@y.example", "2024-03-13 to z@y.example"], "\(body)")
    }
    for separator in [
      "From - Tue Mar 12 23:50:00 2024", "From ", "From 123@xxx Tue Mar 12 23:50:00 +0000 2024",
    ] {
      let text =
        mail(first) + "\(separator)\n"
        + mail("From: me@x.example\nTo: b@y.example\nDate: 12 Mar 2024 1:00 Z", separator: false)
      #expect(said(try imported(text, into: host).network).count == 2, "\(separator)")
    }
    // One mail alone may hold a whole mbox.
    let alone = mail(first, separator: false, body: "\n" + mail(inner))
    #expect(said(try imported(alone, into: host).network) == ["2024-03-12 to a@y.example"])
  }

  @Test func `believes a body's length where the next mail begins there`() throws {
    let first = "From: me@x.example\nTo: a@y.example\nDate: 12 Mar 2024 10:00:00 +0100"
    let body = "\n" + mail("From: me@x.example\nTo: inner@y.example\nDate: 12 Mar 2024 10:00:00 +0100")
    let last = mail("From: me@x.example\nTo: z@y.example\nDate: 13 Mar 2024 10:00:00 +0100")
    for (wrong, count) in [(0, 2), (1, 2), (-1, 2), (7, 3), (-7, 3), (1_000_000, 3), (-body.utf8.count, 3)] {
      let length = body.utf8.count + wrong
      let text = mail(first + "\nContent-Length: \(length)", body: body) + last
      #expect(said(try imported(text, into: host).network).count == count, "\(wrong)")
    }
    let only = mail(first + "\nContent-Length: \(body.utf8.count)", body: body)
    #expect(said(try imported(only, into: host).network).count == 1)
  }

  @Test func `asks whose mail it is`() throws {
    let text = mail("From: you@x.example\nTo: a@y.example\nDate: 12 Mar 2024 10:00:00 +0100")
    #expect(
      failure(Data(text.utf8))?.hasPrefix("file: whose mail is this? name the host first: linkup add") == true
    )
    #expect(throws: ImportError.self) { try imported(text, into: host) }
    let nobody = try Network(contacts: [Contact(id: "me", name: "Me")], host: "me")
    #expect {
      try imported(text, into: nobody)
    } throws: { "\($0)".contains("the host has no address: add it with linkup add \"Me\" --id me --host") }
    #expect {
      try imported(text, into: host)
    } throws: { "\($0)".contains("none of the host's addresses (Me@X.example, me@old.example) is in it") }
  }

  @Test func `recognises a mail by its header, however long`() throws {
    let fields = "From: me@x.example\nTo: a@y.example\nDate: 12 Mar 2024 10:00:00 +0100\n"
    for text in [
      fields + "X: " + String(repeating: "y", count: 100_000) + "\n\nx\n",
      "From - Tue Mar 12 23:50:00 2024\n" + fields,
      "Received: by x.example\n\tfor y\n" + fields, "\n" + fields,
    ] {
      #expect(said(try imported(text, into: host).network).count == 1)
    }
  }

  @Test func `takes no other text for a mail`() throws {
    for text in [
      "Name: x\nFrom: y\n", "name,from\na,b\n", "BEGIN:VCARD\nFN:A\nEND:VCARD\n", "From Paris with love\n",
    ] {
      #expect(failure(Data(text.utf8))?.contains("whose mail") != true, "\(text)")
    }
  }
}
