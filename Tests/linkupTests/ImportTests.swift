import Foundation
import TestSupport
import Testing

/// What a user sees of importing, merging and taking back.
@Suite struct ImportTests {
  private func export(_ tool: CommandLineTool) throws -> String { try tool.run("export").output }

  @Test func `takes an import back by its number`() throws {
    let tool = try Village.imported()
    let before = try export(tool)
    tool.folder.write("name,email,needs\nPaul,paul@example.org,a bike\nTom Baker,,a kiln\n", to: "more.csv")
    let outcome = try tool.run("import", "more.csv")
    #expect(outcome.output.hasSuffix("To take this back: linkup import --undo 2\n"))
    #expect(try tool.run("import", "more.csv").output.contains("2 unchanged"))
    #expect(!(try tool.run("import", "more.csv").output.contains("To take this back")))
    #expect(try tool.run("import", "--list").output.split(separator: "\n").count == 2)
    #expect(try tool.run("import", "--undo", "2").output.contains("is taken back"))
    #expect(try export(tool) == before)
    let again = try tool.run("import", "--undo", "2")
    #expect(again.code == 1 && again.errors.contains("there is no import 2 that could be taken back"))
  }

  @Test func `shows in a dry run what would change, and changes nothing`() throws {
    let tool = try Village.imported()
    let before = try export(tool)
    tool.folder.write(
      "{\"id\":\"zoe\",\"headline\":\"Fleuriste\",\"emails\":[\"zoe@example.org\"],\"knows\":[\"tom\"]}\n{\"id\":\"paul\",\"name\":\"Paul\",\"needs\":[\"a bike\"]}\n",
      to: "new.jsonl")
    let lines = try tool.run("import", "new.jsonl", "--dry-run").output.split(separator: "\n").map(
      String.init)
    #expect(lines.contains("+ Paul (paul): + need 'a bike'"))
    #expect(
      lines.contains {
        $0.hasPrefix(
          "~ Zoé Lacaze (zoe): headline 'Maraîchère bio' → 'Fleuriste'; emails + 'zoe@example.org'")
      })
    #expect(lines.contains("+ tie: Tom Baker and Zoé Lacaze, acquaintance"))
    #expect(try export(tool) == before)
  }

  @Test(arguments: [
    (#""name":"Zoé Durand""#, "~ Zoé Durand (zoe): name 'Zoé Lacaze' → 'Zoé Durand'"),
    (#""place":{"locality":"Albi","region":"Tarn"}"#, "→ 'Albi, Tarn'"),
    (#""sponsor":"tom""#, "sponsor none → 'Tom Baker'"), (#""capacity":7"#, "capacity none → '7'"),
    (#""lastContact":"2026-10-01""#, "last contact none → '2026-10-01'"),
    (#""doNotIntroduce":["tom"]"#, "not to be introduced to none → 'Tom Baker'"),
    (#""doNotIntroduce":true"#, "not to be introduced to none → 'anybody'"),
    (#""aliases":["zozo"]"#, "other ids + 'zozo'"),
    (#""birthday":"--05-04""#, "birthday none → '\"--05-04\"'"),
    (
      #""knows":[{"contact":"tom","kind":"kin","since":"2001-02-03"}]"#,
      "tie: Tom Baker and Zoé Lacaze, kin since 2001-02-03"
    ),
    (#""groups":["Chœur"]"#, "+ group Chœur: Zoé Lacaze"),
    (
      #""interactions":[{"with":"tom","kind":"call","date":"2026-10-01"}]"#,
      "+ 1 interaction: Tom Baker and Zoé Lacaze"
    ),
    (
      #""introductions":[{"with":"tom","state":"made","on":"2026-10-01","since":"2026-09-01"}]"#,
      "introduction: Tom Baker and Zoé Lacaze, "
    ),
    (#""thanks":[{"to":"tom","date":"2026-10-01"}]"#, "+ thanks: Zoé Lacaze and Tom Baker, 2026-10-01"),
    (#""offers":["honey"]"#, "+ offer 'honey'"),
    (#""needs":[{"text":"tea","visibility":"private","state":"paused"}]"#, "+ need 'tea' (private, paused)"),
  ])
  func `has a line in a dry run for whatever an import changes`(fields: String, line: String) throws {
    let tool = try Village.imported()
    tool.folder.write("{\"id\":\"zoe\",\(fields)}\n", to: "new.jsonl")
    let dry = try tool.run("import", "new.jsonl", "--dry-run")
    #expect(dry.output.contains(line), "\(dry.output)\(dry.errors)")
    #expect(try tool.run("import", "new.jsonl").output.contains("1 updated"))
    let again = try tool.run("import", "new.jsonl", "--dry-run")
    #expect(again.output.split(separator: "\n").count == 2 && again.output.contains("1 unchanged"))
  }

  /// The first import has seen that there is no network once it reads the pipe; a file takes the pipe's place meanwhile.
  @Test func `keeps what another process put into a network that both make`() throws {
    let tool = try Village.imported()
    tool.folder.write("name,email\nAnna,a@x.example\n", to: "one.csv")
    tool.folder.write("name,email\nBo,b@x.example\n", to: "two.csv")
    let outcome = try tool.shell(
      """
      mkfifo late; linkup import late --network new.sqlite & exec 3>late
      linkup import two.csv --network new.sqlite
      rm late; cp one.csv late; cat one.csv >&3; exec 3>&-; wait; linkup export --network new.sqlite
      """)
    #expect(outcome.output.contains("\"Anna\"") && outcome.output.contains("\"Bo\""), "\(outcome)")
  }

  @Test func `merges and unmerges exactly`() throws {
    let tool = try Village.imported()
    try tool.run("tie", "tom", "nadia", "--kind", "friend")
    try tool.run("log", "tom", "--on", "2026-11-01")
    let before = try export(tool)
    let merged = try tool.run("merge", "zoe", "tom")
    #expect(merged.output == "'tom' is 'zoe' now (Zoé Lacaze). To take it back: linkup unmerge tom\n")
    #expect(try tool.run("need", "tom", "a kiln").code == 0, "the other name still finds it")
    #expect(try export(tool).contains("\"aliases\":[\"tom\"]"))
    #expect(try tool.run("unmerge", "tom").code == 0)
    let after = try export(tool)
    #expect(after.contains("a kiln") && after.contains("\"id\":\"tom\""))
    try tool.run("need", "zoe", "a kiln", "--state", "withdrawn")
    #expect(try tool.run("unmerge", "tom").code == 1)
    #expect(try tool.run("merge", "zoe", "zoe").errors.contains("name two contacts"))
    let clean = try Village.imported()
    let whole = try export(clean)
    try clean.run("merge", "nadia", "marc")
    try clean.run("unmerge", "nadia")
    #expect(try export(clean) == whole)
    #expect(!before.isEmpty)
  }

  @Test func `loses nothing when merges are taken back in another order`() throws {
    let tool = try Village.imported()
    tool.folder.write(
      """
      {"id":"a","name":"Anna Roux","knows":[{"contact":"d","kind":"friend"}],"doNotIntroduce":["d"],"interactions":[{"date":"2026-01-03","kind":"call","with":"d"}],"introductions":[{"with":"d","state":"made","on":"2026-02-04"}],"thanks":[{"to":"d","date":"2026-01-01","for":"x"}]}
      {"id":"d","name":"Dan Lac","groups":["Loge"]}
      {"id":"e","name":"A Roux"}
      {"id":"g","name":"D Lac"}

      """, to: "x.jsonl")
    try tool.run("import", "x.jsonl")
    let before = try export(tool)
    for merge in [["g", "d"], ["e", "a"]] { #expect(try tool.run("merge", merge[0], merge[1]).code == 0) }
    let merged = try export(tool)
    let early = try tool.run("unmerge", "d")
    #expect(early.code == 1 && early.errors.hasSuffix("'a into e'; first: linkup unmerge a\n"), "\(early)")
    #expect(try export(tool) == merged)
    for who in ["a", "d"] { #expect(try tool.run("unmerge", who).code == 0) }
    #expect(try export(tool) == before)
    // A chain, and the one that is named.
    try tool.run("merge", "e", "d")
    try tool.run("merge", "g", "e")
    let chain = try tool.run("unmerge", "d")
    #expect(chain.code == 1 && chain.errors.hasSuffix("first: linkup unmerge e\n"), "\(chain)")
    for who in ["e", "d"] { #expect(try tool.run("unmerge", who).code == 0) }
    #expect(try export(tool) == before)
    // A group that has gone with its last member, and what the host types since.
    try tool.run("merge", "e", "d")
    try tool.run("group", "Loge", "e", "--remove")
    try tool.run("tie", "e", "a", "--kind", "kin")
    #expect(try tool.run("unmerge", "d").code == 0)
    let after = try export(tool)
    #expect(after.contains("\"id\":\"d\",\"name\":\"Dan Lac\"") && after.contains("Loge"))
    #expect(after.contains("\"kind\":\"kin\""))
  }

  @Test func `says whom it took for the host by a profile, which may be a friend's`() throws {
    let tool = CommandLineTool()
    tool.folder.write(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:foaf="http://xmlns.com/foaf/0.1/">
      <foaf:PersonalProfileDocument rdf:about=""><foaf:maker rdf:resource="#me"/></foaf:PersonalProfileDocument>
      <foaf:Person rdf:ID="me"><foaf:name>Ida Roux</foaf:name></foaf:Person></rdf:RDF>
      """, to: "ida.rdf")
    let read = try tool.run("import", "ida.rdf", "--network", "n.sqlite")
    #expect(read.errors.contains("took Ida Roux for you") && read.code == 0, "\(read.errors)")
    #expect(try tool.run("import", "ida.rdf", "--network", "n.sqlite").errors.isEmpty)
  }

  @Test func `asks nothing without a terminal, but says what it guessed`() throws {
    let tool = try Village.imported()
    tool.folder.write("Nom,Ce que vous cherchez\nPaul,un vélo\n", to: "club.csv")
    let outcome = try tool.run("import", "club.csv")
    #expect(outcome.code == 0 && outcome.errors.contains("took the column 'Ce que vous cherchez' for needs"))
    #expect(try tool.run("import", "club.csv", "--map", "nonsense=Nom").code == 64)
  }

  /// Once everything is stored and said, only the reading of texts is left to interrupt.
  @Test func `leaves the network as it was when it is interrupted, or has stored everything`() throws {
    let tool = try Village.imported()
    let before = try export(tool)
    let rows = (0..<60_000).map { "Name \($0),n\($0)@example.org,a thing \($0)\n" }.joined()
    tool.folder.write("name,email,needs\n" + rows, to: "big.csv")
    var untouched = 0
    for seconds in ["0.1", "0.3", "0.6", "1", "1.5"] {
      let outcome = try tool.shell("timeout -s KILL \(seconds) linkup import big.csv")
      #expect(outcome.code != 0)
      let after = try export(tool)
      if after == before {
        untouched += 1
      } else {
        #expect(lines(after) == lines(before) + 60_000, "after \(seconds) s")
        let number = try tool.run("import", "--list").output.prefix { $0 != " " }
        #expect(try tool.run("import", "--undo", String(number)).code == 0)
        #expect(try export(tool) == before)
      }
    }
    #expect(untouched > 0)
  }

  private func lines(_ text: String) -> Int { text.split(separator: "\n").count }

  @Test func `writes every format, and reads each back`() throws {
    let tool = try Village.imported()
    for format in ["jsonl", "csv", "vcard", "jsonld", "murmurations"] {
      let outcome = try tool.shell("linkup export --format \(format) > out.\(format)")
      #expect(outcome.code == 0, "\(format)")
      if format == "murmurations" { continue }
      let read = try tool.shell("linkup import out.\(format) --network back-\(format).sqlite")
      #expect(read.code == 0 && read.output.contains("5 added"), "\(format): \(read.output) \(read.errors)")
    }
  }
}
