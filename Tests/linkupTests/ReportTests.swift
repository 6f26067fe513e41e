import Foundation
import TestSupport
import Testing

/// The weekly report as a user keeps it: four weeks of a small story, formats, snooze and dismiss.
@Suite struct ReportTests {
  private func tool() throws -> CommandLineTool {
    var tool = CommandLineTool()
    tool.environment["LINKUP_NETWORK"] = "network.sqlite"
    tool.folder.write(
      """
      {"id":"me","name":"Me","host":true,"emails":["me@example.org"],"languages":["en"]}
      {"id":"ann","name":"Ann","needs":["an accountant for tax returns"],"emails":["ann@example.org"]}
      {"id":"bob","name":"Bob","offers":["accountant, tax returns"],"languages":["en"]}
      {"id":"cy","name":"Cy","needs":["piano lessons for beginners"]}
      {"id":"di","name":"Di","offers":["piano lessons, beginners welcome"]}

      """, to: "story.jsonl")
    try tool.run("import", "story.jsonl")
    return tool
  }

  private func report(_ tool: CommandLineTool, _ week: String, _ more: String...) throws -> String {
    let outcome = try tool.run("report", "--week", week)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return outcome.output
  }

  @Test func `tells four weeks of a story, each in its own way`() throws {
    let tool = try tool()
    let first = try report(tool, "2026-W48")
    #expect(first.contains("Bob offers what Ann needs.") && first.contains("Di offers what Cy needs."))
    #expect(try report(tool, "2026-W48") == first, "the same week asked twice gives the same report")

    // A correction within the week is shown as such, however often one asks.
    tool.folder.write(
      #"{"id":"ann","needs":[{"text":"an accountant for tax returns","urgency":"high"}]}"#, to: "now.jsonl")
    try tool.run("import", "now.jsonl")
    for _ in 0..<2 {
      #expect(try report(tool, "2026-W48").contains("changed since it was last shown: urgent now"))
    }

    // Ann is asked; Cy's introduction is declined.
    try tool.run("introduce", "ann", "bob", "--as-of", "2026-11-24")
    try tool.run("introduce", "cy", "di", "--as-of", "2026-11-24")
    let after = try tool.run("report", "--as-of", "2026-11-25").output
    #expect(after.contains("- Ann and Bob · done this week") && !after.contains("Bob offers what Ann needs"))
    #expect(
      try tool.run("report", "--as-of", "2026-11-25", "--format", "json").output.contains("\"settled\""))
    try tool.run("answer", "cy", "di", "no", "--as-of", "2026-11-25")
    let second = try report(tool, "2026-W49")
    #expect(!second.contains("Bob offers what Ann needs.") && !second.contains("Di offers what Cy needs."))
    #expect(second.contains("Ann was asked on 24 November 2026 and hasn't answered yet."))
    #expect(second.contains("linkup answer ann bob yes"))

    // Both agree, they meet, and Bob helps.
    try tool.run("answer", "ann", "bob", "yes", "--as-of", "2026-12-01")
    try tool.run("answer", "bob", "ann", "yes", "--as-of", "2026-12-02")
    try tool.run("done", "ann", "bob", "helped", "--as-of", "2026-12-06")
    try tool.run("need", "ann", "an accountant for tax returns", "--state", "met")
    let third = try report(tool, "2026-W50")
    #expect(third.contains("nobody has said thanks yet"))
    #expect(third.contains("linkup thank ann bob") && !third.contains("hasn't answered"))
    #expect(!third.contains("what Ann needs"))

    try tool.run("thank", "ann", "bob", "--as-of", "2026-12-08")
    let fourth = try report(tool, "2026-W51")
    #expect(!fourth.contains("thank ann bob") && !fourth.contains("what Ann needs"))
    #expect(!fourth.contains("Di offers what Cy needs."), "a declined one stays away")
  }

  @Test func `prints commands that can be typed as they are`() throws {
    let tool = try tool()
    let sample = CommandLineTool.repository.path + "/data/sample/toulouse.jsonl"
    try tool.run("import", sample, "--network", "sample.sqlite")
    let page = try tool.run("report", "--as-of", "2026-11-23", "--fresh", "--network", "sample.sqlite").output
    let commands = page.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter {
        $0.hasPrefix("linkup ") && !$0.hasPrefix("linkup why") && !$0.hasPrefix("linkup match")
          && !$0.contains(": ")
      }
    #expect(commands.count > 10)
    for command in commands {
      let outcome = try tool.shell("cp sample.sqlite copy.sqlite; LINKUP_NETWORK=copy.sqlite \(command)")
      #expect(outcome.code == 0, "\(command): \(outcome.errors)")
    }
  }

  @Test func `snoozes and dismisses by the name behind an entry`() throws {
    let tool = try tool()
    let first = try report(tool, "2026-W48")
    let id = try #require(first.firstMatch(of: /\[([a-z0-9]{8})\]/)?.1)
    let snoozed = try tool.run("snooze", String(id), "--weeks", "2", "--as-of", "2026-11-23")
    #expect(snoozed.output.hasSuffix(": not before 2026-12-07\n"))
    #expect(!(try report(tool, "2026-W48")).contains("[\(id)]"))
    #expect(try tool.run("report", "--week", "2026-W48", "--fresh").output.contains("[\(id)]"))
    #expect(try tool.run("dismiss", String(id)).output.hasSuffix(": not again\n"))
    #expect(!(try report(tool, "2027-W10")).contains("[\(id)]"))
    #expect(try tool.run("dismiss", "[\(id)]", "--undo").output.hasSuffix(": may be shown again\n"))
    #expect(
      try tool.run("snooze", String(id), "--undo").output.hasSuffix("was neither snoozed nor dismissed\n"))
    #expect((try report(tool, "2027-W10")).contains("[\(id)]"))
    let unknown = try tool.run("dismiss", "nothing1")
    #expect(unknown.code == 1 && unknown.errors.contains("no report has shown 'nothing1'"))
    #expect(try tool.run("snooze", String(id), "--weeks", "0").code == 64)
  }

  @Test func `writes every format, by the file's name or as told`() throws {
    let tool = try tool()
    for (format, mark) in [
      ("html", "<!DOCTYPE html>"), ("md", "# linkup"), ("txt", "linkup: week"), ("json", "\"sections\""),
      ("ics", "BEGIN:VCALENDAR"), ("eml", "To: me@example.org"),
    ] {
      try tool.run("report", "--week", "2026-W48", "--fresh", "--output", "week.\(format)")
      let written = try String(contentsOfFile: tool.folder.file("week.\(format)"), encoding: .utf8)
      #expect(written.contains(mark))
      #expect(try tool.run("report", "--week", "2026-W48", "--fresh", "--format", format).output == written)
    }
    tool.folder.write("{{title}}{{#sections}}|{{title}}{{/sections}}", to: "page.mustache")
    let own = try tool.run("report", "--week", "2026-W48", "--fresh", "--format", "html", "--template", ".")
    #expect(own.output.hasPrefix("linkup: week 2026-W48, 23–29 November 2026|Link up: they should meet|"))
    tool.folder.write("{{#sections}}", to: "page.mustache")
    let broken = try tool.run("report", "--format", "html", "--template", ".")
    #expect(
      broken.code == 1 && broken.errors.contains("./page.mustache:1: not a Mustache template (expectedS"))
    let template = try tool.run("report", "--print-template").output
    tool.folder.write(template, to: "page.mustache")
    let usual = try tool.run("report", "--week", "2026-W48", "--fresh", "--format", "html")
    #expect(
      try tool.run("report", "--week", "2026-W48", "--fresh", "--format", "html", "--template", ".").output
        == usual.output)
    #expect(
      try tool.run("report", "--template", "nowhere").errors.contains("nowhere/page.mustache: can't be read"))
    #expect(try tool.run("report", "--language", "xx").code == 64)
  }

  @Test func `shows all of a section and notes nothing`() throws {
    let tool = try tool()
    tool.folder.write(#"{"id":"eve","name":"Eve"}"# + "\n" + #"{"id":"flo","name":"Flo"}"#, to: "more.jsonl")
    try tool.run("import", "more.jsonl")
    let whole = try report(tool, "2026-W48")
    #expect(whole.contains("… and 2 more: linkup report --all find-out"))
    let all = try tool.run("report", "--week", "2026-W48", "--all", "find-out").output
    for name in ["Bob", "Di", "Eve", "Flo"] { #expect(all.contains(". \(name)\n")) }
    #expect(!all.contains("more:") && !all.contains("Link up"))
    #expect(try report(tool, "2026-W48") == whole)
  }

  @Test func `refuses what can't be written, with the reason`() throws {
    let tool = try tool()
    for (arguments, reason) in [
      (["--week", "2026-W54"], "There is no such week"), (["--output", "week.pdf"], "no .pdf file"),
      (["--output", ""], "--output is empty"), (["--template", ""], "--template is empty"),
      (["--for", "ann", "--output", "ann.ics"], "nothing to put into a calendar"),
      (["--all", "nothing"], "'nothing' is invalid"),
      (["--all", "ask", "--for", "ann"], "--all shows a section"),
    ] {
      let outcome = try tool.shell("linkup report " + arguments.map { "'\($0)'" }.joined(separator: " "))
      #expect(outcome.code == 64 && outcome.errors.contains(reason), "\(arguments): \(outcome.errors)")
    }
  }

  @Test func `writes a digest for one contact, and one for everyone with an index`() throws {
    let tool = try tool()
    let digest = try tool.run("report", "--for", "ann", "--week", "2026-W48")
    #expect(digest.output.contains("Somebody offers what you need.") && !digest.output.contains("Bob"))
    #expect(!digest.output.contains("linkup introduce") && !digest.output.contains("score"))
    #expect(try tool.run("report", "--for", "ann", "--week", "2026-W48").output == digest.output)
    let quiet = try tool.run("report", "--for", "ann", "--week", "2026-W49").output
    #expect(!quiet.contains("what you need"), "nothing is repeated unchanged")
    #expect(try tool.run("report", "--everyone", "--week", "2026-W48", "--output", "digests").code == 0)
    let index = try String(contentsOfFile: tool.folder.file("digests/index.html"), encoding: .utf8)
    let links = index.matches(of: /href="([^"]+)"/).map { String($0.1) }
    #expect(links.count == 4)
    #expect(index.contains("1 person to ask</span>") && !index.contains("me@example.org"))
    for link in links {
      let page = try String(contentsOfFile: tool.folder.file("digests/\(link)"), encoding: .utf8)
      #expect(page.contains("<!DOCTYPE html>") && page.contains("mailto:me@example.org?subject="))
    }
    // What was written for a week that has less to say goes, and nothing else.
    tool.folder.write("mine", to: "digests/mine.html")
    #expect(try tool.run("report", "--everyone", "--week", "2026-W49", "--output", "digests").code == 0)
    let left = try FileManager.default.contentsOfDirectory(atPath: tool.folder.file("digests"))
    #expect(Set(left) == ["index.html", "mine.html", ".digests"])
    let french = try tool.run(
      "report", "--everyone", "--fresh", "--week", "2026-W48", "--language", "fr", "--output", "fr")
    #expect(french.code == 0)
    let page = try String(contentsOfFile: tool.folder.file("fr/index.html"), encoding: .utf8)
    #expect(page.contains("<html lang=\"fr\">") && page.contains("rien n&#39;a été envoyé"))
    for wrong in [["--everyone"], ["--everyone", "--for", "ann", "--output", "x"], ["--for", ""]] {
      let arguments = wrong.map { "'\($0)'" }.joined(separator: " ")
      #expect(try tool.shell("linkup report \(arguments)").code == 64)
    }
    #expect(try tool.run("report", "--for", "nobody").code == 1)
  }
}
