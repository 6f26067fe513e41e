import Kernels

/// The lists that some queries look through: of the centres, about one in ``share`` that are nearest to a query.
///
/// Which these are depends on the query and the lists alone.
struct MeaningProbes {
  private let queries: DenseQueries
  private let lists: MeaningLists
  private let set: InstructionSet
  /// What the products with the centres must be: of the nearest lists, and of all.
  private var nearest: [Int32]
  private var all: [Int32]

  /// One list in so many is looked through.
  static let share = 6
  /// One in so many is among the nearest.
  private static let nearestShare = 64
  /// How many centres tell a query what the others are like.
  private static let judges = 256

  init(_ queries: DenseQueries, _ lists: MeaningLists, on set: InstructionSet) {
    (self.queries, self.lists, self.set) = (queries, lists, set)
    (nearest, all) = ([], [])
    let least = [Int32](repeating: -1 << 24, count: queries.count)
    let judges = min(Self.judges, lists.count)
    var products = [Int32](repeating: 0, count: queries.count * judges)
    Self.forEachTile(of: lists, ..<judges, on: set) { tile, start, found in
      let count = tile.products(with: queries, atLeast: least, into: found)
      for product in UnsafeBufferPointer(start: found, count: count) {
        products[Int(product.query) * judges + start + Int(product.document)] = product.product
      }
    }
    for query in 0..<queries.count {
      let sorted = products[query * judges..<(query + 1) * judges].sorted(by: >)
      nearest.append(sorted.isEmpty ? 0 : sorted[judges / Self.nearestShare])
      all.append(sorted.isEmpty ? 0 : sorted[judges / Self.share])
    }
  }

  /// Calls `body` with each list that some queries look through, and these.
  ///
  /// - Parameter nearest: whether it is one of the nearest of a query, or one of the others.
  func forEachList(nearest isNearest: Bool, _ body: (Int, UnsafeBufferPointer<UInt32>) -> Void) {
    var chosen = [[UInt32]](repeating: [], count: DenseTile.size)
    for list in chosen.indices { chosen[list].reserveCapacity(queries.count) }
    Self.forEachTile(of: lists, ..<lists.count, on: set) { tile, start, found in
      let count = tile.products(with: queries, atLeast: isNearest ? nearest : all, into: found)
      for product in UnsafeBufferPointer(start: found, count: count)
      where isNearest || product.product < nearest[Int(product.query)] {
        chosen[Int(product.document)].append(product.query)
      }
      for list in chosen.indices where !chosen[list].isEmpty {
        chosen[list].withUnsafeBufferPointer { body(start + list, $0) }
        chosen[list].removeAll(keepingCapacity: true)
      }
    }
  }

  /// Calls `body` with the centres, tile by tile, the number of the first one in it, and room for what is found.
  private static func forEachTile(
    of lists: MeaningLists, _ range: PartialRangeUpTo<Int>, on set: InstructionSet,
    _ body: (DenseTile, Int, UnsafeMutablePointer<kernels_product>) -> Void
  ) {
    let tile = DenseTile(columns: SemanticVectors.width, on: set)
    let found = UnsafeMutablePointer<kernels_product>.allocate(capacity: MixedSearch.room)
    defer { found.deallocate() }
    lists.centres.bytes.withUnsafeBufferPointer { bytes in
      for start in stride(from: 0, to: range.upperBound, by: DenseTile.size) {
        let rows = bytes.baseAddress! + start * SemanticVectors.width
        tile.fill(rows, count: min(DenseTile.size, range.upperBound - start))
        body(tile, start, found)
      }
    }
  }
}
