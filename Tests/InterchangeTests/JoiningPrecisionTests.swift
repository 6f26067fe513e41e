import Foundation
import Interchange
import Matchmaking
import TestSupport
import Testing

@Suite struct JoiningPrecisionTests {
  private static let seed: UInt64 = 20_261_123
  private static let pairs: [RecordPairs.Pair] = {
    var pairs = RecordPairs(seed: seed)
    return (0..<10_000).map { _ in pairs.next() }
  }()

  /// Whoever shares a mailbox or a telephone with another under a name that agrees can't be told from them, and is not
  /// among the pairs: see ``RecordPairs``.
  @Test func `joins no two people, and most records of one`() throws {
    var (joined, proposed, same, falselyProposed) = (0, 0, 0, 0)
    var falseJoins: [String] = []
    for pair in Self.pairs {
      let atOnce = try imported(pair.first + pair.second).network
      let oneAfterOther = try imported(pair.second, into: try imported(pair.first).network).network
      #expect(atOnce.contacts.count == oneAfterOther.contacts.count, "\(pair)")
      let isJoined = atOnce.contacts.count == 1 || oneAfterOther.contacts.count == 1
      guard pair.isSame else {
        if isJoined { falseJoins.append("\(pair.kind): \(pair.first)\(pair.second)") }
        if !atOnce.duplicates.isEmpty { falselyProposed += 1 }
        continue
      }
      same += 1
      if isJoined {
        joined += 1
      } else if !atOnce.duplicates.isEmpty {
        proposed += 1
      }
    }
    #expect(falseJoins.isEmpty, "\(falseJoins.count), seed \(Self.seed): \(falseJoins.prefix(20).joined())")
    let rest = same - joined
    print(
      "joining: \(joined) of \(same) pairs of records of one person are joined, \(proposed) of the other \(rest) "
        + "are proposed; no two people are joined, and \(falselyProposed) of \(Self.pairs.count - same) pairs proposed"
    )
    #expect(Double(joined) / Double(same) > 0.91)
    #expect(Double(proposed) / Double(rest) > 0.8)
  }

  @Test func `joins nobody to a stranger of another pair`() throws {
    let text = Self.pairs.map { $0.first + $0.second }.joined()
    let apart = try Self.pairs.reduce(0) { try $0 + imported($1.first + $1.second).network.contacts.count }
    #expect(try imported(text).network.contacts.count == apart)
  }
}
