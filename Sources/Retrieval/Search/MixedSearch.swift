import Kernels

/// Searches documents by terms and meaning for some queries at a time: exact top-k. One for each thread.
///
/// Every document's meaning is compared with every query's, tile by tile, in the core's registers. A product matters only
/// if it can lift the document among the query's best ones together with what terms add at most, which the lengths of both
/// vectors of terms bound (Cauchy and Schwarz); what is left is scored exactly.
final class MixedSearch {
  private let set: InstructionSet
  private let spread: SpreadTerms
  private let tile: DenseTile
  /// What was found in some tiles, what of it may wait, and what is scored, query by query.
  private let found: UnsafeMutablePointer<kernels_product>
  private let waiting: UnsafeMutablePointer<kernels_product>
  private let sorted: UnsafeMutablePointer<kernels_product>
  private let sums: UnsafeMutablePointer<Float>

  /// Queries that are joined at a time, at most: so many that laying out the documents for them costs little.
  static let chunk = 960
  /// Fewer queries are compared one by one with the documents as they stand.
  private static let few = 12
  /// Tiles after which what was found is scored at the latest.
  private static let round = 64
  /// What is found at most in so many tiles.
  private static let room = 4 * chunk * DenseTile.size
  /// How much may wait.
  private static let patience = 1 << 19

  /// - Parameter termCount: one more than the documents' highest term.
  init(termCount: Int, on set: InstructionSet) {
    self.set = set
    spread = SpreadTerms(termCount: termCount)
    tile = DenseTile(columns: SemanticVectors.width, on: set)
    found = .allocate(capacity: Self.room)
    waiting = .allocate(capacity: Self.patience)
    sorted = .allocate(capacity: max(Self.room, Self.patience))
    sums = .allocate(capacity: max(Self.room, Self.patience))
  }

  deinit {
    found.deallocate()
    waiting.deallocate()
    sorted.deallocate()
    sums.deallocate()
  }

  /// The best `limit` documents above `minimum` for each query of a range, best first.
  func search(
    _ documents: MixedDocuments, _ queries: TextVectors, _ range: Range<Int>, limit: Int, above minimum: Float
  ) -> [[Hit]] {
    guard let meaning = queries.meaning, limit > 0 else { return range.map { _ in [] } }
    var best = range.map { query in
      MixedHits(
        limit: limit, above: minimum, reach: documents.mix.terms * queries.terms.upperBoundOfNorm(query))
    }
    meaning.bytes.withUnsafeBufferPointer { bytes in
      best.withUnsafeMutableBufferPointer { best in
        guard let first = bytes.baseAddress else { return }
        let rows = first + range.lowerBound * SemanticVectors.width
        if range.count < Self.few {
          for place in 0..<range.count {
            compare(
              documents, rows + place * SemanticVectors.width, queries.terms, range.lowerBound + place,
              &best[place])
          }
        } else {
          join(documents, rows, queries.terms, range, best)
        }
      }
    }
    return best.indices.map { best[$0].removeAll() }
  }

  /// Compares one query with all documents as they stand.
  private func compare(
    _ documents: MixedDocuments, _ row: UnsafePointer<Int8>, _ terms: SparseVectors, _ query: Int,
    _ best: inout MixedHits
  ) {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: Self.round * DenseTile.size) { products in
      spread.take(terms, query)
      // What the first documents score rules out most others.
      var (start, size) = (0, DenseTile.size)
      while start < documents.count {
        let count = min(size, documents.count - start)
        kernels_row_products(
          set.level, row, documents.row(start), count, SemanticVectors.width, products.baseAddress!)
        var least = documents.least(best)
        for place in 0..<count where products[place] >= least {
          offer(documents, start + place, products[place], to: &best)
          least = documents.least(best)
        }
        start += count
        size = min(2 * size, products.count)
      }
      spread.forget(terms, query)
    }
  }

  /// Compares many queries with all documents, laid out tile by tile.
  private func join(
    _ documents: MixedDocuments, _ rows: UnsafePointer<Int8>, _ terms: SparseVectors, _ range: Range<Int>,
    _ best: UnsafeMutableBufferPointer<MixedHits>
  ) {
    let queries = DenseQueries(
      UnsafeBufferPointer(start: rows, count: range.count * SemanticVectors.width),
      columns: SemanticVectors.width,
      on: set)
    var minimums = best.map { documents.least($0) }
    var (count, waits, tiles) = (0, 0, 0)
    func settle() {
      if waits + count > Self.patience {
        waits = remaining(documents, waits, best)
        if 2 * waits > Self.patience || waits + count > Self.patience {
          offer(documents, waiting, waits, terms, range, best, &minimums)
          waits = 0
        }
      }
      let good = sift(documents, count, &waits, best)
      offer(documents, found, good, terms, range, best, &minimums)
    }
    for start in stride(from: 0, to: documents.count, by: DenseTile.size) {
      let size = min(DenseTile.size, documents.count - start)
      tile.fill(documents.row(start), count: size)
      let more = tile.products(with: queries, atLeast: minimums, into: found + count)
      for number in count..<count + more { found[number].document += UInt32(start) }
      count += more
      tiles += 1
      if documents.mix.terms == 0 {
        offer(documents, count, best, &minimums)
        (count, tiles) = (0, 0)
      } else if tiles == Self.round || tiles * DenseTile.size > start / 2
        || Self.room - count < range.count * DenseTile.size
      {
        settle()
        (count, tiles) = (0, 0)
      }
    }
    settle()
    offer(documents, waiting, remaining(documents, waits, best), terms, range, best, &minimums)
  }

  /// Sets aside what was found of documents that are among the best only if terms lift them, to be scored when less of it can
  /// be; says how many of the others there are, which are put first.
  private func sift(
    _ documents: MixedDocuments, _ count: Int, _ waits: inout Int,
    _ best: UnsafeMutableBufferPointer<MixedHits>
  ) -> Int {
    var good = 0
    for number in 0..<count {
      let product = found[number]
      let (threshold, reach) = (best[Int(product.query)].threshold, best[Int(product.query)].reach)
      if documents.score(product.product) >= threshold {
        found[good] = product
        good += 1
      } else if documents.reaches(
        threshold, product.product, plus: reach * documents.norms[Int(product.document)])
      {
        waiting[waits] = product
        waits += 1
      }
    }
    return good
  }

  /// Puts first what can still be among the best of what waits, and says how much it is.
  private func remaining(
    _ documents: MixedDocuments, _ waits: Int, _ best: UnsafeMutableBufferPointer<MixedHits>
  ) -> Int {
    var rest = 0
    for number in 0..<waits {
      let product = waiting[number]
      let (threshold, reach) = (best[Int(product.query)].threshold, best[Int(product.query)].reach)
      if documents.reaches(threshold, product.product, plus: reach * documents.norms[Int(product.document)]) {
        waiting[rest] = product
        rest += 1
      }
    }
    return rest
  }

  /// Scores what was found by meaning alone.
  private func offer(
    _ documents: MixedDocuments, _ count: Int, _ best: UnsafeMutableBufferPointer<MixedHits>,
    _ minimums: inout [Int32]
  ) {
    for number in 0..<count {
      let (query, document) = (Int(found[number].query), found[number].document)
      best[query].offer(Hit(document: document, score: documents.score(found[number].product)))
      minimums[query] = documents.least(best[query])
    }
  }

  /// Scores some of what was found, query by query.
  private func offer(
    _ documents: MixedDocuments, _ some: UnsafePointer<kernels_product>, _ count: Int, _ terms: SparseVectors,
    _ range: Range<Int>, _ best: UnsafeMutableBufferPointer<MixedHits>, _ minimums: inout [Int32]
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: range.count + 1) { ends in
      ends.initialize(repeating: 0)
      for number in 0..<count { ends[Int(some[number].query) + 1] += 1 }
      for query in 0..<range.count { ends[query + 1] += ends[query] }
      for number in 0..<count {
        let query = Int(some[number].query)
        sorted[ends[query]] = some[number]
        ends[query] += 1
      }
      var start = 0
      for place in 0..<range.count where ends[place] > start {
        spread.take(terms, range.lowerBound + place)
        let some = UnsafeBufferPointer(start: sorted + start, count: ends[place] - start)
        spread.dot(some, of: documents.terms, into: sums)
        for (number, product) in some.enumerated() {
          let score = documents.mix.terms * sums[number] + documents.score(product.product)
          best[place].offer(Hit(document: product.document, score: score))
        }
        spread.forget(terms, range.lowerBound + place)
        minimums[place] = documents.least(best[place])
        start = ends[place]
      }
    }
  }

  /// Scores a document for the query that was taken.
  @inline(__always)
  private func offer(
    _ documents: MixedDocuments, _ document: Int, _ product: Int32, to best: inout MixedHits
  ) {
    let terms = documents.mix.terms == 0 ? 0 : spread.dot(document, of: documents.terms)
    let score = documents.mix.terms * terms + documents.score(product)
    best.offer(Hit(document: UInt32(document), score: score))
  }
}
