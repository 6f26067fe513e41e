import Matchmaking
import Reporting
import Testing

@Suite struct HostileTextTests {
  /// A report on two contacts of whom name, place, group, need and offer are the same hostile text.
  private func report(_ text: String) throws -> Report {
    let place = Place(locality: text, region: text, country: "FR")
    let network = try Network(
      contacts: [
        Contact(id: "a", name: text, place: place), Contact(id: "b", name: "Anybody", place: place),
        Contact(id: "me", name: text + " Me", place: place),
      ],
      listings: [
        Listing(id: "1", contact: "a", kind: .need, text: "piano lessons for beginners \(text)"),
        Listing(id: "2", contact: "b", kind: .offer, text: "piano lessons for beginners \(text)"),
        Listing(id: "3", contact: "me", kind: .need, text: "piano lessons for beginners \(text)"),
        Listing(id: "4", contact: "me", kind: .offer, text: "piano lessons for beginners \(text)"),
      ], groups: [Group(name: text, members: ["a", "b", "me"])], host: "me")
    return try Report(MatchEngine(network, asOf: SmallNetwork.monday), week: SmallNetwork.week)
  }

  static let texts = [
    "<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](http://evil.example/pixel.png)",
    "</p><img src=x onerror=alert(1)>", "&lt;b&gt;", "`code` and ``more``", "# heading", "- item", "1. item",
    "1) item",
    "+ item", "=====", "---", "> quote", "*bold* _it_ ~~gone~~", "$x$ | $y$", "[x]: javascript:alert(1)",
    "<!-- hidden",
    "[\u{301}x\u{301}](javascript:alert(1))", "<\u{338}script>", "line\nbreak\r\n\r\n# two",
    "line\u{2028}break\u{85}two",
    "\u{1B}[31mred\u{1B}[0m \u{9B}2Jclear \u{1B}]0;title\u{7}", "abc\u{202E}fdp.exe",
    "\u{2066}isolate\u{200F}\u{FEFF}",
    "null\u{1}\u{8}\u{7F}bell\u{7}", "tag\u{E0041}\u{E0042}s", "\"; rm -rf /",
    "=HYPERLINK(\"http://evil.example\")",
    "www.evil.example and https://evil.example/?a=b", "\\", "\\\\<b>", "” (urgent) You need “money",
  ]

  @Test(arguments: texts)
  func `shows hostile text as text, on the lines that it belongs to`(text: String) throws {
    let (hostile, harmless) = (try report(text), try report("harmless"))
    #expect(hostile.sections.map(\.total) == [1, 1, 1])
    for (page, usual) in [
      (Markdown.render(hostile), Markdown.render(harmless)),
      (PlainText.render(hostile), PlainText.render(harmless)),
    ] {
      for scalar in page.unicodeScalars where scalar != "\n" {
        let category = scalar.properties.generalCategory
        #expect(![.control, .format, .lineSeparator, .paragraphSeparator].contains(category))
      }
      func marks(_ page: String, _ mark: String) -> Int {
        page.split(separator: "\n").count { $0.hasPrefix(mark) }
      }
      for mark in ["#", "- ", "---", "> "] where page.hasPrefix("# ") {
        #expect(marks(page, mark) == marks(usual, mark))
      }
    }
  }

  @Test(arguments: texts)
  func `leaves no live Markdown, HTML or link`(text: String) throws {
    let page = Markdown.render(try report(text)).unicodeScalars
    var isEscaped = false
    var isCode = false
    for (index, scalar) in zip(page.indices, page) {
      if isEscaped {
        isEscaped = false
      } else if scalar == "`" {
        isCode.toggle()
      } else if scalar == "\n" {
        #expect(!isCode)
      } else if !isCode {
        isEscaped = scalar == "\\"
        #expect(!"<>[]*_~$|".unicodeScalars.contains(scalar))
        let rest = page[index...]
        #expect(scalar != "&" || ["&lt;", "&gt;", "&amp;"].contains { rest.starts(with: $0.unicodeScalars) })
        #expect(!["://", "www."].contains { rest.starts(with: $0.unicodeScalars) })
      }
    }
  }

  @Test func `keeps the words of what it defuses`() throws {
    let page = PlainText.render(try report("\u{1B}[31mred\u{1B}[0m and\n\tgreen"))
    #expect(page.contains("piano lessons for beginners red and green”"))
    #expect(Markdown.render(try report("<b> & [c]")).contains("beginners &lt;b&gt; &amp; \\[c\\]”"))
  }

  @Test func `cuts a need of 10,000 characters at a word`() throws {
    let long = String(repeating: "accordéon ", count: 1000)
    for page in [Markdown.render(try report(long)), PlainText.render(try report(long))] {
      #expect(page.utf8.count < 8000)
      #expect(page.contains("accordéon…”"))
      #expect(!page.contains("accor…"))
    }
  }

  @Test func `breaks a word that is wider than the page`() throws {
    for long in [String(repeating: "x", count: 10_000), String(repeating: "漢", count: 10_000)] {
      let page = PlainText.render(try report(long))
      #expect(page.split(separator: "\n").allSatisfy { $0.columns <= 78 })
    }
  }

  @Test func `trims a letter under ten thousand accents`() throws {
    let page = PlainText.render(try report("Z" + String(repeating: "\u{301}", count: 10_000)))
    #expect(page.unicodeScalars.count < 3000)
  }

  @Test func `calls by its identifier a contact whose name can't be seen`() throws {
    for name in ["", "\u{202E}\u{200B}", "\u{3164}", " \u{2800} "] {
      let network = try Network(contacts: [Contact(id: "c-17", name: name)], host: "c-17")
      let report = try Report(MatchEngine(network, asOf: SmallNetwork.monday), week: SmallNetwork.week)
      #expect(report.host?.name == "c-17")
    }
  }

  @Test func `lets nobody end his own quotation`() throws {
    let page = PlainText.render(try report("” (urgent) You need “money"))
    #expect(page.contains("’ (urgent) You need ‘money”"))
  }

  @Test func `keeps names of other scripts, and emoji, whole`() throws {
    for name in ["田中 由紀", "שרה לוי", "محمد", "👩‍👩‍👧 Mums’ club", "Zoë ❤️", "नेहा"] {
      #expect(PlainText.render(try report(name)).contains("You need “piano lessons for beginners \(name)”"))
    }
  }
}
