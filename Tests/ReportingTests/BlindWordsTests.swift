import Foundation
import Matchmaking
import Reporting
import TestSupport
import Testing

/// What a reader learns of somebody who hasn't agreed to be named, however that one, or another, is spelled.
@Suite struct BlindWordsTests {
  /// The digest of somebody who needs a bicycle repaired, of a network where one contact offers that in these words.
  private func digest(
    _ text: String, name: String = "Jean-Pierre Dupont", organisation: String? = nil,
    source: Listing.Source? = nil, visibility: Listing.Visibility = .network
  ) throws -> String {
    let network = try Network(
      contacts: [
        Contact(id: "h", name: "Hana Host", emails: ["hana@host.example"]),
        Contact(id: "o", name: name, organisation: organisation), Contact(id: "r", name: "Rita Reader"),
        Contact(id: "w", name: "Wilhelmina Xanthos", organisation: "Xylo Bakers Ltd"),
      ],
      listings: [
        Listing(id: "1", contact: "r", kind: .need, text: "bicycle repair, brakes and gears"),
        Listing(
          id: "2", contact: "o", kind: .offer, text: text, basis: source == nil ? .stated : .implied,
          source: source,
          visibility: visibility),
      ], host: "h")
    let engine = try MatchEngine(network, asOf: SmallNetwork.monday)
    let report = try #require(Report(for: "r", of: engine, week: SmallNetwork.week))
    return try PlainText.render(Page(report)) + HTML().render(Page(report)) + JSONText.render(Page(report))
  }

  @Test func `shows words that tell nobody`() throws {
    for text in [
      "bicycle repair, brakes and gears", "Bicycle repair in 2025–2026, brakes and gears, 10 min, 20 €",
      "bicycle repair: brakes, gears, e.g. node.js for none",
    ] {
      #expect(
        try digest(text).contains("brakes and gears") || digest(text).contains("brakes, gears"), "\(text)")
    }
  }

  @Test(arguments: [
    "Dupont", "dupont", "DUPONT", "Dup\u{AD}ont", "Dup\u{200B}ont", "Du-pont", "D u p o n t", "Jeanpierre",
    "Duponts",
    "J.-P. D.", "Ｄｕｐｏｎｔ", "D\u{3C5}pont", "Dûpônt", "du pont",
  ])
  func `keeps the owner's name back however it is spelled`(name: String) throws {
    #expect(!(try digest("bicycle repair, brakes and gears, by \(name)").contains("brakes and gears, by")))
  }

  @Test(arguments: [
    ("Bo Ek", "Bo Ek"), ("Li Na", "Li Na"), ("王秀英", "请找王秀英老师"), ("山田", "山田"), ("Anne Roy", "Anne"),
  ])
  func `keeps short and undivided names back`(name: String, spelled: String) throws {
    #expect(
      !(try digest("bicycle repair, brakes and gears, ask \(spelled)", name: name).contains("and gears, ask"))
    )
  }

  @Test(arguments: [
    ("Airbus Operations SAS", "at Airbus"), ("Daily Bugle SA", "at Daily Bugle"),
    ("The Daily Bugle", "at Daily Bugle"),
    ("IBM", "I.B.M."), ("Cycles Toulousains", "cycles toulousains"),
  ])
  func `keeps the owner's firm back`(firm: String, spelled: String) throws {
    #expect(
      !(try digest("bicycle repair, brakes and gears \(spelled)", organisation: firm).contains(
        "and gears \(spelled)")))
  }

  @Test func `shows a headline without the employer in it`() throws {
    let page = try digest("Bicycle repair, brakes and gears at Cycles Toulousains", source: .headline)
    #expect(page.contains("brakes and gears") && !page.contains("Toulousains"))
  }

  @Test(arguments: [
    "06 11 22 33 10", "06\u{202F}11\u{202F}22\u{202F}33\u{202F}10", "06–11–22–33–10", "06_11_22_33_10",
    "06,11,22,33,10",
    "06·11·22·33·10", "٠٦١١٢٢٣٣١٠", "06\u{200B}11\u{200B}22\u{200B}33", "q＠victim．example",
    "q(at)victim.example",
    "t.me/qshort", "linktr.ee/qs", "qshort.info", "victim.paris", "https://x", "q at victim dot org",
  ])
  func `keeps numbers and addresses back`(address: String) throws {
    #expect(!(try digest("bicycle repair, brakes and gears, call \(address)").contains("and gears, call")))
  }

  @Test(arguments: [Listing.Visibility.network, .public])
  func `keeps a third person's name and firm back, also in public words`(visibility: Listing.Visibility)
    throws
  {
    for third in ["Wilhelmina Xanthos", "Wilhelmina", "Xylo Bakers", "Ms Xanthos"] {
      let page = try digest("bicycle repair, brakes and gears, as \(third) says", visibility: visibility)
      #expect(!page.contains("and gears, as"), "\(third)")
    }
  }

  @Test func `says who sends a digest, and how to answer`() throws {
    #expect(try digest("bicycle repair, brakes and gears").contains("Hana Host (hana@host.example)"))
  }

  @Test func `lets no address break out of a mail's header`() {
    let mail = Mail.render(
      to: [
        "x@y.example\r\nBcc: z@z.example", "\"a b\"@x.example,evil@evil.example", "<s>@x.example",
        "ok@x.example",
      ],
      subject: "s", text: "t", html: nil)
    let header = mail.components(separatedBy: "\r\n\r\n")[0]
    #expect(header.hasPrefix("To: ok@x.example\r\n") && !header.contains("Bcc") && !header.contains("evil"))
  }
}
