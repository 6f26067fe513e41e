import Kernels

/// `y = W x + b` with weights of a byte; `x` is rounded to bytes row by row.
struct LinearLayer: Sendable {
  private let weights: ByteMatrix
  private let scales: [Float]
  private let bias: [Float]

  var outputs: Int { weights.outputs }

  /// - Parameters:
  ///   - weights: [outputs, inputs]; `outputs` is a multiple of 16, `inputs` too.
  ///   - scales: what a weight of each output counts.
  ///   - bias: one number an output.
  init(weights: UnsafeBufferPointer<Int8>, inputs: Int, scales: [Float], bias: [Float]) {
    self.weights = ByteMatrix(weights, columns: inputs)
    self.scales = scales
    self.bias = bias
  }

  /// The layer's output for `rows` rows of `x`.
  func callAsFunction(_ x: [Float], on set: InstructionSet) -> [Float] {
    let rows = x.count / weights.columns
    var bytes = [UInt8](repeating: 0, count: x.count)
    var rowScales = [Float](repeating: 0, count: rows)
    kernels_quantise(set.level, x, rows, weights.columns, &bytes, &rowScales)
    let products = [Int32](unsafeUninitializedCapacity: rows * outputs) { buffer, count in
      weights.multiply(bytes, rows: rows, into: buffer.baseAddress!, on: set)
      count = rows * outputs
    }
    return [Float](unsafeUninitializedCapacity: rows * outputs) { buffer, count in
      kernels_dequantise(set.level, products, rows, outputs, rowScales, scales, bias, buffer.baseAddress!)
      count = rows * outputs
    }
  }
}
