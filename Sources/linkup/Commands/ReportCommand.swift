import ArgumentParser
import Foundation
import Matchmaking
import NetworkStore
import Reporting

/// `linkup report`: the week's opportunities.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the week's opportunities: whom to introduce, whom to help, whom to ask.",
    discussion: """
      A page that takes two minutes to read. It goes to standard output as plain text, or into a file: a name \
      that ends in .md gets Markdown. Private listings are on it, so that a new file is for you alone. Nothing is sent \
      anywhere.

      EXAMPLES
        linkup report
        linkup report --week 2026-W48 --output week.md
        linkup report --format md | less
      """)

  @Option(help: ArgumentHelp("The ISO week, such as 2026-W48 (default: this week).", valueName: "week"))
  var week: Week?

  @Option(help: "md or txt (default: as the name of the output ends, else txt).")
  var format: ReportFormat?

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
  var output: String?

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var threads: ThreadsOption
  @OptionGroup var model: ModelOption
  @OptionGroup var network: NetworkOptions

  func run() throws {
    // A week is seen from its Monday, unless a day is given.
    let day = asOf.asOf ?? week?.monday ?? asOf.day
    let engine = try network.engine(asOf: day, model: model.load(), threads: threads.count)
    let report = Report(engine, week: week ?? Week(containing: day), threads: threads.count)
    let isMarkdown = format.map { $0 == .md } ?? (output?.lowercased().hasSuffix(".md") ?? false)
    let text = isMarkdown ? Markdown.render(report) : PlainText.render(report)
    guard let output else {
      let standard = StandardOutput()
      try standard.write(text)
      return try standard.flush()
    }
    try OutputFile(path: output).write(text)
    StandardError.say("wrote \(output)")
  }
}
