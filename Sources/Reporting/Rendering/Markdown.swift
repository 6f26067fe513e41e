/// Writes a report as Markdown (CommonMark), safe to open in any viewer whatever people have written.
public enum Markdown {
  /// The report's page, which ends with a newline.
  public static func render(_ report: Report) -> String {
    let wording = EnglishWording(report: report)
    var blocks = ["# \(escaped(wording.heading))", escaped(wording.summary)]
    for section in report.sections {
      blocks.append("## \(escaped(section.title))")
      blocks += section.opportunities.flatMap { parts($0, wording: wording) }
      if let more = wording.more(section) { blocks.append("\(escaped(more)): \(code(section.command))") }
      if let advice = section.advice { blocks.append(block(advice)) }
    }
    if let advice = report.advice { blocks.append(block(advice)) }
    blocks += ["---", escaped(wording.footer)]
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static func parts(_ opportunity: Opportunity, wording: EnglishWording) -> [String] {
    let quotes = opportunity.quotes.map { "- \(escaped(wording.line($0)))" }
    let facts = [escaped(wording.facts(opportunity))] + opportunity.commands.map(code)
    return [
      "### \(escaped(wording.title(opportunity)))", escaped(opportunity.reason),
      quotes.joined(separator: "\n"), facts.joined(separator: " · "),
    ]
  }

  private static func block(_ advice: Advice) -> String {
    "\(escaped("\(advice.finding) \(advice.remedy)")): \(code(advice.command))"
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
  private static func code(_ command: ShellCommand) -> String {
    let text = command.description
    let longest = text.unicodeScalars.split { $0 != "`" }.map(\.count).max() ?? 0
    let fence = String(repeating: "`", count: longest + 1)
    let padding = text.unicodeScalars.last == "`" ? " " : ""
    return fence + padding + text + padding + fence
  }
}
