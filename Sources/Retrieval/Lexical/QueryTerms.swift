/// The terms of some queries that documents have, each query's rarest first.
struct QueryTerms {
  /// The queries' terms, each query's in the place of its entries.
  private let terms: [QueryTerm]
  private let ranges: [Range<Int>]

  /// Orders the terms. Complexity: O(n log n) for a query of n terms.
  ///
  /// - Parameters:
  ///   - range: which queries.
  ///   - frequencies: in how many documents each term stands.
  ///   - threads: how many threads work; the result is the same for every number.
  init(_ queries: SparseVectors, _ range: Range<Int>, frequencies: FlatArray<UInt32>, threads: Int) {
    let first = queries.offsets[range.lowerBound]
    let count = queries.offsets[range.upperBound] - first
    var ranges = [Range<Int>](repeating: 0..<0, count: range.count)
    terms = [QueryTerm](unsafeUninitializedCapacity: count) { terms, initialized in
      terms.initialize(repeating: QueryTerm(number: 0, weight: 0))
      initialized = count
      ranges.withUnsafeMutableBufferPointer { ranges in
        queries.withForwardVectors { queries in
          frequencies.withUnsafeBufferPointer { frequencies in
            // Each query's are written by the one thread that has its share.
            nonisolated(unsafe) let (terms, ranges) = (terms, ranges)
            nonisolated(unsafe) let (queries, frequencies) = (queries, frequencies)
            let share = (range.count + threads - 1) / threads
            Threads.run(threads) { thread in
              var sorting = Sorting(frequencies: frequencies)
              for number in min(thread * share, range.count)..<min((thread + 1) * share, range.count) {
                let offsets = queries.offsets + range.lowerBound + number
                sorting.sort(offsets[0]..<offsets[1], of: queries)
                let place = offsets[0] - first
                for (rank, term) in sorting.terms.enumerated() { terms[place + rank] = term.term }
                ranges[number] = place..<place + sorting.terms.count
              }
            }
          }
        }
      }
    }
    self.ranges = ranges
  }

  /// The queries, counted from 0, in order of their rarest terms, so that neighbours walk the same postings.
  func byRarest() -> [UInt32] {
    RadixOrder.numbers(ranges.count) { query in
      UInt64(ranges[query].isEmpty ? .max : terms[ranges[query].lowerBound].number)
    }
  }

  /// Calls `body` with the terms of a query, counted from 0.
  @inline(__always)
  func withTerms<Result>(of query: Int, _ body: (UnsafeBufferPointer<QueryTerm>) -> Result) -> Result {
    terms.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[ranges[query]])) }
  }

  /// Sorts the terms of one query after another.
  private struct Sorting {
    let frequencies: UnsafeBufferPointer<UInt32>
    /// The terms with keys that order as their frequencies, then as their numbers.
    private(set) var terms: [(key: UInt64, term: QueryTerm)] = []

    init(frequencies: UnsafeBufferPointer<UInt32>) {
      self.frequencies = frequencies
    }

    mutating func sort(_ entries: Range<Int>, of vectors: ForwardVectors) {
      terms.removeAll(keepingCapacity: true)
      for entry in entries {
        let term = QueryTerm(number: vectors.terms[entry], weight: vectors.weights[entry])
        // Numbers rise: those that no document has stand last.
        guard Int(term.number) < frequencies.count else { break }
        terms.append((UInt64(frequencies[Int(term.number)]) << 32 | UInt64(term.number), term))
      }
      terms.sort { $0.key < $1.key }
    }
  }
}
