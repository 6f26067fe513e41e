import Foundation
import TestSupport
import Testing

/// The help is a promise: every command has one, and its examples run as they stand.
@Suite struct HelpTests {
  private static let commands = [
    "import", "add", "need", "offer", "find", "match", "why", "join", "report", "export",
  ]

  @Test func `lists every command`() throws {
    let help = try CommandLineTool().run("--help").output
    for command in Self.commands { #expect(help.contains("\n  \(command) ")) }
    #expect(try CommandLineTool().run("--version").output == "0.1.0\n")
  }

  @Test(arguments: commands)
  func `runs every example of the help`(command: String) throws {
    let help = try CommandLineTool().run("help", command).output
    let examples = try #require(
      help.components(separatedBy: "EXAMPLES\n").last?.components(separatedBy: "\n\n").first
    )
    .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(!examples.isEmpty)
    for example in examples {
      let tool = try Village.imported()
      tool.folder.write("name,needs,offers\nSolène,un jardinier,des cours d'anglais\n", to: "contacts.csv")
      tool.folder.write("name,email\nPaul,paul@example.org\n", to: "guests.csv")
      tool.folder.write(Village.jsonLines, to: "members.jsonl")
      tool.folder.write("name,Wunsch\nPaul,a bike\n", to: "club.csv")
      tool.folder.write("n1\tplumber\n", to: "needs.tsv")
      tool.folder.write("o1\tplumber\n", to: "offers.tsv")
      tool.folder.write(#"{"id":"o1","text":"plumber"}"# + "\n", to: "offers.jsonl")
      _ = try tool.shell("mkdir Downloads")
      tool.folder.write(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\nLéa,Roux,,lea@example.org,X,Chef,12 Mar 2024\n",
        to: "Downloads/Connections.csv")
      // A network may be there from the start, or be made by the command.
      var fresh = tool
      if example.contains("--host") { fresh.environment["LINKUP_NETWORK"] = tool.folder.file("fresh.sqlite") }
      let outcome = try fresh.shell(example)
      #expect(outcome.code == 0, "\(example): \(outcome.errors)")
    }
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `completes commands in every shell`(shell: String) throws {
    let script = try CommandLineTool().run("--generate-completion-script", shell).output
    for command in Self.commands { #expect(script.contains(command)) }
  }
}
