import Kernels

/// Searches documents by terms and meaning for some queries at a time: exact top-k. One for each thread.
///
/// Every document's meaning is compared with every query's, tile by tile, in the core's registers. A product matters only
/// if it can lift the document among the query's best ones together with what terms add at most, which the lengths of both
/// vectors of terms bound (Cauchy and Schwarz); what is left is scored exactly.
final class MixedSearch {
  let set: InstructionSet
  private let spread: SpreadTerms
  private let tile: DenseTile
  /// What was found in some tiles, what of it may wait, and what is scored, query by query.
  private let found: UnsafeMutablePointer<kernels_product>
  private let waiting: UnsafeMutablePointer<kernels_product>
  private let sorted: UnsafeMutablePointer<kernels_product>
  private let sums: UnsafeMutablePointer<Float>
  /// How much was found that is neither scored nor waits, and how much waits.
  private var (count, waits) = (0, 0)
  /// How many pairs of a query and a document were compared before what was found, and since.
  private var (before, since) = (0, 0)

  /// Queries that are joined at a time, at most: so many that laying out the documents for them costs little.
  static let chunk = 960
  /// The same where they look through lists, which are laid out for those alone that ask for them.
  static let listChunk = 4 * chunk
  /// Fewer queries are compared one by one with the documents as they stand.
  private static let few = 12
  /// Tiles after which what was found is scored at the latest.
  private static let round = 64
  /// What is found at most in one tile.
  static let room = listChunk * DenseTile.size
  /// How much may wait: what is found in one tile, at least.
  private static let patience = 2 * room

  /// - Parameter termCount: one more than the documents' highest term.
  init(termCount: Int, on set: InstructionSet) {
    self.set = set
    spread = SpreadTerms(termCount: termCount)
    tile = DenseTile(columns: SemanticVectors.width, on: set)
    found = .allocate(capacity: Self.room)
    waiting = .allocate(capacity: Self.patience)
    sorted = .allocate(capacity: Self.patience)
    sums = .allocate(capacity: Self.patience)
  }

  deinit {
    found.deallocate()
    waiting.deallocate()
    sorted.deallocate()
    sums.deallocate()
  }

  /// The best `limit` documents above `minimum` for each query of a range, best first.
  ///
  /// - Parameter lists: where each query looks through those nearest to it alone.
  func search(
    _ documents: MixedDocuments, _ queries: TextVectors, _ range: Range<Int>, limit: Int,
    above minimum: Float, in lists: MeaningLists? = nil
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
        if range.count < Self.few, lists == nil {
          for place in 0..<range.count {
            compare(
              documents, rows + place * SemanticVectors.width, queries.terms, range.lowerBound + place,
              &best[place])
          }
        } else {
          var batch = MixedBatch(
            documents: documents,
            queries: DenseQueries(
              UnsafeBufferPointer(start: rows, count: range.count * SemanticVectors.width),
              columns: SemanticVectors.width, on: set),
            terms: queries.terms, range: range, best: best)
          join(&batch, in: lists)
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

  /// Compares many queries with all documents, or with those of the lists nearest to each.
  private func join(_ batch: inout MixedBatch, in lists: MeaningLists?) {
    (count, waits, before, since) = (0, 0, 0, 0)
    if let lists {
      compare(&batch, in: lists)
    } else {
      for start in stride(from: 0, to: batch.documents.count, by: DenseTile.size) {
        let size = min(DenseTile.size, batch.documents.count - start)
        compare(&batch, with: batch.documents.row(start), count: size) { UInt32(start) + $0 }
      }
    }
    settle(&batch)
    offer(waiting, remaining(batch), to: &batch)
  }

  /// Compares queries with a few documents, and keeps what can be among the best.
  ///
  /// - Parameters:
  ///   - rows: their vectors.
  ///   - chosen: the queries; all, if nil.
  ///   - number: the number of each document.
  func compare(
    _ batch: inout MixedBatch, _ chosen: UnsafeBufferPointer<UInt32>? = nil,
    with rows: UnsafePointer<Int8>, count size: Int, number: (UInt32) -> UInt32
  ) {
    let pairs = size * (chosen?.count ?? batch.queries.count)
    if Self.room - count < pairs { settle(&batch) }
    tile.fill(rows, count: size)
    let more = tile.products(with: batch.queries, chosen, atLeast: batch.minimums, into: found + count)
    for place in count..<count + more { found[place].document = number(found[place].document) }
    count += more
    since += pairs
    if batch.documents.mix.terms == 0 {
      offerByMeaning(count, to: &batch)
      count = 0
    } else if since > before || since >= Self.round * DenseTile.size * batch.queries.count {
      settle(&batch)
    }
  }

  /// Scores what was found so far, or lets it wait.
  private func settle(_ batch: inout MixedBatch) {
    if waits + count > Self.patience {
      waits = remaining(batch)
      if 2 * waits > Self.patience || waits + count > Self.patience {
        offer(waiting, waits, to: &batch)
        waits = 0
      }
    }
    offer(found, sift(batch), to: &batch)
    before += since
    (count, since) = (0, 0)
  }

  /// Sets aside what was found of documents that are among the best only if terms lift them, to be scored when less of it can
  /// be; says how many of the others there are, which are put first.
  private func sift(_ batch: MixedBatch) -> Int {
    var good = 0
    for number in 0..<count {
      let product = found[number]
      let best = batch.best[Int(product.query)]
      if batch.documents.score(product.product) >= best.threshold {
        found[good] = product
        good += 1
      } else if batch.reaches(product) {
        waiting[waits] = product
        waits += 1
      }
    }
    return good
  }

  /// Puts first what can still be among the best of what waits, and says how much it is.
  private func remaining(_ batch: MixedBatch) -> Int {
    var rest = 0
    for number in 0..<waits where batch.reaches(waiting[number]) {
      waiting[rest] = waiting[number]
      rest += 1
    }
    return rest
  }

  /// Scores what was found by meaning alone.
  private func offerByMeaning(_ count: Int, to batch: inout MixedBatch) {
    for number in 0..<count {
      let (query, document) = (Int(found[number].query), found[number].document)
      batch.best[query].offer(Hit(document: document, score: batch.documents.score(found[number].product)))
      batch.minimums[query] = batch.documents.least(batch.best[query])
    }
  }

  /// Scores some of what was found, query by query.
  private func offer(_ some: UnsafePointer<kernels_product>, _ count: Int, to batch: inout MixedBatch) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: batch.range.count + 1) { ends in
      ends.initialize(repeating: 0)
      for number in 0..<count { ends[Int(some[number].query) + 1] += 1 }
      for query in 0..<batch.range.count { ends[query + 1] += ends[query] }
      for number in 0..<count {
        let query = Int(some[number].query)
        sorted[ends[query]] = some[number]
        ends[query] += 1
      }
      var start = 0
      for place in 0..<batch.range.count where ends[place] > start {
        spread.take(batch.terms, batch.range.lowerBound + place)
        let some = UnsafeBufferPointer(start: sorted + start, count: ends[place] - start)
        spread.dot(some, of: batch.documents.terms, into: sums)
        for (number, product) in some.enumerated() {
          let score = batch.documents.mix.terms * sums[number] + batch.documents.score(product.product)
          batch.best[place].offer(Hit(document: product.document, score: score))
        }
        spread.forget(batch.terms, batch.range.lowerBound + place)
        batch.minimums[place] = batch.documents.least(batch.best[place])
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
