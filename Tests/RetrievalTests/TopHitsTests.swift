import Retrieval
import TestSupport
import Testing

@Suite struct TopHitsTests {
  @Test(arguments: [UInt64(1), 2, 3])
  func `keeps what a full sort would keep`(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    // Few distinct scores, so that ties are common.
    let hits = (0..<500).map {
      Hit(document: UInt32($0), score: Float(Int.random(in: 1...20, using: &random)))
    }
    .shuffled(using: &random)
    for limit in [0, 1, 7, 499, 500, 600] {
      var top = TopHits(limit: limit)
      for hit in hits { top.offer(hit) }
      #expect(top.removeAll() == Array(hits.sorted { $0.precedes($1) }.prefix(limit)), "seed \(seed)")
      #expect(top.removeAll().isEmpty)
    }
  }
}
