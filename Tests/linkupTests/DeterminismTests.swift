import Foundation
import TestSupport
import Testing

@Suite struct DeterminismTests {
  @Test func `prints the same bytes over ten runs and on one and two threads`() throws {
    var tool = CommandLineTool()
    tool.environment["LINKUP_NETWORK"] = tool.folder.file("network.sqlite")
    let sample = CommandLineTool.repository.appendingPathComponent("data/sample/toulouse.jsonl").path
    #expect(try tool.run("import", sample).code == 0)
    let commands = [
      "linkup match --as-of 2026-11-23 --limit 1000", "linkup match --as-of 2026-11-23 --format json",
      "linkup report --as-of 2026-11-23",
    ]
    for command in commands {
      let first = try tool.shell("\(command) --threads 1").output
      #expect(!first.isEmpty)
      for run in 2...10 { #expect(try tool.shell("\(command) --threads \(1 + run % 2)").output == first) }
    }
    let exported = try tool.run("export").output
    try tool.run("import", sample, "--network", tool.folder.file("second.sqlite"))
    #expect(try tool.run("export", "--network", tool.folder.file("second.sqlite")).output == exported)
  }
}
