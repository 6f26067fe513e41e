import Foundation
import TestSupport
import Testing

/// Fields that other programs read: frozen.
@Suite struct MachineOutputTests {
  @Test func `keeps the fields of match`() throws {
    let tool = try Village.imported()
    let header =
      "rank,score,needBy,needByName,need,offerBy,offerByName,offer,relevance,wordsInCommon,"
      + "needVisibility,needBasis,offerVisibility,offerBasis,kind\n"
    #expect(try tool.run("match", "--format", "csv").output.hasPrefix(header))
    let lines = try tool.run("match", "--format", "jsonl").output.split(separator: "\n")
    let fields = try Self.keys(lines[0])
    #expect(fields == header.dropLast().split(separator: ",").map(String.init).sorted())
    let array = try JSONSerialization.jsonObject(
      with: Data(try tool.run("match", "--format", "json").output.utf8))
    #expect((array as? [Any])?.count == lines.count)
  }

  @Test func `keeps the fields of find and why`() throws {
    let tool = try Village.imported()
    let header = "contact,name,field,text,similarity,visibility,basis,state,until\n"
    #expect(try tool.run("find", "zoe", "--format", "csv").output.hasPrefix(header))
    for text in ["zoe", "website"] {
      let found = try tool.run("find", text, "--format", "jsonl").output.split(separator: "\n")
      #expect(
        try Self.keys(#require(found.first))
          == header.dropLast().split(separator: ",").map(String.init).sorted())
    }
    #expect(
      try Self.keys(tool.run("why", "marc", "nadia", "--format", "jsonl").output[...])
        == ["explanation", "first", "isProposed", "matches", "obstacles", "score", "second"])
    let csv = try tool.run("why", "marc", "nadia", "--format", "csv")
    #expect(csv.code == 1 && csv.errors.contains("use --format json"))
  }

  @Test func `joins two files as other programs expect it`() throws {
    let tool = CommandLineTool()
    tool.folder.write("n2\tgarden help\nn1\tplumber\nn3\txyzzy\n", to: "needs.tsv")
    tool.folder.write("b\tplumber\na\tplumber\nc\tgardening, garden work\n", to: "offers.tsv")
    for similarity in ["words", "lexical"] {
      let rows = try tool.run("join", "needs.tsv", "offers.tsv", "--similarity", similarity).output
        .split(separator: "\n").map { $0.split(separator: "\t") }
      #expect(rows.map { "\($0[0]) \($0[1])" } == ["n2 c", "n1 a", "n1 b"])
      for row in rows {
        #expect(row[2].count == 8 && row[2].hasPrefix("0."))
      }
    }
    #expect(
      try tool.run("join", "needs.tsv", "offers.tsv", "--similarity", "lexical", "--limit", "1").output
        .split(separator: "\n").count == 2)
    tool.folder.write(#"{"id":"n1","text":"plumber"}"# + "\n", to: "needs.jsonl")
    let objects = try tool.run("join", "needs.jsonl", "offers.tsv", "--limit", "1", "--format", "jsonl")
      .output
    #expect(objects.hasPrefix(#"{"need":"n1","offer":"a","score":0."#))
    #expect(try tool.run("join", "-", "offers.tsv", input: "q\tplumber\n").output.hasPrefix("q\ta\t0."))
    tool.folder.write("q\tmon évier fuit\n", to: "french.tsv")
    #expect(try tool.run("join", "french.tsv", "offers.tsv", "--similarity", "words").output.isEmpty)
    for similarity in ["semantic", "hybrid"] {
      let join = "linkup join french.tsv offers.tsv --similarity \(similarity) --limit 1"
      let found = try tool.shell(join)
      #expect(found.code == 0 && found.output.hasPrefix("q\ta\t0."))
      #expect(try tool.shell("\(join) --approximate").output == found.output)
      // Among so few nothing is to be missed.
      let all = "linkup join needs.tsv offers.tsv --similarity \(similarity)"
      #expect(try tool.shell("\(all) --approximate").output == tool.shell(all).output)
    }
    tool.folder.write("n1\tplumber\nno tab here\nn1\tagain\n", to: "bad.tsv")
    let partly = try tool.run("join", "bad.tsv", "offers.tsv")
    #expect(partly.code == 2 && !partly.output.isEmpty)
    #expect(
      partly.errors.contains("bad.tsv:2: there is no tab")
        && partly.errors.contains("bad.tsv:3: the id 'n1' stands twice"))
  }

  @Test func `joins files that come in many pieces`() throws {
    let tool = CommandLineTool()
    let text = String(repeating: "garden ", count: 200)
    // Three megabytes, so that lines are cut anywhere; a byte order mark and ends of two kinds.
    let needs = (0..<2200).map { "n\($0)\t\(text)\($0.isMultiple(of: 3) ? "\r\n" : "\n")" }.joined()
    tool.folder.write("\u{FEFF}" + needs, to: "needs.tsv")
    tool.folder.write("b\tgarden\nc\tgarden\n\na\tgarden\nb\tgarden\nno tab\nd\tgarden", to: "offers.tsv")
    let expected = (0..<2200).flatMap { need in ["a", "b", "c", "d"].map { "n\(need) \($0)" } }
    for threads in ["1", "2", "3"] {
      let run = try tool.run("join", "needs.tsv", "offers.tsv", "--similarity", "words", "--threads", threads)
      let rows = run.output.split(separator: "\n").map { $0.split(separator: "\t") }
      #expect(rows.map { "\($0[0]) \($0[1])" } == expected)
      #expect(run.code == 2)
      #expect(
        run.errors.contains("offers.tsv:5: the id 'b' stands twice")
          && run.errors.contains("offers.tsv:6: there is no tab"))
    }
    #expect(
      try tool.run("join", "-", "offers.tsv", "--similarity", "words", "--limit", "1", input: needs).output
        .split(separator: "\n").count == 2200)
  }

  private static func keys(_ line: Substring) throws -> [String] {
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return try #require(object).keys.sorted()
  }
}
