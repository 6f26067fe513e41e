/// Keeps the best k of the hits that are offered to it.
///
/// A binary heap with the worst kept hit on top (`topk_queue` in PISA), so that a hit that can't be among the
/// best costs one comparison.
///
/// - Complexity: O(log k) for a hit that is kept, O(1) for others; O(k log k) to read them in order.
package struct TopHits {
  private let limit: Int
  private var heap: [Hit] = []

  package init(limit: Int) {
    precondition(limit >= 0, "the limit must be 0 or more, not \(limit)")
    self.limit = limit
    heap.reserveCapacity(min(limit, 1024))
  }

  /// The lowest kept score, once there is no more room: a hit with a lower one can't be kept.
  var worst: Float? {
    heap.count < limit ? nil : heap.first?.score
  }

  /// Keeps the hit if it is among the best so far.
  package mutating func offer(_ hit: Hit) {
    if heap.count < limit {
      heap.append(hit)
      siftUp()
    } else if let worst = heap.first, hit.precedes(worst) {
      heap[0] = hit
      siftDown()
    }
  }

  /// The kept hits, best first; the queue is empty afterwards.
  package mutating func removeAll() -> [Hit] {
    defer { heap.removeAll(keepingCapacity: true) }
    return heap.sorted { $0.precedes($1) }
  }

  private mutating func siftUp() {
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard heap[parent].precedes(heap[child]) else { return }
      heap.swapAt(parent, child)
      child = parent
    }
  }

  private mutating func siftDown() {
    var parent = 0
    while true {
      var worst = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && heap[worst].precedes(heap[child]) {
        worst = child
      }
      guard worst != parent else { return }
      heap.swapAt(parent, worst)
      parent = worst
    }
  }
}
