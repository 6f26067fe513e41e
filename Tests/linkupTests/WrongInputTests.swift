import Foundation
import TestSupport
import Testing

/// Whatever goes wrong: one line that says what to do, the right exit code, and nothing lost.
@Suite struct WrongInputTests {
  /// Runs a command that must fail, and checks that it printed one line and left the network as it was.
  private func refuse(
    _ tool: CommandLineTool, _ line: String, code: Int32 = 1, saying what: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = try tool.run("export").output
    let outcome = try tool.shell(line)
    #expect(outcome.code == code, "\(outcome.errors)", sourceLocation: sourceLocation)
    let lines = outcome.errors.split(separator: "\n")
    #expect(
      lines.count == 1 && lines[0].hasPrefix("linkup: "), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(outcome.errors.contains(what), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(try tool.run("export").output == before, sourceLocation: sourceLocation)
  }

  @Test func `refuses files that are no contacts`() throws {
    let tool = try Village.imported()
    try refuse(
      tool, "linkup import missing.csv", saying: "missing.csv: cannot be read: there is no such file")
    try refuse(tool, "mkdir none; linkup import none", code: 1, saying: "there is no file")
    try refuse(tool, "touch empty.csv; linkup import empty.csv", code: 1, saying: "empty.csv: is empty")
    try refuse(
      tool, "printf 'PK\\x03\\x04\\x14\\x00\\x06\\x00' > sheet.csv; linkup import sheet.csv",
      code: 1, saying: "sheet.csv: is a ZIP archive without its end")
    try refuse(
      tool, "printf 'just a line of prose\\nand another\\n' > prose.csv; linkup import prose.csv",
      code: 1, saying: "prose.csv: ")
  }

  @Test func `refuses a field of a megabyte, and shortens what it shows of a long one`() throws {
    let tool = try Village.imported()
    try refuse(
      tool,
      "(printf 'name,needs\\nLong,'; head -c 1048576 /dev/zero | tr '\\0' a) > long.csv; linkup import long.csv",
      code: 2,
      saying: "long.csv:2: needs: has 1048576 bytes, which is more than the 65536 of a field; shorten it")
    let long = "$(head -c 65537 /dev/zero | tr '\\0' a)"
    for command in ["add \(long)", "add A --headline \(long)", "need tom \(long)", "offer tom \(long)"] {
      try refuse(tool, "linkup \(command)", saying: "has 65537 bytes")
    }
    let name = String(repeating: "Very Long Name ", count: 1000)
    let need = String(repeating: "website design for small shops ", count: 2000)
    tool.folder.write("name,needs\n\(name),\(need)\n", to: "name.csv")
    #expect(try tool.run("import", "name.csv").code == 0)
    for command in [
      ["match", "marc"], ["match", "--offer", "website design for small shops"], ["find", "very long"],
      ["why", "very", "marc"], ["why", "very", "zoe"],
    ] {
      let output = try tool.shell("linkup " + command.map { "'\($0)'" }.joined(separator: " ")).output
      #expect(output.contains("Very Long Name"), "\(command)")
      for line in output.split(separator: "\n") { #expect(line.count < 700, "\(command)") }
    }
  }

  @Test func `skips a bad record with its line, and takes the rest`() throws {
    let tool = try Village.imported()
    tool.folder.write("name,needs\nGood,a plumber\nBa\0d,x\nAlso good,a cook\n", to: "nul.csv")
    let outcome = try tool.run("import", "nul.csv")
    #expect(outcome.code == 2 && outcome.output.contains("3 read, 2 added"))
    #expect(outcome.errors.hasPrefix("linkup: nul.csv:3: "))
    tool.folder.write(
      #"{"id":"a","name":"A","needs":[{"text":"x","until":"31/12"}]}"# + "\n{]\n", to: "bad.jsonl")
    let json = try tool.run("import", "bad.jsonl")
    #expect(json.code == 2)
    #expect(
      json.errors.contains("bad.jsonl:1: ") && json.errors.contains("31/12")
        && json.errors.contains("bad.jsonl:2: "))
  }

  @Test func `changes nothing in a dry run, and makes no network for it`() throws {
    let tool = try Village.imported()
    let before = try tool.run("export").output
    tool.folder.write("name,headline\nNew,Cook\n", to: "new.csv")
    let outcome = try tool.run("import", "new.csv", "--dry-run")
    #expect(
      outcome.code == 0 && outcome.output.contains("1 added")
        && outcome.output.contains("nothing was changed"))
    #expect(try tool.run("export").output == before)
    #expect(try tool.run("import", "new.csv", "--dry-run", "--network", "none/there.sqlite").code == 0)
    #expect(!FileManager.default.fileExists(atPath: tool.folder.file("none")))
  }

  @Test func `makes no network of files without contacts, and one of a pipe with some`() throws {
    let tool = CommandLineTool()
    for (file, code) in [("empty", 1), ("header", 0), ("bad", 2), ("missing", 1)] as [(String, Int32)] {
      let outcome = try tool.shell(
        "touch empty; echo name,email > header; echo '{]' > bad; linkup import \(file) --network n.sqlite")
      #expect(outcome.code == code, "\(file): \(outcome.errors)")
      #expect(!FileManager.default.fileExists(atPath: tool.folder.file("n.sqlite")), "\(file)")
    }
    tool.folder.write(Village.jsonLines, to: "village.jsonl")
    for line in ["linkup import <(cat village.jsonl)", "cat village.jsonl | linkup import /dev/stdin"] {
      let outcome = try tool.shell(line + " --network n.sqlite")
      #expect(outcome.code == 0 && outcome.output.contains("5 read"), "\(outcome.errors)")
    }
  }

  @Test func `refuses networks that are none`() throws {
    let tool = try Village.imported()
    tool.folder.write(String(repeating: "no database ", count: 100), to: "text.sqlite")
    for command in ["match", "export", "find x", "report", "need claire x", "import village.jsonl"] {
      try refuse(tool, "linkup \(command) --network text.sqlite", saying: "text.sqlite: ")
    }
    try refuse(tool, "linkup match --network .", saying: "is a directory")
    try refuse(tool, "linkup match --network missing.sqlite", saying: "missing.sqlite")
    #expect(!FileManager.default.fileExists(atPath: tool.folder.file("missing.sqlite")))
  }

  @Test func `says that nothing was changed when the disk is full`() throws {
    let tool = try Village.imported()
    // A limit on the size of files stands in for a full disk; it needs no rights.
    tool.folder.write(
      (0..<20_000).map { "{\"name\":\"Contact \($0)\",\"needs\":[\"need number \($0)\"]}\n" }.joined(),
      to: "many.jsonl")
    try refuse(tool, "trap '' XFSZ; ulimit -f 200; linkup import many.jsonl", saying: "network.sqlite")
  }

  @Test func `makes a network as a whole or not at all when the disk is full`() throws {
    var tool = CommandLineTool()
    tool.environment["LINKUP_NETWORK"] = "new.sqlite"
    for blocks in [0, 4, 8, 12, 40, 80] {
      let outcome = try tool.shell("trap '' XFSZ; ulimit -f \(blocks); linkup add Anne 2> /dev/null")
      #expect(outcome.code == 1)
      #expect(try tool.shell("ls").output == "", "\(blocks) blocks")
    }
    #expect(try tool.run("add", "Anne").code == 0)
  }

  @Test func `makes one network of six processes at once`() throws {
    let tool = CommandLineTool()
    for round in 0..<20 {
      let outcome = try tool.shell(
        "for n in 1 2 3 4 5 6; do linkup add Contact$n --network \(round).sqlite > out$n & pids+=\" $!\"; done; "
          + "for pid in $pids; do wait $pid || exit 1; done; linkup export --network \(round).sqlite | wc -l")
      #expect(outcome.code == 0 && outcome.output == "6\n" && outcome.errors.isEmpty, "\(outcome.errors)")
    }
  }

  @Test func `tells a wrong command line from a failure`() throws {
    let tool = try Village.imported()
    for line in [
      "linkup match --limit 0", "linkup match --as-of yesterday", "linkup join a", "linkup nonsense",
      "linkup report --week 2026-W60", "linkup need claire ''", "linkup match --need a --offer b",
      "linkup add ' '",
    ] {
      let outcome = try tool.shell(line)
      #expect(outcome.code == 64 && outcome.output.isEmpty && !outcome.errors.isEmpty, "\(line)")
    }
  }

  @Test(arguments: [
    ("match --limit -1", "--limit is -1; it must be 1 or more."),
    ("match -n -1", "--limit is -1; it must be 1 or more."),
    ("join a b --limit -1", "--limit is -1; it must be 1 or more."),
    (
      "join a b --similarity words --approximate",
      "--approximate is for --similarity semantic or hybrid; words is always exact."
    ),
    ("match --threads -1", "--threads is -1; it must be 1…1024."),
    ("add Anne --capacity -1", "--capacity is -1; it must be 0 or more."),
    ("match --as-of 2026-02-30", "There is no such day; write it as 2026-11-23."),
    ("need tom x --until tomorrow", "There is no such day; write it as 2026-11-23."),
    ("match --network ''", "--network is empty; give the network file, or leave it out."),
  ])
  func `says what is wrong with the command line`(line: String, what: String) throws {
    let outcome = try Village.imported().shell("linkup \(line)")
    #expect(
      outcome.code == 64 && outcome.output.isEmpty && outcome.errors.contains(what), "\(outcome.errors)")
  }

  @Test func `is quiet when the reader goes away`() throws {
    let tool = try Village.imported()
    let outcome = try tool.shell(
      "linkup export | true; linkup match | head -n 1 > first; linkup match >&-; true")
    #expect(!outcome.errors.contains("pipe") && outcome.code == 0)
  }

  @Test func `reports a full disk behind standard output`() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let outcome = try Village.imported().shell("linkup export > /dev/full")
    #expect(outcome.code == 1 && outcome.errors.contains("the answer is not complete"))
  }

  @Test func `fails as it would otherwise where nobody can read the reason`() throws {
    let tool = try Village.imported()
    for standardError in ["2>&-", "2> /dev/full", "2> >(true)"] {
      #expect(try tool.shell("linkup why nobody tom \(standardError)").code == 1, "\(standardError)")
    }
  }

  @Test func `shows hostile names without letting them act on the terminal`() throws {
    let tool = try Village.imported()
    tool.folder.write(
      #"{"id":"h","name":"\u001b[31mEvil\u202Eeman","needs":["website design\nfor \u0007 shops"]}"# + "\n",
      to: "evil.jsonl")
    #expect(try tool.run("import", "evil.jsonl").code == 0)
    let match = try tool.run("match", "h").output
    #expect(match.contains("Evil"))
    for scalar in match.unicodeScalars where scalar != "\n" {
      #expect(scalar.properties.generalCategory != .control && scalar != "\u{202E}")
    }
    #expect(try tool.run("match", "--color", "always").output.contains("\u{1B}[1m"))
  }

  @Test func `keeps the network to its owner`() throws {
    let tool = try Village.imported()
    let mode = try tool.shell("stat -c %a network.sqlite").output
    #expect(mode == "600\n")
  }
}
