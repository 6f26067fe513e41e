/// The hits of a run of queries, each query's best first; a view, valid as long as it is handed over.
package struct HitBatch {
  /// Which queries.
  package let queries: Range<Int>
  let limit: Int
  let hits: UnsafeMutablePointer<Hit>
  let counts: UnsafeMutablePointer<Int32>

  /// The hits of one of the queries, by its number.
  package subscript(query: Int) -> UnsafeBufferPointer<Hit> {
    precondition(queries.contains(query), "query \(query) is not in this batch")
    let place = query - queries.lowerBound
    return UnsafeBufferPointer(start: hits + place * limit, count: Int(counts[place]))
  }

  /// The same hits, of queries whose numbers are higher.
  func shifted(by start: Int) -> HitBatch {
    HitBatch(
      queries: queries.lowerBound + start..<queries.upperBound + start, limit: limit, hits: hits,
      counts: counts)
  }
}
