import Kernels

/// A layer norm: rows are shifted and scaled to mean 0 and variance 1, then by learnt factors.
struct Norm: Sendable {
  let gain: [Float]
  let bias: [Float]

  /// Normalises rows as long as `gain`, in place.
  func apply(to x: inout [Float], on set: InstructionSet) {
    kernels_layer_norm(set.level, &x, x.count / gain.count, gain.count, gain, bias)
  }

  /// Adds rows to the first `rows` ones and normalises the sums, in place.
  func apply(to x: inout [Float], adding other: [Float], rows: Int, on set: InstructionSet) {
    kernels_add_layer_norm(set.level, &x, other, rows, gain.count, gain, bias)
  }
}

extension [Float] {
  /// Scales each row to length one; a row of zeros stays.
  package mutating func normaliseRows(of width: Int) {
    for row in stride(from: 0, to: count, by: width) {
      var squares: Float = 0
      for i in row..<row + width { squares += self[i] * self[i] }
      let length = Swift.max(squares.squareRoot(), 1e-9)
      for i in row..<row + width { self[i] /= length }
    }
  }
}
