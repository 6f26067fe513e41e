internal import Foundation
internal import Matchmaking
internal import Mustache

/// Writes a page as one HTML file that needs no script and loads nothing.
public struct HTML: Sendable {
  private let template: MustacheTemplate

  /// The page's own template, or another one.
  ///
  /// - Parameter template: a Mustache template; its names are those of ``Page``, and `style`, `labels` and `pictures`.
  /// - Throws: ``TemplateError`` if it can't be parsed.
  public init(template: String? = nil) throws(TemplateError) {
    do {
      self.template = try MustacheTemplate(string: template ?? PageTemplate.text)
    } catch let error as MustacheTemplate.ParserError {
      throw TemplateError(line: error.context.lineNumber, reason: "\(error.error)")
    } catch {
      throw TemplateError(line: 1, reason: "\(error)")
    }
  }

  /// The page as HTML, which ends with a newline.
  public func render(_ page: Page, pictures: Pictures = Pictures()) -> String {
    let labels = page.language.wording.labels()
    let values = Self.known([
      "language": page.language.rawValue, "title": page.title, "summary": page.summary, "footer": page.footer,
      "week": page.week, "style": PageTemplate.style, "lacking": page.advice.map(Self.hint),
      "pictures": pictures.isEmpty
        ? nil
        : Self.known([
          "network": pictures.network?.wide, "networkNarrow": pictures.network?.narrow,
          "networkCaption": pictures.network?.caption, "rhythm": pictures.rhythm?.wide,
          "rhythmNarrow": pictures.rhythm?.narrow, "rhythmCaption": pictures.rhythm?.caption,
        ]),
      "labels": [
        "write": labels.write, "call": labels.call, "draft": labels.draft, "commands": labels.commands,
        "contents": labels.contents, "network": labels.network, "rhythm": labels.rhythm,
        "colon": page.language.wording.colon,
      ],
      "sections": page.sections.map { section in
        Self.known([
          "id": section.kind.rawValue, "title": section.title, "count": section.items.count,
          "hasItems": !section.items.isEmpty,
          "items": section.items.enumerated().map { Self.item($1, number: $0 + 1, in: section) },
          "settled": section.settled.map { $0.map { ["title": $0.title, "note": $0.note] } },
          "more": section.more.map(Self.hint), "advice": section.advice.map(Self.hint),
        ])
      },
    ])
    return template.render(values)
  }

  /// The values that there are: a template must not find the others.
  private static func known(_ values: [String: Any?]) -> [String: Any] { values.compactMapValues { $0 } }

  private static func hint(_ hint: Page.Hint) -> [String: Any] {
    known(["text": hint.text, "command": hint.command])
  }

  private static func item(_ item: Page.Item, number: Int, in section: Page.Part) -> [String: Any] {
    known([
      "reference": item.id, "number": number, "anchor": "\(section.kind.rawValue)-\(number)",
      "title": item.title,
      "note": item.note, "reason": item.reason, "facts": item.facts, "commands": item.commands,
      "hasCommands": !item.commands.isEmpty,
      "quotes": item.quotes.map { quote in
        known([
          "lead": quote.lead, "words": quote.words, "asides": quote.asides.isEmpty ? nil : quote.asides,
        ])
      },
      "letter": item.letter.map { letter in
        known([
          "subject": letter.subject, "body": letter.body, "mailto": mailto(letter),
          "tel": letter.phone.map(tel), "phone": letter.phone,
        ])
      },
    ])
  }

  /// A link that opens the letter in the reader's mail program (RFC 6068); a long letter is cut, since many programs
  /// drop what goes on.
  private static func mailto(_ letter: Page.Draft) -> String {
    let start =
      "mailto:\(letter.emails.map { percentEncoded($0, keeping: "@") }.joined(separator: ","))"
      + "?subject=\(percentEncoded(letter.subject))&body="
    func link(_ body: String) -> String { start + percentEncoded(body.replacing("\n", with: "\r\n")) }
    var (whole, length) = (link(letter.body), letter.body.count)
    while whole.utf8.count > longestLink, length > 20 {
      length -= length / 8
      whole = link(letter.body.cut(to: length))
    }
    return whole
  }

  /// In bytes; Outlook on Windows takes some two thousand.
  private static let longestLink = 1800

  /// A link that calls (RFC 3966).
  private static func tel(_ phone: String) -> String {
    "tel:" + String(phone.unicodeScalars.filter { ("0"..."9").contains($0) || $0 == "+" }.map(Character.init))
  }

  private static func percentEncoded(_ text: String, keeping kept: String = "") -> String {
    text.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
        || ("-._~" + kept).unicodeScalars.contains(scalar)
      return isPlain
        ? String(scalar) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }.joined()
  }
}
