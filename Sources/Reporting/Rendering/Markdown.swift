/// Writes a page as Markdown (CommonMark), safe to open in any viewer whatever people have written.
public enum Markdown {
  /// The page's text, which ends with a newline.
  public static func render(_ page: Page) -> String {
    var blocks = ["# \(escaped(page.title))", escaped(page.summary)]
    for section in page.sections {
      blocks.append("## \(escaped(section.title))")
      blocks += section.items.flatMap { parts($0, page.language.wording) }
      blocks += section.settled.map { [$0.map { "- \(escaped($0.text))" }.joined(separator: "\n")] } ?? []
      blocks += [section.more, section.advice].compactMap { $0 }.map(block)
    }
    blocks += page.advice.map { [block($0)] } ?? []
    blocks += ["---", escaped(page.footer)]
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func parts(_ item: Page.Item, _ wording: any Wording) -> [String] {
    let quotes = item.quotes.map { "- \(escaped($0.text))" }.joined(separator: "\n")
    let facts =
      [item.facts, item.note ?? ""].filter { !$0.isEmpty }.map(escaped) + item.commands.map(code)
      + (item.id.map { [code("[\($0)]")] } ?? [])
    let letter = item.letter.map { letter in
      let lines = [letter.subject] + letter.body.split(separator: "\n").map(String.init)
      return escaped(wording.draft(emails: letter.emails, phone: letter.phone)) + "\n\n"
        + lines.map { "> \(escaped($0))" }.joined(separator: "\n>\n")
    }
    return [
      "### \(escaped(item.title))", escaped(item.reason), quotes, facts.joined(separator: " · "),
      letter ?? "",
    ].filter { !$0.isEmpty }
  }

  private static func block(_ hint: Page.Hint) -> String {
    escaped(hint.text) + (hint.command.map { " \(code($0))" } ?? "")
  }

  /// A text that shows as it is: no markup, no HTML, no link, no list or heading at its start.
  ///
  /// `<`, `>` and `&` become entities, which every dialect knows; a backslash before them isn't known to all.
  private static func escaped(_ text: String) -> String {
    // By scalars: a bracket with an accent on it is another character, but a bracket to a Markdown parser.
    let scalars = Array(text.unicodeScalars)
    let start = startOfList(scalars)
    var result = String.UnicodeScalarView()
    for (position, scalar) in scalars.enumerated() {
      switch scalar {
      case "<": result += "&lt;".unicodeScalars
      case ">": result += "&gt;".unicodeScalars
      case "&": result += "&amp;".unicodeScalars
      case "\\", "`", "*", "_", "[", "]", "#", "~", "|", "$": result += ["\\", scalar]
      // Many viewers make links of bare addresses; a stranger's address is for reading, not for clicking.
      case ":" where scalars.dropFirst(position + 1).starts(with: "//".unicodeScalars): result += ["\\", ":"]
      case "." where result.suffix(3).allSatisfy({ $0 == "w" || $0 == "W" }): result += ["\\", "."]
      case _ where position == start: result += ["\\", scalar]
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Where a text has what would make it an item of a list or underline a heading: `-`, or `1.`
  private static func startOfList(_ scalars: [Unicode.Scalar]) -> Int? {
    let digits = scalars.prefix { ("0"..."9").contains($0) }.count
    guard digits < scalars.count else { return nil }
    return (digits == 0 ? "-+=" : ".)").unicodeScalars.contains(scalars[digits]) ? digits : nil
  }

  /// A command as it is to be typed, in more backticks than it has in a row.
  private static func code(_ text: String) -> String {
    let longest = text.unicodeScalars.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let padding = text.unicodeScalars.last == "`" ? " " : ""
    return fence + padding + text + padding + fence
  }
}
