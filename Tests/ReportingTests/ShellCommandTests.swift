import Foundation
import Matchmaking
import Reporting
import Testing

@Suite struct ShellCommandTests {
  /// The command that explains two contacts with these identifiers.
  private func command(_ one: String, _ other: String) throws -> ShellCommand {
    let network = try Network(
      contacts: [Contact(id: .init(one), name: "One"), Contact(id: .init(other), name: "Other")],
      listings: [
        Listing(id: "1", contact: .init(one), kind: .need, text: "piano lessons"),
        Listing(id: "2", contact: .init(other), kind: .offer, text: "piano lessons"),
      ])
    let report = try Report(MatchEngine(network, asOf: SmallNetwork.monday), week: SmallNetwork.week)
    return try #require(report.sections[0].opportunities.first?.commands.last)
  }

  @Test func `leaves plain identifiers bare and quotes the others`() throws {
    #expect(try command("claire", "marc@example.org").description == "linkup why claire marc@example.org")
    #expect(try command("hélène", "田中").description == "linkup why hélène 田中")
    #expect(try command("o'brien", "$(id)").description == #"linkup why "o'brien" '$(id)'"#)
    #expect(try command("o'b!", "y").description == #"linkup why 'o'\''b!' y"#)
    #expect(try command("-x", "y").description == "linkup why -- -x y")
    #expect(try command("a\u{202E}b", "y").description == #"linkup why $'a\U0000202eb' y"#)
  }

  @Test(arguments: [
    "a b", "\"; rm -rf /; \"", "$HOME", "`id`", "a'b", "a'\u{301}b", "a\\nb", "*", "~", "!x", "=x", "#x",
    "a\u{85}b",
    "a\u{202E}'\\b", "-n", "{a,b}", "<script>", "a\u{A0}b", "👩‍👩‍👧",
  ])
  func `a shell reads back the very identifiers`(id: String) throws {
    let command = try command(id, "other")
    let shell = Process()
    let output = Pipe()
    shell.executableURL = URL(fileURLWithPath: "/bin/bash")
    shell.arguments = ["-c", "printf '%s\\n' \(command)"]
    shell.environment = ["LC_ALL": "C.UTF-8"]
    shell.standardOutput = output
    try shell.run()
    let read = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    shell.waitUntilExit()
    #expect(
      read.unicodeScalars.elementsEqual((command.arguments.joined(separator: "\n") + "\n").unicodeScalars))
  }
}
