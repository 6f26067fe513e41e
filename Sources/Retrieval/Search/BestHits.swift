/// The best hits of one query so far, best first, in room that is given to it.
struct BestHits {
  /// How many are kept at most.
  let limit: Int
  private let minimum: Float
  private let hits: UnsafeMutablePointer<Hit>
  private let counter: UnsafeMutablePointer<Int32>

  /// - Parameters:
  ///   - limit: 1 or more.
  ///   - minimum: what a kept score must exceed.
  ///   - hits: room for `limit` hits.
  ///   - counter: how many of them there are.
  init(
    limit: Int, above minimum: Float, _ hits: UnsafeMutablePointer<Hit>,
    _ counter: UnsafeMutablePointer<Int32>
  ) {
    self.limit = limit
    self.minimum = minimum
    self.hits = hits
    self.counter = counter
  }

  /// A lower score can't be kept.
  var threshold: Float {
    let count = Int(counter.pointee)
    return count < limit ? minimum : max(minimum, hits[limit - 1].score)
  }

  /// Keeps a hit if it is among the best so far; says whether it is. Complexity: O(limit).
  mutating func offer(_ hit: Hit) -> Bool {
    guard hit.score > minimum else { return false }
    let count = Int(counter.pointee)
    var place = count
    if count == limit {
      guard hit.precedes(hits[limit - 1]) else { return false }
      place = limit - 1
    } else {
      counter.pointee += 1
    }
    while place > 0, hit.precedes(hits[place - 1]) {
      hits[place] = hits[place - 1]
      place -= 1
    }
    hits[place] = hit
    return true
  }
}
