import Retrieval
import Testing

@Suite struct BM25Tests {
  @Test func `computes the formula`() {
    let bm25 = BM25(k1: 1.2, b: 0.75)
    // ln(1 + (10 - 2 + 0.5) / (2 + 0.5)) and 3·2.2 / (3 + 1.2·(0.25 + 0.75·8/4)), by hand.
    #expect(abs(bm25.idf(n: 10, df: 2) - 1.4816046) < 1e-6)
    #expect(abs(bm25.weight(tf: 3, dl: 8, avgdl: 4) - 6.6 / 5.1) < 1e-6)
    #expect(bm25.weight(tf: 1e6, dl: 1, avgdl: 4) <= bm25.supremum)
  }

  @Test func `never gives a term a negative weight, even one that every document has`() {
    #expect(BM25(k1: 1.2, b: 0.75).idf(n: 10, df: 10) > 0)
  }

  @Test func `refuses parameters out of range`() async {
    await #expect(processExitsWith: .failure) { _ = BM25(k1: -1, b: 0.75) }
    await #expect(processExitsWith: .failure) { _ = BM25(k1: 1.2, b: 1.5) }
  }
}
