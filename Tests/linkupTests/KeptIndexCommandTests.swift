import Foundation
import TestSupport
import Testing

/// The index beside a large network, as a user meets it: never needed, never wrong.
@Suite struct KeptIndexCommandTests {
  @Test func `match says the same by the kept index as without, before and after a change`() throws {
    var tool = CommandLineTool()
    tool.environment["LINKUP_NETWORK"] = tool.folder.file("network.sqlite")
    tool.environment["LINKUP_INDEX_FROM"] = "0"
    var plain = tool
    plain.environment["LINKUP_INDEX_FROM"] = "1000000"
    let index = tool.folder.file("network.sqlite.index")
    let sample = CommandLineTool.repository.appendingPathComponent("data/sample/toulouse.jsonl").path
    try tool.run("import", sample)
    func compare(_ who: String) throws {
      try? FileManager.default.removeItem(atPath: index)
      let expected = try plain.run("match", who, "--as-of", "2026-11-23")
      #expect(!FileManager.default.fileExists(atPath: index))
      for _ in 0..<2 {
        let found = try tool.run("match", who, "--as-of", "2026-11-23")
        #expect(
          found.output == expected.output && found.code == expected.code && found.errors == expected.errors)
      }
      #expect(FileManager.default.fileExists(atPath: index) || expected.code != 0)
    }
    for who in ["eric-puech", "Colette Vergnes", "vergnes", "marie", "nobody at all"] { try compare(who) }
    let before = try tool.run("match", "eric-puech", "--as-of", "2026-11-23").output
    try tool.run("need", "eric-puech", "une avocate pour un litige de bail commercial, encore")
    let after = try tool.run("match", "eric-puech", "--as-of", "2026-11-23").output
    #expect(
      after == (try plain.run("match", "eric-puech", "--as-of", "2026-11-23").output) && after != before)
    try Data("damaged".utf8).write(to: URL(fileURLWithPath: index))
    #expect(try tool.run("match", "eric-puech", "--as-of", "2026-11-23").output == after)
  }
}
