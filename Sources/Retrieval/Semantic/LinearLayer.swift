import Kernels

/// `y = W x + b` with weights of a byte; `x` is rounded to bytes row by row.
struct LinearLayer: Sendable {
  private let weights: ByteMatrix
  private let scales: [Float]
  private let bias: [Float]

  /// - Parameters:
  ///   - weights: [outputs, inputs]; `outputs` is a multiple of 16, `inputs` too.
  ///   - scales: what a weight of each output counts.
  ///   - bias: one number an output.
  init(weights: UnsafeBufferPointer<Int8>, inputs: Int, scales: [Float], bias: [Float]) {
    self.weights = ByteMatrix(weights, columns: inputs)
    self.scales = scales
    self.bias = bias
  }

  /// The layer's output for rows.
  func callAsFunction(_ x: ByteRows, into y: inout [Float], on set: InstructionSet) {
    weights.multiply(
      x.values, rows: x.rows, scales: x.scales, by: scales, adding: bias, into: &y, on: set)
  }
}

/// Rows of floats, each rounded to bytes; its memory is used again and again.
struct ByteRows {
  /// How many rows there are.
  private(set) var rows = 0
  /// The numbers plus 128.
  private(set) var values: [UInt8]
  /// What a whole number of each row counts.
  private(set) var scales: [Float]

  /// Room for rows of `columns` numbers.
  init(rows: Int, columns: Int) {
    values = [UInt8](repeating: 0, count: rows * columns)
    scales = [Float](repeating: 0, count: rows)
  }

  /// Rounds the first rows of `x`; `columns` is a multiple of 16.
  mutating func round(_ x: [Float], rows: Int, columns: Int, on set: InstructionSet) {
    self.rows = rows
    kernels_quantise(set.level, x, rows, columns, &values, &scales)
  }

  /// Rounds what GELU makes of the first rows of `x`, which it overwrites.
  mutating func roundGELU(of x: inout [Float], rows: Int, columns: Int, on set: InstructionSet) {
    self.rows = rows
    kernels_gelu_quantise(set.level, &x, rows, columns, &values, &scales)
  }
}
