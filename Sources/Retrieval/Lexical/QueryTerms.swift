/// The terms of some queries that documents have, each query's rarest first; the queries as they stand, or in order of their
/// rarest terms, so that neighbours walk the same postings.
struct QueryTerms {
  /// The queries, counted from the first one.
  let queries: [UInt32]
  /// Where each query's terms begin, by its place, and where the last one's end.
  private let offsets: [Int]
  private let terms: [QueryTerm]

  /// Orders terms, and queries if so wanted. Complexity: O(n log n) for a query of n terms.
  ///
  /// - Parameters:
  ///   - range: which queries.
  ///   - frequencies: in how many documents each term stands.
  ///   - threads: how many threads work; the result is the same for every number.
  init(
    _ vectors: SparseVectors, _ range: Range<Int>, frequencies: FlatArray<UInt32>, ordersQueries: Bool,
    threads: Int
  ) {
    (queries, offsets, terms) = vectors.withForwardVectors { vectors in
      frequencies.withUnsafeBufferPointer { frequencies in
        let found = FoundTerms(vectors: vectors, first: range.lowerBound, frequencies: frequencies)
        let queries =
          ordersQueries
          ? RadixOrder.numbers(range.count) { UInt64(found.rarest(of: $0)) }
          : (0..<UInt32(range.count)).map { $0 }
        var offsets = [0]
        offsets.reserveCapacity(queries.count + 1)
        for (place, query) in queries.enumerated() {
          offsets.append(offsets[place] + found.entries(of: Int(query)).count)
        }
        let count = offsets[queries.count]
        let terms = [QueryTerm](unsafeUninitializedCapacity: count) { terms, initialized in
          initialized = count
          // Each query's terms are written by the one thread that has its share.
          nonisolated(unsafe) let (found, terms) = (found, terms)
          let share = (queries.count + threads - 1) / threads
          Threads.run(threads) { thread in
            for place in min(thread * share, queries.count)..<min((thread + 1) * share, queries.count) {
              found.write(
                Int(queries[place]),
                to: UnsafeMutableBufferPointer(rebasing: terms[offsets[place]..<offsets[place + 1]]))
            }
          }
        }
        return (queries, offsets, terms)
      }
    }
  }

  /// Calls `body` with what gives the terms of the query at a place.
  @inline(__always)
  func withTerms<Result>(_ body: (_ at: (Int) -> UnsafeBufferPointer<QueryTerm>) -> Result) -> Result {
    terms.withUnsafeBufferPointer { terms in
      offsets.withUnsafeBufferPointer { offsets in
        body { UnsafeBufferPointer(rebasing: terms[offsets[$0]..<offsets[$0 + 1]]) }
      }
    }
  }
}

/// What of queries documents have.
private struct FoundTerms {
  let vectors: ForwardVectors
  let first: Int
  let frequencies: UnsafeBufferPointer<UInt32>

  /// A term with a key that orders as its frequency, then its number.
  private struct Keyed: BitwiseCopyable {
    let key: UInt64
    let term: QueryTerm
  }

  /// Where the entries of a query stand whose terms documents have; numbers rise, so the others stand last.
  func entries(of query: Int) -> Range<Int> {
    let start = vectors.offsets[first + query]
    var end = vectors.offsets[first + query + 1]
    while end > start, vectors.terms[end - 1] >= frequencies.count { end -= 1 }
    return start..<end
  }

  func key(of term: UInt32) -> UInt64 { UInt64(frequencies[Int(term)]) << 32 | UInt64(term) }

  /// The rarest term of a query, or a higher number than any term's.
  func rarest(of query: Int) -> UInt32 {
    var least = UInt64.max
    for entry in entries(of: query) { least = min(least, key(of: vectors.terms[entry])) }
    return UInt32(truncatingIfNeeded: least)
  }

  /// Writes the terms of a query, the rarest first.
  func write(_ query: Int, to terms: UnsafeMutableBufferPointer<QueryTerm>) {
    let entries = entries(of: query)
    withUnsafeTemporaryAllocation(of: Keyed.self, capacity: entries.count) { keyed in
      for (place, entry) in entries.enumerated() {
        let term = QueryTerm(number: vectors.terms[entry], weight: vectors.weights[entry])
        keyed.initializeElement(at: place, to: Keyed(key: key(of: term.number), term: term))
      }
      InsertionOrder.sort(keyed) { $0.key }
      for place in keyed.indices { terms.initializeElement(at: place, to: keyed[place].term) }
    }
  }
}
