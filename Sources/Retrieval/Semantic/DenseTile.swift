package import Kernels

/// Room for a few rows of signed bytes, laid out so that many queries are multiplied with them in the core's registers.
///
/// Only products that reach a query's minimum ever leave the registers. They are exact. One for each thread.
package final class DenseTile {
  /// How many documents it has at most.
  package static let size = Int(KERNELS_TILE)

  private let columns: Int
  private let set: InstructionSet
  private let numbers: UnsafeMutablePointer<Int16>
  private var count = 0

  /// - Parameter columns: how long a row is, a multiple of 4.
  package init(columns: Int, on set: InstructionSet) {
    precondition(columns % 4 == 0, "a row can't have \(columns) columns")
    self.columns = columns
    self.set = set
    numbers = .allocate(capacity: Self.size * columns)
  }

  deinit { numbers.deallocate() }

  /// Lays out rows, in place of those before.
  package func fill(_ rows: UnsafePointer<Int8>, count: Int) {
    precondition(count <= Self.size, "a tile holds \(Self.size) documents, not \(count)")
    self.count = count
    kernels_pack_documents(set.level, rows, count, columns, numbers)
  }

  /// Writes the products of queries with all documents that are at least the query's minimum, and says how many there are.
  ///
  /// - Parameters:
  ///   - chosen: the queries that are asked for; all, if nil.
  ///   - minimums: one for each query, within ±2^24.
  package func products(
    with queries: DenseQueries, _ chosen: UnsafeBufferPointer<UInt32>? = nil, atLeast minimums: [Int32],
    into found: UnsafeMutablePointer<kernels_product>
  ) -> Int {
    kernels_products(
      set.level, numbers, count, columns, queries.packed, chosen?.baseAddress, chosen?.count ?? queries.count,
      minimums, found)
  }
}
