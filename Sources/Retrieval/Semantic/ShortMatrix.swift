import Kernels

/// A matrix rounded to 16 bits, laid out for the kernels, that rows of rounded numbers are multiplied by exactly: nearly as
/// true as floats and twice as fast.
package struct ShortMatrix: Sendable {
  /// The largest whole number that a row which is multiplied may have.
  static let limit: Float = 4095
  /// How long a row that is multiplied is.
  package let inputs: Int
  /// How long its product is; a multiple of 16.
  package let outputs: Int
  private let panels: [Int16]
  private let scales: [Float]
  private let bias: [Float]

  /// Rounds a matrix and lays it out.
  ///
  /// Each output has a scale of its own, as fine as 16 bits allow and such that no sum of products leaves 32.
  ///
  /// - Parameters:
  ///   - inputs: an even number.
  ///   - outputs: a multiple of 16.
  ///   - bias: what is added to each output; nothing if nil.
  ///   - element: the factor of an input in an output.
  package init(
    inputs: Int, outputs: Int, bias: [Float]? = nil, element: (_ input: Int, _ output: Int) -> Float
  ) {
    let width = Int(KERNELS_PANEL_I8)
    precondition(
      inputs % 2 == 0 && outputs % width == 0,
      "a matrix has a multiple of 2 rows and of \(width) columns, not \(inputs) and \(outputs)")
    self.inputs = inputs
    self.outputs = outputs
    self.bias = bias ?? [Float](repeating: 0, count: outputs)
    var scales = [Float](repeating: 0, count: outputs)
    var panel = [Float](repeating: 0, count: inputs * width)
    panels = [Int16](unsafeUninitializedCapacity: inputs * outputs) { buffer, count in
      for output in stride(from: 0, to: outputs, by: width) {
        for input in 0..<inputs {
          for column in 0..<width { panel[input * width + column] = element(input, output + column) }
        }
        let factors = Self.factors(of: panel, inputs: inputs)
        for column in 0..<width where factors[column] > 0 { scales[output + column] = 1 / factors[column] }
        let start = buffer.baseAddress! + output * inputs
        for input in 0..<inputs {
          let place = start + input / 2 * 2 * width + input % 2
          for column in 0..<width {
            // Adding the number makes all digits behind the point go, rounded to even.
            let value = (panel[input * width + column] * factors[column] + 0x1.8p23) - 0x1.8p23
            place[2 * column] = value.isFinite ? Int16(value) : 0
          }
        }
      }
      count = inputs * outputs
    }
    self.scales = scales
  }

  /// What the numbers of each column are to be multiplied by before they are rounded; 0 if there is no such factor.
  private static func factors(of panel: [Float], inputs: Int) -> [Float] {
    let width = Int(KERNELS_PANEL_I8)
    var sums = [Float](repeating: 0, count: width)
    var most = sums
    for place in panel.indices {
      let size = abs(panel[place])
      sums[place % width] += size
      most[place % width] = max(most[place % width], size)
    }
    // Rounding may add a half to each number.
    let room = Float(Int(Int32.max) / Int(limit) - inputs)
    return (0..<width).map { column in
      let factor = min(room / sums[column], 32000 / most[column])
      return factor.isFinite && factor > 0 ? factor : 0
    }
  }

  /// Rounds half-precision numbers, [inputs, outputs].
  init(_ halves: UnsafeBufferPointer<UInt16>, inputs: Int, outputs: Int, bias: [Float]? = nil) {
    self.init(inputs: inputs, outputs: outputs, bias: bias) { Float(halfBits: halves[$0 * outputs + $1]) }
  }

  /// The products of rows that begin at `offsets`, one row of ``outputs`` floats each.
  ///
  /// - Parameter scales: what a whole number of each row counts.
  func multiply(
    _ x: [Int16], rowsAt offsets: [Int64], scales rowScales: [Float], on set: InstructionSet
  ) -> [Float] {
    [Float](unsafeUninitializedCapacity: offsets.count * outputs) { buffer, count in
      kernels_linear_i16(
        set.level, x, offsets, offsets.count, inputs, panels, outputs, rowScales, scales, bias,
        buffer.baseAddress!)
      count = offsets.count * outputs
    }
  }

  /// The products of rows of floats that lie one after the other.
  package func multiply(_ x: [Float], on set: InstructionSet) -> [Float] {
    let rows = x.count / inputs
    let rounded = ShortRows(x, columns: inputs, on: set)
    return multiply(
      rounded.values, rowsAt: (0..<rows).map { Int64($0 * inputs) }, scales: rounded.scales, on: set)
  }
}

/// Rows of floats, each rounded to whole numbers that a ``ShortMatrix`` multiplies.
struct ShortRows {
  let values: [Int16]
  /// What a whole number of each row counts.
  let scales: [Float]

  /// Rounds rows of `columns` floats, a multiple of 16.
  init(_ x: [Float], columns: Int, on set: InstructionSet) {
    let rows = x.count / columns
    var scales = [Float](repeating: 0, count: rows)
    values = [Int16](unsafeUninitializedCapacity: x.count) { buffer, count in
      kernels_quantise_i16(
        set.level, x, rows, columns, ShortMatrix.limit, buffer.baseAddress!, &scales)
      count = rows * columns
    }
    self.scales = scales
  }
}
