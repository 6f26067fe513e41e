import Foundation
import TestSupport
import Testing

/// What the models do for a user, and what happens without them.
@Suite struct ModelTests {
  @Test func `goes on by letters, with one line, where the models are missing or damaged`() throws {
    var tool = try Village.imported()
    tool.folder.write("q\tmon évier fuit\n", to: "needs.tsv")
    tool.folder.write("a\tcertified plumber\n", to: "offers.tsv")
    let damaged = tool.folder.file("damaged")
    try FileManager.default.copyItem(
      atPath: CommandLineTool.repository.appendingPathComponent("data/models").path, toPath: damaged)
    let file = URL(fileURLWithPath: damaged + "/head.lkm")
    var bytes = try Data(contentsOf: file)
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: file)
    for (folder, complaint) in [("/nowhere", "/nowhere"), (damaged, "head.lkm")] {
      let matched = try tool.run("match", "--need", "accounts and invoices", "--model", folder)
      #expect(matched.code == 0 && matched.output.contains("Nadia Haddad"))
      #expect(matched.errors.split(separator: "\n").count == 1)
      #expect(matched.errors.contains(complaint) && matched.errors.contains("comparing letters alone"))
      // What asks for meaning alone can't do without.
      let joined = try tool.run(
        "join", "needs.tsv", "offers.tsv", "--similarity", "semantic", "--model", folder)
      #expect(joined.code == 1 && joined.output.isEmpty && joined.errors.contains(complaint))
    }
    tool.environment["LINKUP_MODEL"] = "/nowhere"
    #expect(try tool.run("find", "accounts").errors.contains("/nowhere"))
    let folder = CommandLineTool.repository.appendingPathComponent("data/models").path
    #expect(try tool.run("find", "accounts", "--model", folder).errors.isEmpty)
  }

  @Test func `reads each text once, and keeps what it read in the network`() throws {
    let tool = try Village.imported()
    let copy = tool.folder.file("copy.sqlite")
    let plain = try tool.run("match", "--format", "jsonl").output
    #expect(try tool.run("match", "--format", "jsonl").output == plain)
    let network = tool.folder.file("network.sqlite")
    let count = try tool.shell("sqlite3 '\(network)' 'SELECT count(*) FROM encoding'")
    if count.code == 0 {
      let before = try #require(Int(count.output.split(separator: "\n")[0]))
      try tool.run("import", "village.jsonl")
      try tool.run("match")
      #expect(
        try tool.shell("sqlite3 '\(network)' 'SELECT count(*) FROM encoding'").output == "\(before)\n")
    }
    try FileManager.default.copyItem(atPath: network, toPath: copy)
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: copy)
    #expect(try tool.run("match", "--format", "jsonl", "--network", copy).output == plain)
  }

  @Test func `finds by meaning, across languages`() throws {
    let tool = try Village.imported()
    let found = try tool.run("find", "who knows about bookkeeping", "--limit", "1").output
    #expect(found.hasPrefix("Nadia Haddad"))
    #expect(try tool.run("find", "comptabilité", "--limit", "1").output.hasPrefix("Nadia Haddad"))
    let why = try tool.run("match", "--need", "un site internet", "--limit", "1").output
    #expect(why.contains("Marc Delpech") && why.contains(" ~ "))
  }
}
