import Foundation
import Matchmaking
import Testing

/// How well needs and offers are read out of notes; the floors are a little below what was measured.
@Suite struct ImpliedQualityTests {
  private static let floors: [(half: JudgedNotes.Half, precision: Double, recall: Double)] = [
    (.tuning, 0.96, 0.95),  // 0.983 and 0.983 on 2026-11-23
    (.heldOut, 0.89, 0.8),  // 0.907 and 0.817
  ]

  @Test(arguments: floors)
  func `reads needs and offers out of notes`(
    half: JudgedNotes.Half, precision: Double, recall: Double
  ) throws {
    let notes = try JudgedNotes(half)
    #expect(notes.notes.count == 100)
    let outcome = notes.outcome()
    print(
      "\(half): \(outcome.found) found, \(outcome.right) right, \(outcome.wanted) wanted: precision",
      String(format: "%.3f, recall %.3f", outcome.precision, outcome.recall))
    // What is held out is not looked at, lest the rules be made for it.
    if half == .tuning, ProcessInfo.processInfo.environment["LINKUP_MISTAKES"] != nil {
      print(outcome.mistakes.joined(separator: "\n"))
    }
    #expect(outcome.precision >= precision && outcome.recall >= recall)
  }
}
