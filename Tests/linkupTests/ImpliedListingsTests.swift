import TestSupport
import Testing

/// What is read out of notes, from the import to the page.
@Suite struct ImpliedListingsTests {
  private static func tool() throws -> CommandLineTool {
    var tool = CommandLineTool()
    tool.environment["LINKUP_NETWORK"] = tool.folder.file("network.sqlite")
    tool.folder.write(
      """
      {"id":"me","name":"Me","host":true}
      {"id":"ann","name":"Ann Lee","notes":"Met at Rotary. She is looking for a piano teacher. Her son cheats."}
      {"id":"bo","name":"Bo Wu","notes":"Donne des cours de piano."}

      """, to: "notes.jsonl")
    try tool.run("import", "notes.jsonl")
    return tool
  }

  @Test func `shows a match's words as the notes have them, and says that they are private`() throws {
    let tool = try Self.tool()
    let origin = "(implied, from notes: “She is looking for a piano teacher”, private)"
    let match = try tool.run("match").output
    #expect(match.contains("Ann Lee needs “a piano teacher” \(origin)"))
    let why = try tool.run("why", "ann", "bo").output
    #expect(why.contains("the need from notes: “She is looking for a piano teacher”"))
    for page in [match, why, try tool.run("report").output] {
      #expect(!page.contains("Rotary") && !page.contains("cheats"), "the rest of a note is nobody's business")
    }
  }

  @Test func `comes back from an export as it was, and makes no statement of a note in a table`() throws {
    let tool = try Self.tool()
    let exported = try tool.run("export").output
    tool.folder.write(exported, to: "exported.jsonl")
    try tool.run("import", "exported.jsonl", "--network", "other.sqlite")
    #expect(try tool.run("export", "--network", "other.sqlite").output == exported)
    tool.folder.write(try tool.run("export", "--format", "csv").output, to: "exported.csv")
    try tool.run("import", "exported.csv", "--network", "third.sqlite")
    let third = try tool.run("export", "--network", "third.sqlite").output
    #expect(third.contains(#""text":"a piano teacher","basis":"implied","source":"notes""#))
    #expect(third.contains(#""visibility":"private""#))
  }

  @Test func `reads the notes of a contact added by hand, and lets the host keep a need`() throws {
    let tool = try Self.tool()
    try tool.run("add", "Cy Orr", "--id", "cy", "--notes", "Cherche un local.")
    #expect(try tool.run("export").output.contains(#""text":"un local","basis":"implied","source":"notes""#))
    try tool.run("need", "cy", "un local", "--state", "met")
    let kept = try tool.run("export").output
    #expect(kept.contains(#""text":"un local","basis":"implied","evidence":"Cherche un local""#))
    tool.folder.write(#"{"id":"cy","notes":"Parti à Pau."}"#, to: "news.jsonl")
    try tool.run("import", "news.jsonl")
    #expect(try tool.run("export").output.contains(#""text":"un local""#))
  }

  @Test func `doesn't repeat by a headline what the contact states`() throws {
    let tool = try Self.tool()
    tool.folder.write(
      """
      {"id":"cy","name":"Cy Orr","headline":"Beekeeper, swarms","offers":["beekeeper for swarms and hives"]}
      {"id":"di","name":"Di Ray","needs":["a beekeeper for a swarm"]}
      {"id":"ed","name":"Ed Fox","headline":"Beekeeper, swarms"}

      """, to: "bees.jsonl")
    try tool.run("import", "bees.jsonl")
    let match = try tool.run("match").output
    #expect(match.contains("Cy Orr offers “beekeeper for swarms and hives”"))
    #expect(!match.contains("Cy Orr offers “Beekeeper, swarms”"))
    let answers = try tool.run("match", "--need", "beekeeper for a swarm", "--format", "csv").output
    #expect(answers.contains("beekeeper for swarms and hives") && answers.contains("ed,Ed Fox"))
    #expect(!answers.contains("cy,Cy Orr,\"Beekeeper, swarms\""))
    #expect(match.contains("Ed Fox offers “Beekeeper, swarms” (implied, from the headline)"))
  }
}
