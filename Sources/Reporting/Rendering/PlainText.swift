/// Writes a page as plain text of 78 columns, for a terminal or the body of a mail.
public enum PlainText {
  /// The page's text, which ends with a newline.
  ///
  /// Commands stand on lines of their own and are never broken, however long, so that they can be copied.
  public static func render(_ page: Page) -> String {
    var text = TextPage(width: 78)
    text.heading(page.title, underline: "=")
    text.paragraph(page.summary)
    for section in page.sections {
      text.heading(section.title, underline: "-")
      for (position, item) in section.items.enumerated() {
        write(item, number: position + 1, page.language.wording, to: &text)
      }
      if let settled = section.settled {
        text.gap()
        for ended in settled { text.lines(ended.text, first: "- ", rest: "  ") }
      }
      for hint in [section.more, section.advice].compactMap({ $0 }) {
        text.paragraph(hint.text, command: hint.command)
      }
    }
    if let advice = page.advice { text.paragraph(advice.text, command: advice.command) }
    text.paragraph(page.footer)
    return text.text
  }

  private static func write(
    _ item: Page.Item, number: Int, _ wording: any Wording, to page: inout TextPage
  ) {
    let number = "\(number). "
    let indent = String(repeating: " ", count: number.count)
    page.gap()
    page.lines(item.title, first: number, rest: indent)
    page.lines(item.reason, first: indent, rest: indent)
    for quote in item.quotes { page.lines(quote.text, first: indent + "- ", rest: indent + "  ") }
    let facts = [item.facts, item.note ?? "", item.id.map { "[\($0)]" } ?? ""].filter { !$0.isEmpty }
    page.lines(facts.joined(separator: " · "), first: indent, rest: indent)
    for command in item.commands { page.line(indent + command) }
    guard let letter = item.letter else { return }
    page.lines(wording.draft(emails: letter.emails, phone: letter.phone), first: indent, rest: indent)
    for line in [letter.subject] + letter.body.split(separator: "\n").map(String.init) {
      page.lines(line, first: indent + "| ", rest: indent + "| ")
    }
  }
}
