import Foundation
import TestSupport
import Testing

/// What the gazetteer does for a user, and what happens without it.
@Suite struct PlacesTests {
  private static func neighbours() throws -> CommandLineTool {
    var tool = CommandLineTool()
    tool.environment["LINKUP_NETWORK"] = tool.folder.file("network.sqlite")
    tool.folder.write(
      """
      {"id":"anne","name":"Anne Roy","place":"31000 Toulouse","needs":["a cat sitter for August"]}
      {"id":"bruno","name":"Bruno Lac","place":{"locality":"Blagnac","country":"FR"},"offers":["cat sitter"]}
      {"id":"carla","name":"Carla Key","place":{"locality":"Londres","country":"GB"},"offers":["cat sitter"]}

      """, to: "neighbours.jsonl")
    try tool.run("import", "neighbours.jsonl")
    return tool
  }

  @Test func `suggests the cat sitter next door, and says how far`() throws {
    let tool = try Self.neighbours()
    let matched = try tool.run("match", "anne", "--format", "csv", "--limit", "1")
    #expect(matched.output.contains("bruno") && matched.errors.isEmpty)
    let near = try tool.run("why", "anne", "bruno").output
    #expect(near.contains("0.726  5.6 km apart (Toulouse – Blagnac); hands-on help, half at 15 km\n"))
    let far = try tool.run("why", "anne", "carla").output
    #expect(far.contains("0.250  887 km apart (Toulouse – London); hands-on help"))
  }

  @Test func `goes on by name, with one line, where the gazetteer is missing or damaged`() throws {
    var tool = try Self.neighbours()
    let places = CommandLineTool.repository.appendingPathComponent("data/places/places.lkm")
    var bytes = try Data(contentsOf: places)
    bytes[bytes.count / 2] ^= 1
    tool.folder.write(bytes, to: "places.lkm")
    for (folder, complaint) in [("/nowhere", "/nowhere/places.lkm"), (tool.folder.path, "is damaged")] {
      tool.environment["LINKUP_PLACES"] = folder
      let why = try tool.run("why", "bruno", "carla")
      #expect(why.code == 0)
      #expect(why.errors.split(separator: "\n").count == 1)
      #expect(why.errors.contains(complaint) && why.errors.contains("comparing places by name"))
      #expect(try tool.run("why", "anne", "bruno").output.contains("1.000  the distance isn't known"))
      let matched = try tool.run("match", "--format", "jsonl")
      #expect(matched.code == 0 && matched.output.contains("anne"))
    }
  }
}
