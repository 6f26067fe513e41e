/// Writes a report as plain text of 78 columns, for a terminal or the body of a mail.
public enum PlainText {
  /// The report's text, which ends with a newline.
  ///
  /// Commands stand on lines of their own and are never broken, however long, so that they can be copied.
  public static func render(_ report: Report) -> String {
    let wording = EnglishWording(report: report)
    var page = TextPage(width: 78)
    page.heading(wording.heading, underline: "=")
    page.paragraph(wording.summary)
    for section in report.sections {
      page.heading(section.title, underline: "-")
      for (position, opportunity) in section.opportunities.enumerated() {
        write(opportunity, number: position + 1, wording: wording, to: &page)
      }
      if let more = wording.more(section) { page.paragraph(more, command: section.command.description) }
      if let advice = section.advice { write(advice, to: &page) }
    }
    if let advice = report.advice { write(advice, to: &page) }
    page.paragraph(wording.footer)
    return page.text
  }

  private static func write(
    _ opportunity: Opportunity, number: Int, wording: EnglishWording, to page: inout TextPage
  ) {
    let number = "\(number). "
    let indent = String(repeating: " ", count: number.count)
    page.gap()
    page.lines(wording.title(opportunity), first: number, rest: indent)
    page.lines(opportunity.reason, first: indent, rest: indent)
    for quote in opportunity.quotes {
      page.lines(wording.line(quote), first: indent + "- ", rest: indent + "  ")
    }
    page.lines(wording.facts(opportunity), first: indent, rest: indent)
    for command in opportunity.commands { page.line(indent + command.description) }
  }

  private static func write(_ advice: Advice, to page: inout TextPage) {
    page.paragraph("\(advice.finding) \(advice.remedy)", command: advice.command.description)
  }
}
