/// Searches one block of documents for one query after another: MaxScore (Turtle and Flood, "Query Evaluation:
/// Strategies and Optimizations", 1995) with bounds of the block.
///
/// A query's terms are walked from the rarest on, as long as documents with none of those before could still be among the best;
/// what is left is verified in the documents' own vectors. One for each thread.
final class BlockSearch {
  private let sums: UnsafeMutablePointer<Float>
  private let seen: UnsafeMutablePointer<UInt16>
  /// The query's weight of each term; 0 between searches.
  private let weightOf: UnsafeMutablePointer<Float>
  /// Upper bounds of what the terms from each on can add.
  private var rest: UnsafeMutablePointer<Float>
  private var room: Int

  /// - Parameters:
  ///   - termCount: one more than the highest term.
  ///   - blockSize: how many documents a block has at most.
  init(termCount: Int, blockSize: Int) {
    sums = .allocate(capacity: blockSize)
    sums.initialize(repeating: 0, count: blockSize)
    seen = .allocate(capacity: blockSize + 1)
    weightOf = .allocate(capacity: termCount + 1)
    weightOf.initialize(repeating: 0, count: termCount + 1)
    room = 256
    rest = .allocate(capacity: room)
  }

  deinit {
    sums.deallocate()
    seen.deallocate()
    weightOf.deallocate()
    rest.deallocate()
  }

  /// Offers a block's documents to a query's best ones.
  ///
  /// - Parameters:
  ///   - terms: the query's terms, the rarest first, with their weights.
  ///   - best: the best documents so far.
  func search(_ block: PostingBlock, terms: UnsafeBufferPointer<QueryTerm>, best: inout BestHits) {
    let count = terms.count
    if count >= room { grow(count + 1) }
    rest[count] = 0
    var next = count
    while next > 0 {
      next &-= 1
      rest[next] = rest[next &+ 1] + terms[next].weight * block.head(of: terms[next].number).pointee.bound
    }
    // Sums in another order than the exact one may differ from it by that much.
    let slack = 1 + Float(count + 8) * 2.4e-7
    var least = best.threshold / slack
    guard rest[0] > 0, rest[0] >= least else { return }

    var found = 0
    var walked = 0
    while walked < count, rest[walked] >= least {
      let head = block.head(of: terms[walked].number)
      var posting = Int(head.pointee.start)
      let end = Int(head[1].start)
      let weight = terms[walked].weight
      walked &+= 1
      guard posting < end else { continue }
      let (documents, weights) = (block.documents, block.weights)
      while posting < end {
        let place = documents[posting]
        let sum = sums[Int(place)]
        seen[found] = place
        found &+= sum == 0 ? 1 : 0
        sums[Int(place)] = sum + weight * weights[posting]
        posting &+= 1
      }
      if walked < count, found >= best.limit, rest[walked] >= least {
        let following = block.head(of: terms[walked].number)
        if Int(following[1].start) - Int(following[0].start) > 2 * found + 32 {
          least = max(least, kth(best.limit, found) / (slack * slack))
        }
      }
    }
    // The rest of a posting list is walked only for what was seen, where that is cheaper than to verify it.
    while true {
      var kept = 0
      let rest = rest[walked]
      for number in 0..<found {
        let place = seen[number]
        let sum = sums[Int(place)]
        if sum + rest >= least {
          seen[kept] = place
          kept &+= 1
        } else {
          sums[Int(place)] = 0
        }
      }
      found = kept
      guard walked < count, found > 0 else { break }
      let head = block.head(of: terms[walked].number)
      let end = Int(head[1].start)
      var posting = Int(head.pointee.start)
      guard found * block.meanEntries > end - posting else { break }
      let weight = terms[walked].weight
      let (documents, weights) = (block.documents, block.weights)
      while posting < end {
        let place = Int(documents[posting])
        let sum = sums[place]
        sums[place] = sum + (sum > 0 ? weight * weights[posting] : 0)
        posting &+= 1
      }
      walked &+= 1
    }
    let rest = rest[walked]
    var isPrepared = false
    for number in 0..<found {
      let place = Int(seen[number])
      let sum = sums[place]
      sums[place] = 0
      guard sum + rest >= least else { continue }
      if walked < count, block.hasSignatures {
        let signature = block.signatures[place]
        var bound = sum
        for term in walked..<count where signature & PostingBlock.signature(of: terms[term].number) != 0 {
          bound += self.rest[term] - self.rest[term + 1]
        }
        guard bound * slack >= least else { continue }
      }
      if !isPrepared {
        isPrepared = true
        for term in terms { weightOf[Int(term.number)] = term.weight }
      }
      let entries = block.entries(of: place)
      var exact: Float = 0
      for entry in entries {
        exact += weightOf[Int(block.forward.terms[entry])] * block.forward.weights[entry]
      }
      if best.offer(Hit(document: block.names[place], score: exact)) {
        least = max(least, best.threshold / slack)
      }
    }
    if isPrepared { for term in terms { weightOf[Int(term.number)] = 0 } }
  }

  /// The k-th highest of the sums so far: no document that stays below it can be among the best.
  private func kth(_ k: Int, _ found: Int) -> Float {
    guard k <= 64 else { return 0 }
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: 64) { highest in
      var kept = 0
      for number in 0..<found {
        let sum = sums[Int(seen[number])]
        if kept == k, sum <= highest[k - 1] { continue }
        var place = kept < k ? kept : k - 1
        if kept < k { kept += 1 }
        while place > 0, highest[place - 1] < sum {
          highest[place] = highest[place - 1]
          place -= 1
        }
        highest[place] = sum
      }
      return kept == k ? highest[k - 1] : 0
    }
  }

  private func grow(_ needed: Int) {
    rest.deallocate()
    room = 2 * needed
    rest = .allocate(capacity: room)
  }
}
