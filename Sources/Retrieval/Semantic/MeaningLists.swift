import Kernels

/// Vectors in lists of like ones, so that a search may look through the lists nearest to a query alone: an inverted file (IVF;
/// Jégou, Douze and Schmid 2011, "Product quantization for nearest neighbor search").
///
/// The centres are found by k-means of whole numbers, which begins with vectors at even distances: the same on every machine.
package struct MeaningLists: Sendable {
  /// A vector for each list.
  package let centres: SemanticVectors
  /// Where each list begins in `members`, and the last one ends.
  private let offsets: [Int]
  /// The vectors' numbers, list by list, rising within each.
  private let members: [UInt32]

  /// Lists for each square root of the number of vectors: finer lists find more, and take longer to choose from.
  private static let density = 13.0
  /// Vectors that a centre is learnt from, on average.
  private static let lesson = 24
  private static let rounds = 3

  /// - Complexity: O(n^1.5) for n vectors.
  package init(_ vectors: SemanticVectors, threads: Int, on set: InstructionSet = .best) {
    let total = vectors.count
    let count = min(total, Int((Self.density * Double(total).squareRoot()).rounded(.up)))
    // Multiples of the golden ratio: those of any first few centres, too, lie at even distances.
    let beginnings = (0..<count).map { list in
      let part = UInt64(list) &* 0x9E37_79B9_7F4A_7C15
      return Int(part.multipliedFullWidth(by: UInt64(total)).high)
    }
    var centres = Self.rows(of: vectors, beginnings)
    let step = max(1, total / max(1, Self.lesson * count))
    let sample = Array(stride(from: 0, to: total, by: step))
    for _ in 0..<Self.rounds {
      let nearest = Self.nearest(to: sample, of: vectors, among: centres, threads: threads, on: set)
      centres = Self.means(of: vectors, sample, nearest, centres)
    }
    self.centres = centres
    let nearest = Self.nearest(to: Array(0..<total), of: vectors, among: centres, threads: threads, on: set)
    var offsets = [Int](repeating: 0, count: count + 1)
    for list in nearest { offsets[Int(list) + 1] += 1 }
    for list in 0..<count { offsets[list + 1] += offsets[list] }
    self.offsets = offsets
    var members = [UInt32](repeating: 0, count: total)
    for (number, list) in nearest.enumerated() {
      members[offsets[Int(list)]] = UInt32(number)
      offsets[Int(list)] += 1
    }
    self.members = members
  }

  /// How many lists there are.
  package var count: Int { offsets.count - 1 }

  /// The numbers of a list's vectors.
  package subscript(list: Int) -> ArraySlice<UInt32> { members[offsets[list]..<offsets[list + 1]] }

  private static func rows(of vectors: SemanticVectors, _ numbers: [Int]) -> SemanticVectors {
    var rows = SemanticVectors()
    for number in numbers { rows.append(vectors[number]) }
    return rows
  }

  /// The centre most like each of some vectors, the first one of several.
  private static func nearest(
    to numbers: [Int], of vectors: SemanticVectors, among centres: SemanticVectors, threads: Int,
    on set: InstructionSet
  ) -> [UInt32] {
    let chunks = (numbers.count + MixedSearch.chunk - 1) / MixedSearch.chunk
    return [UInt32](unsafeUninitializedCapacity: numbers.count) { buffer, initialized in
      // Each number's slot is written once, by the one thread that has its chunk.
      nonisolated(unsafe) let slots = buffer
      Threads.run(min(threads, max(1, chunks))) { thread in
        let tile = DenseTile(columns: SemanticVectors.width, on: set)
        let found = UnsafeMutablePointer<kernels_product>.allocate(
          capacity: MixedSearch.chunk * DenseTile.size)
        defer { found.deallocate() }
        for chunk in stride(from: thread, to: chunks, by: threads) {
          let range = chunk * MixedSearch.chunk..<min((chunk + 1) * MixedSearch.chunk, numbers.count)
          let queries = rows(of: vectors, Array(numbers[range])).bytes.withUnsafeBufferPointer {
            DenseQueries($0, columns: SemanticVectors.width, on: set)
          }
          var least = [Int32](repeating: -1 << 24, count: range.count)
          centres.bytes.withUnsafeBufferPointer { bytes in
            for start in stride(from: 0, to: centres.count, by: DenseTile.size) {
              let rows = bytes.baseAddress! + start * SemanticVectors.width
              tile.fill(rows, count: min(DenseTile.size, centres.count - start))
              let count = tile.products(with: queries, atLeast: least, into: found)
              for product in UnsafeBufferPointer(start: found, count: count)
              where product.product >= least[Int(product.query)] {
                least[Int(product.query)] = product.product + 1
                slots[range.lowerBound + Int(product.query)] = UInt32(start) + product.document
              }
            }
          }
        }
      }
      initialized = numbers.count
    }
  }

  /// The means of the vectors that are nearest to each centre, of length one; a centre that none is nearest to stays.
  private static func means(
    of vectors: SemanticVectors, _ numbers: [Int], _ nearest: [UInt32], _ centres: SemanticVectors
  ) -> SemanticVectors {
    let width = SemanticVectors.width
    var sums = [Int32](repeating: 0, count: centres.count * width)
    for (number, list) in zip(numbers, nearest) {
      let start = Int(list) * width
      for (column, value) in vectors[number].enumerated() { sums[start + column] += Int32(value) }
    }
    var means = SemanticVectors()
    for list in 0..<centres.count {
      let sum = sums[list * width..<(list + 1) * width]
      let length = sum.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
      if length == 0 {
        means.append(centres[list])
      } else {
        means.append(rounding: sum.lazy.map { Float(Double($0) / length) })
      }
    }
    return means
  }
}
