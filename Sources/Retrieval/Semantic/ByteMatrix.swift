import Kernels

/// Rows of signed bytes that other rows are multiplied by, laid out for the kernels. Products are exact.
package struct ByteMatrix: Sendable {
  /// How long a row is; a multiple of 4.
  package let columns: Int
  /// How many rows it was made from.
  package let rows: Int
  /// `rows`, rounded up to whole panels: how long a product is.
  package let outputs: Int
  private let panels: [Int8]
  private let sums: [Int32]

  /// Lays out `values`, [rows, columns], row by row.
  package init(_ values: UnsafeBufferPointer<Int8>, columns: Int) {
    precondition(
      columns % 4 == 0 && values.count % columns == 0, "\(values.count) bytes are no rows of \(columns)")
    let width = Int(KERNELS_PANEL_I8)
    let rows = values.count / columns
    let outputs = (rows + width - 1) / width * width
    self.columns = columns
    self.rows = rows
    self.outputs = outputs
    var sums = [Int32](repeating: 0, count: outputs)
    panels = [Int8](unsafeUninitializedCapacity: outputs * columns) { buffer, count in
      buffer.initialize(repeating: 0)
      for row in 0..<rows {
        let from = values.baseAddress! + row * columns
        let to = buffer.baseAddress! + row / width * width * columns + row % width * 4
        var sum: Int32 = 0
        for column in stride(from: 0, to: columns, by: 4) {
          let place = to + column * width
          for next in 0..<4 {
            place[next] = from[column + next]
            sum += Int32(from[column + next])
          }
        }
        sums[row] = 128 * sum
      }
      count = outputs * columns
    }
    self.sums = sums
  }

  /// The products of rows of numbers, each kept plus 128: `outputs` sums a row.
  package func multiply(
    _ x: UnsafePointer<UInt8>, rows: Int, into y: UnsafeMutablePointer<Int32>, on set: InstructionSet
  ) {
    kernels_multiply_i8(set.level, x, rows, columns, panels, sums, outputs, y)
  }

  /// The products as floats: of each row times its scale, times the output's factor, plus the output's bias.
  func multiply(
    _ x: UnsafePointer<UInt8>, rows: Int, scales rowScales: [Float], by factors: [Float],
    adding bias: [Float],
    into y: UnsafeMutablePointer<Float>, on set: InstructionSet
  ) {
    kernels_linear_i8(
      set.level, x, rows, columns, panels, sums, outputs, rowScales, factors, bias, y)
  }
}
