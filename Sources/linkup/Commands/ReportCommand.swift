import ArgumentParser
import Foundation
import Matchmaking
import NetworkStore
import Reporting

/// `linkup report`: the week's opportunities.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the week's opportunities: whom to introduce, help, ask, thank and call.",
    discussion: """
      A page that takes two minutes to read. It goes to standard output as plain text, or into a file whose name \
      says the format: .html (one file that loads nothing), .md, .txt, .json, .ics (calls to make, as to-dos) or .eml \
      (a mail to yourself, for sendmail -t). Private listings are on it, so that a new file is for you alone. Nothing \
      is sent anywhere.

      --for WHO writes a digest for somebody else, and --everyone one for each contact: what they were asked, who \
      offers what they need, and who needs what they offer, others' names kept back unless their listing is public. \
      Private words, groups, places and scores are not in it.

      What was shown is noted in the network, for each reader: unchanged, it is not shown again for four weeks, and what \
      has changed is said. A week asked for again gives the same page, with what was done since marked. What you don't \
      want to see: linkup snooze ID or linkup dismiss ID, with the ID behind each entry. --fresh shows also what was \
      shown lately, and notes nothing.

      EXAMPLES
        linkup report
        linkup report --output week.html
        linkup report --week 2026-W48 --language fr --output week.md
        linkup report --format eml > week.eml
        linkup report --all find-out
        linkup report --for marc --output marc.html
        linkup report --everyone --output digests
        linkup report --print-template > page.mustache
      """)

  @Option(
    help: ArgumentHelp("The ISO week, such as 2026-W48 (default: this week).", valueName: "week"),
    transform: Week.given)
  var week: Week?

  @Option(help: "html, md, txt, json, ics or eml (default: as the name of the output ends, else txt).")
  var format: ReportFormat?

  @Option(help: "en or fr (default: the host's first language, else en).")
  var language: Language?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "A folder whose page.mustache takes the place of the HTML page's template.", valueName: "folder"),
    completion: .directory)
  var template: String?

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("A digest for this contact: only what it may see, in its language.", valueName: "who"))
  var reader: String?

  @Flag(help: "A digest for each contact, as HTML, and an index page, into the folder --output.")
  var everyone = false

  @Option(
    help: ArgumentHelp(
      "All of one section, also what was shown lately, snoozed or dismissed; nothing is noted.",
      valueName: "section"))
  var all: Opportunity.Kind?

  @Flag(help: "Print the HTML page's own template, to begin with, and nothing else.")
  var printTemplate = false

  @Flag(help: "Show also what was shown lately, snoozed or dismissed, and note nothing.")
  var fresh = false

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var threads: ThreadsOption
  @OptionGroup var model: ModelOption
  @OptionGroup var network: NetworkOptions

  func validate() throws {
    if everyone, reader != nil { throw ValidationError("Give --for or --everyone, not both.") }
    if everyone, output == nil { throw ValidationError("--everyone needs a folder: --output DIR.") }
    if everyone, format ?? .html != .html { throw ValidationError("--everyone writes html alone.") }
    if all != nil, everyone || reader != nil {
      throw ValidationError("--all shows a section of your own report; a digest has nothing beyond its page.")
    }
    for (name, value) in [("--for", reader), ("--output", output), ("--template", template)] {
      if let value, value.isEmpty { throw ValidationError("\(name) is empty.") }
    }
    if let output, !everyone, format == nil, ReportFormat(fileName: output) == nil {
      let ending = URL(fileURLWithPath: output).pathExtension
      if !ending.isEmpty {
        throw ValidationError(
          "A report is no .\(ending.terminalSafe) file; say what to write: --format html, md, txt, json, ics or eml."
        )
      }
    }
    if reader != nil, chosenFormat == .ics {
      throw ValidationError("A digest has nothing to put into a calendar.")
    }
  }

  /// As is told, else as the name of the output ends.
  private var chosenFormat: ReportFormat { format ?? output.flatMap(ReportFormat.init(fileName:)) ?? .txt }

  func run() throws {
    if printTemplate { return try deliver(PageTemplate.text) }
    // A week is seen from its Monday, unless a day is given.
    let day = asOf.asOf ?? week?.monday ?? asOf.day
    let week = week ?? Week(containing: day)
    let html = try template.map(Self.html) ?? HTML()
    let engine = try network.engine(asOf: day, model: model.load(), threads: threads.count)
    let log = ReportLog(path: network.path, week: week, isKept: !fresh && all == nil)
    if everyone, let output {
      let count = try Digests(engine: engine, week: week, html: html, language: language, log: log)
        .write(into: output, threads: threads.count)
      return StandardError.say("wrote \(count) digests and \(output)/index.html")
    }
    if let reader {
      let contact = try engine.network.contact(who: reader)
      guard contact.id != engine.network.host else {
        throw Failure("'\(contact.id)' is the host, whose page is the report itself: linkup report")
      }
      let history = try log.histories()[contact.id] ?? History()
      guard let digest = Report(for: contact.id, of: engine, week: week, history: history) else { return }
      let page = Page(digest, in: language)
      try deliver(render(page, digest, of: engine.network, html: html, isDigest: true))
      return log.note([(contact.id, digest, page)])
    }
    var report = Report(
      engine, week: week, budget: all == nil ? .standard : .unlimited, history: try log.history(asOf: day),
      threads: threads.count)
    if let all { report = report.only(all) }
    let page = Page(report, in: language)
    try deliver(render(page, report, of: engine.network, html: html))
    // What nobody got to see is not noted as shown.
    log.note([(nil, report, page)])
  }

  private func deliver(_ text: String) throws {
    guard let output else {
      let standard = StandardOutput()
      try standard.write(text)
      return try standard.flush()
    }
    try OutputFile(path: output).write(text)
    StandardError.say("wrote \(output)")
  }

  /// The page in the format that is asked for; a digest has no pictures, since these name the network's groups.
  private func render(
    _ page: Page, _ report: Report, of network: Network, html: HTML, isDigest: Bool = false
  ) throws -> String {
    func pictures() -> Pictures { isDigest ? Pictures() : Pictures(report, of: network, in: page.language) }
    switch chosenFormat {
    case .html: return html.render(page, pictures: pictures())
    case .md: return Markdown.render(page)
    case .txt: return PlainText.render(page)
    case .json: return try JSONText.render(page)
    case .ics: return Calendar.render(page, week: report.week)
    case .eml:
      let emails = report.host.flatMap { network.contact($0.id) }?.emails.prefix(1) ?? []
      return Mail.render(
        to: Array(emails), subject: page.title, text: PlainText.render(page),
        html: html.render(page, pictures: pictures()))
    }
  }

  private static func html(template folder: String) throws -> HTML {
    let path = folder + "/page.mustache"
    guard let text = try? String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8) else {
      throw Failure("\(path): can't be read; a folder of templates has a page.mustache, in UTF-8")
    }
    do throws(TemplateError) {
      return try HTML(template: text)
    } catch {
      throw Failure(
        "\(path):\(error.line): not a Mustache template (\(error.reason)); begin with the page's own: linkup report --print-template"
      )
    }
  }
}
