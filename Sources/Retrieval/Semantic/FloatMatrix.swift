import Kernels

/// A matrix of floats that rows are multiplied by, laid out for the kernels.
package struct FloatMatrix: Sendable {
  /// How long a row that is multiplied is.
  let inputs: Int
  /// How long its product is; a multiple of 32.
  let outputs: Int
  private let panels: [Float]

  /// Lays out a matrix.
  ///
  /// - Parameter element: the factor of an input in an output.
  package init(inputs: Int, outputs: Int, element: (_ input: Int, _ output: Int) -> Float) {
    let width = Int(KERNELS_PANEL_F32)
    precondition(outputs % width == 0, "a matrix has a multiple of \(width) columns, not \(outputs)")
    self.inputs = inputs
    self.outputs = outputs
    panels = [Float](unsafeUninitializedCapacity: inputs * outputs) { buffer, count in
      var place = buffer.baseAddress!
      for panel in stride(from: 0, to: outputs, by: width) {
        for input in 0..<inputs {
          for column in 0..<width { place[column] = element(input, panel + column) }
          place += width
        }
      }
      count = inputs * outputs
    }
  }

  /// Lays out half-precision numbers, [inputs, outputs].
  init(_ halves: UnsafeBufferPointer<UInt16>, inputs: Int, outputs: Int) {
    self.init(inputs: inputs, outputs: outputs) { Float(halfBits: halves[$0 * outputs + $1]) }
  }

  /// The products of rows that begin at `offsets` in `x`, one row of `outputs` floats each, plus `bias`.
  func multiply(
    _ x: UnsafePointer<Float>, rowsAt offsets: [Int64], bias: [Float]? = nil,
    into y: UnsafeMutablePointer<Float>,
    on set: InstructionSet
  ) {
    if let bias {
      kernels_multiply_f32(set.level, x, offsets, offsets.count, inputs, panels, outputs, bias, y)
    } else {
      kernels_multiply_f32(set.level, x, offsets, offsets.count, inputs, panels, outputs, nil, y)
    }
  }

  /// The products of rows that lie one after the other.
  package func multiply(_ x: [Float], bias: [Float]? = nil, on set: InstructionSet) -> [Float] {
    let rows = x.count / inputs
    return [Float](unsafeUninitializedCapacity: rows * outputs) { buffer, count in
      multiply(
        x, rowsAt: (0..<rows).map { Int64($0 * inputs) }, bias: bias, into: buffer.baseAddress!, on: set)
      count = rows * outputs
    }
  }
}

extension Float {
  /// The value of a finite half-precision number.
  package init(halfBits bits: UInt16) {
    // The exponent moves from a bias of 15 to one of 127 by a product, which is exact, also below 2⁻¹⁴.
    let magnitude = Float(bitPattern: UInt32(bits & 0x7fff) << 13) * 0x1p112
    self = bits & 0x8000 == 0 ? magnitude : -magnitude
  }
}
