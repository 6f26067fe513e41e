import Foundation
import Matchmaking
import NetworkStore
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
    let model = try SemanticModel().name
    func encodings() throws -> Encodings {
      try NetworkStore(path: network, access: .reading).encodings(of: model)
    }
    let kept = try encodings()
    #expect(kept.vectors.count >= 10)
    // What an interrupted import left unread is read by the next one, though it changes nothing.
    try NetworkStore(path: network, access: .editing).forget(allBut: Encodings())
    #expect(try encodings().vectors.isEmpty)
    #expect(try tool.run("import", "village.jsonl").output.contains("5 unchanged"))
    #expect(try encodings() == kept)
    // What can be no vector is not trusted.
    let damaged = kept.vectors.mapValues { _ in [Int8](repeating: 0, count: 384) }
    #expect(Encodings(model: model, vectors: damaged).vectors.isEmpty)
    try FileManager.default.copyItem(atPath: network, toPath: copy)
    try FileManager.default.setAttributes([.posixPermissions: 0o400], ofItemAtPath: copy)
    #expect(try tool.run("match", "--format", "jsonl", "--network", copy).output == plain)
  }

  @Test func `finds rides and a plumber among a hundred offers, and nothing for a lone shingle`() throws {
    let tool = CommandLineTool()
    let topics = CommandLineTool.repository.appendingPathComponent("data/eval/topics-en-fr/topics.tsv")
    let offers = try String(contentsOf: topics, encoding: .utf8).split(separator: "\n")
      .flatMap { $0.split(separator: "\t").suffix(2) }
    tool.folder.write(
      (["errands and transportation", "certified plumber"] + offers).enumerated()
        .map { "\($0)\t\($1)\n" }.joined(), to: "offers.tsv")
    tool.folder.write("1\tRides\n2\tmon évier fuit\n3\tUnwanted Shingle\n4\t🙂\n5\t\n", to: "needs.tsv")
    let rows = try tool.run("join", "needs.tsv", "offers.tsv").output.split(separator: "\n").map {
      $0.split(separator: "\t")
    }
    let found = rows.filter { Double($0[2])! >= Settings.standard.minimumRelevanceForText }.map { $0[0...1] }
    // Rides; the French plumber, and the one of English; for the shingle nothing, nor for what has no letters.
    #expect(found == [["1", "0"], ["2", "3"], ["2", "1"]])
    #expect(!rows.contains { ["4", "5"].contains($0[0]) })
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
