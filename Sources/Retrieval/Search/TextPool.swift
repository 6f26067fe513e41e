/// Texts to search in that come and go: those of an index, less the withdrawn, and a few new ones that are compared one by
/// one.
///
/// A value: a pool with one text more shares the index with the one it was made from. A text keeps its number for good, and
/// ``settled()``, which takes the new ones into an index, changes no answer.
package struct TextPool: Sendable {
  private let index: TextIndex
  private var new: TextVectors
  /// Numbers of texts that are withdrawn, but still stand in the index or among the new ones.
  private var withdrawn: Set<Int> = []

  /// Texts that an index has.
  package init(_ index: TextIndex) {
    self.index = index
    new = TextVectors(
      terms: SparseVectors(), meaning: index.documents.meaning == nil ? nil : SemanticVectors())
  }

  /// Texts that a file keeps; see ``kept(as:)``.
  package init(_ file: KeptFile, _ name: String, mix: SimilarityMix) throws(ModelError) {
    self.init(try TextIndex(file, name, mix: mix))
  }

  /// The arrays that a file keeps; the pool must be settled.
  package func kept(as name: String) -> [KeptFile.Array] {
    precondition(unsettled == 0, "a file keeps settled pools")
    return index.kept(as: name)
  }

  /// How many texts there ever were: their numbers are below that.
  package var count: Int { index.documents.count + new.count }

  /// How many texts are not yet settled: each costs every search a comparison.
  package var unsettled: Int { new.count + withdrawn.count }

  /// Adds the one text that has these vectors. Complexity: O(new texts).
  package mutating func add(_ vectors: TextVectors) {
    precondition(vectors.count == 1, "\(vectors.count) texts are not one")
    new.terms.append(vectors.terms)
    if let meaning = vectors.meaning { new.meaning?.append(meaning[0]) }
  }

  /// Finds a text no more. Complexity: O(1) on average.
  package mutating func withdraw(_ number: Int) {
    precondition((0..<count).contains(number), "there is no text \(number) of \(count)")
    withdrawn.insert(number)
  }

  /// The vectors that a text stands in, and its place among them.
  package func vectors(of number: Int) -> (vectors: TextVectors, place: Int) {
    let settled = index.documents.count
    return number < settled ? (index.documents, number) : (new, number - settled)
  }

  /// Room for ``search(_:_:limit:above:scratch:)``.
  package func makeScratch() -> TextIndex.Scratch { index.makeScratch() }

  /// The similarity of a query and one text: the same bits as in a search.
  ///
  /// - Complexity: O(entries of both).
  package func similarity(of queries: TextVectors, _ query: Int, with number: Int) -> Float {
    let settled = index.documents.count
    return number < settled
      ? index.similarity(of: queries, query, with: number)
      : index.similarity(of: queries, query, with: number - settled, of: new)
  }

  /// The best `limit` texts above `minimum` for one query, best first.
  ///
  /// - Parameters:
  ///   - minimum: 0 or more.
  ///   - scratch: room made by ``makeScratch()``.
  /// - Complexity: that of searching the index, and O(new texts).
  package func search(
    _ queries: TextVectors, _ query: Int, limit: Int, above minimum: Float,
    scratch: inout TextIndex.Scratch
  ) -> [Hit] {
    let settled = index.documents.count
    var best = TopHits(limit: min(limit, count))
    for hit in settledHits(queries, query, limit, minimum, &scratch) { best.offer(hit) }
    for place in 0..<new.count where !withdrawn.contains(settled + place) {
      let score = index.similarity(of: queries, query, with: place, of: new)
      if score > minimum { best.offer(Hit(document: UInt32(settled + place), score: score)) }
    }
    return best.removeAll()
  }

  /// What the index finds, without the withdrawn: so many more are asked for as were withdrawn among the best.
  private func settledHits(
    _ queries: TextVectors, _ query: Int, _ limit: Int, _ minimum: Float, _ scratch: inout TextIndex.Scratch
  ) -> [Hit] {
    var asked = limit
    while true {
      let found = index.search(queries, query, limit: asked, above: minimum, scratch: &scratch)
      guard !withdrawn.isEmpty else { return found }
      let hits = found.filter { !withdrawn.contains(Int($0.document)) }
      if found.count < asked || hits.count >= limit { return hits }
      asked += found.count - hits.count
    }
  }

  /// The best `limit` texts above `minimum` for each text of another pool, by its number; none for a withdrawn one. Both must be
  /// settled.
  ///
  /// - Parameter isApproximate: whether it may miss a few hits where meaning counts, see ``MeaningLists``. It is exact where there
  ///   are fewer than 1,000 texts for each hit that is asked for: there it would miss many.
  package func join(
    _ queries: TextPool, limit: Int, above minimum: Float = 0, threads: Int, isApproximate: Bool = false
  ) -> HitLists {
    precondition(unsettled == 0 && queries.unsettled == 0, "a join needs settled pools")
    let isLarge = limit <= index.documents.count / 1000
    let lists = isApproximate && isLarge ? index.meaningLists(threads: threads) : nil
    return index.join(queries.index.documents, limit: limit, above: minimum, threads: threads, in: lists)
  }

  /// A pool that answers the same, its new texts in the index, and nothing in place of withdrawn ones.
  ///
  /// - Complexity: O(entries of all vectors).
  package func settled() -> TextPool {
    unsettled == 0 ? self : TextPool(index.with(new, without: withdrawn))
  }

  /// This pool on the index of an earlier one that was settled meanwhile.
  ///
  /// - Parameters:
  ///   - settled: what ``settled()`` made of `earlier`.
  ///   - earlier: a pool that this one was made from by adding and withdrawing.
  /// - Complexity: O(new texts).
  package func on(_ settled: TextPool, of earlier: TextPool) -> TextPool {
    var pool = TextPool(settled.index)
    for place in earlier.new.count..<new.count { pool.add(new[place]) }
    pool.withdrawn = withdrawn.subtracting(earlier.withdrawn)
    return pool
  }
}
