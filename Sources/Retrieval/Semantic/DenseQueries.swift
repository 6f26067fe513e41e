import Kernels

/// Rows of signed bytes laid out for the kernels, as queries of a ``DenseTile``.
package struct DenseQueries {
  /// How many there are.
  package let count: Int
  let packed: [Int16]

  /// Lays out `rows`, each of `columns` bytes, a multiple of 4.
  package init(_ rows: UnsafeBufferPointer<Int8>, columns: Int, on set: InstructionSet) {
    precondition(
      columns % 4 == 0 && rows.count % columns == 0, "\(rows.count) bytes are no rows of \(columns)")
    count = rows.count / columns
    var packed = [Int16](repeating: 0, count: count * (columns + Int(KERNELS_QUERY_TAIL)))
    if let first = rows.baseAddress { kernels_pack_queries(set.level, first, count, columns, &packed) }
    self.packed = packed
  }
}
