import Foundation
import TestSupport
import Testing

/// The traps of `data/sample/README.md`: what must not be proposed, and why.
@Suite struct SampleNetworkTests {
  private static func sample() throws -> CommandLineTool {
    var tool = CommandLineTool()
    tool.environment["LINKUP_NETWORK"] = tool.folder.file("network.sqlite")
    let file = CommandLineTool.repository.appendingPathComponent("data/sample/toulouse.jsonl").path
    #expect(try tool.run("import", file).code == 0)
    return tool
  }

  @Test(arguments: [
    ("bob-mckenna", "robert-mckenna", "they look like the same person: both have bob.mckenna@example.org"),
    ("jerome-lacoste", "mathieu-lacoste", "they know each other: kin"),
    ("thomas-lafitte", "ingrid-neumann", "they know each other: colleague"),
    (
      "christophe-amiel", "jacques-verdier",
      "Jacques Verdier declined on 2026-09-30; not again before 2027-09-30"
    ),
    (
      "ludovic-barthe", "mission-locale-nord",
      "an introduction of 2026-10-20 is made; not again before 2027-10-20"
    ),
    ("bruno-cassagne", "luc-sabatier", "Bruno Cassagne is not to be introduced to the other"),
    ("philippe-aubrac", "emma-whitfield", "Philippe Aubrac is the host"),
    // Their listings have lapsed or are paused, so that nothing is left to match.
    ("martine-astruc", "celine-roudil", "neither offers what the other needs"),
    ("martine-astruc", "celine-roudil", "Martine Astruc's need isn't looked at, since it is past 2026-08-"),
    ("arthur-gleyzes", "rose-marie-sol", "Rose-Marie Sol's offer isn't looked at, since it is paused: "),
    // One word, two meanings.
    ("eric-puech", "rosa-fuentes", "the best match is too weak"),
    ("remi-cazaux", "sofia-marin", "the best match is too weak"),
    ("priya-nair", "credit-du-canal", "the best match is too weak"),
    ("james-okafor", "demenagements-garrigue", "the best match is too weak"),
    ("marthe-eychenne", "geraldine-sire", "Marthe Eychenne is not to be introduced to the other"),
  ])
  func `does not fall for a trap, and says why`(one: String, other: String, reason: String) throws {
    let tool = try Self.sample()
    let why = try tool.run("why", one, other, "--as-of", "2026-11-23")
    #expect(why.code == 0)
    #expect(
      why.output.contains(": not proposed\n") && why.output.contains("  because \(reason)"), "\(why.output)")
    let rows = try tool.run("match", "--as-of", "2026-11-23", "--limit", "1000", "--format", "jsonl").output
      .split(separator: "\n")
    #expect(rows.count > 40)
    for row in rows { #expect(!(row.contains("\"\(one)\"") && row.contains("\"\(other)\""))) }
  }

  @Test func `proposes the pair whose lapsed need leaves another that stands`() throws {
    let output = try Self.sample().run("match", "--as-of", "2026-11-23", "--limit", "1000").output
    #expect(output.contains("Denise Rouanet needs “taille de ma haie avant l'hiver, petit jardin”"))
    #expect(!output.contains("remplir ma déclaration"))
  }

  @Test func `gives the popular accountant no more than he takes`() throws {
    let tool = try Self.sample()
    let rows = try tool.run("match", "--as-of", "2026-11-23", "--limit", "1000", "--format", "csv").output
      .split(separator: "\n").filter { $0.contains("marc-delpech") }
    let ranks = Set(rows.compactMap { $0.split(separator: ",").first })
    #expect(ranks.count == 2)
  }

  @Test func `shows nobody's notes`() throws {
    let tool = try Self.sample()
    let output =
      try tool.run("match", "--limit", "1000").output + tool.run("report", "--as-of", "2026-11-23").output
    for note in ["Sa secrétaire ne sait pas", "Fâché avec Luc", "il investit à titre personnel"] {
      #expect(!output.contains(note))
    }
  }
}
