import Foundation
import TestSupport
import Testing

/// Real exports of LinkedIn, where they are at hand.
@Suite struct LinkedInTests {
  @Test func `imports every file without failing, and finds finance people for our accounts`() throws {
    let shared =
      ProcessInfo.processInfo.environment["LINKUP_SHARED"]
      ?? CommandLineTool.repository.deletingLastPathComponent().appendingPathComponent("shared").path
    let folder = shared + "/imports/linkedin"
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder).sorted() else {
      print("skipped: no LinkedIn exports at \(folder); set LINKUP_SHARED to test with them")
      return
    }
    var tool = CommandLineTool()
    tool.environment["LINKUP_NETWORK"] = tool.folder.file("network.sqlite")
    for file in files {
      #expect([0, 1, 2].contains(try tool.run("import", folder + "/" + file).code), "\(file)")
    }
    let rows = try tool.run("match", "--need", "help with our accounts", "--limit", "10", "--format", "csv")
      .output
      .split(separator: "\n").dropFirst()
    let finance = ["account", "audit", "financ", "محاسب"]
    for row in rows.prefix(3) {
      #expect(finance.contains { row.lowercased().contains($0) }, "\(row)")
    }
    #expect(rows.count >= 3)
  }
}
