import Foundation
import Kernels
import Retrieval
import TestSupport
import Testing

@Suite struct KernelTests {
  @Test(arguments: InstructionSet.available, [(1, 4, 1), (5, 64, 17), (13, 384, 100)])
  func `multiplies bytes exactly`(set: InstructionSet, shape: (rows: Int, columns: Int, outputs: Int)) {
    var random = SeededRandom(seed: 3)
    let weights = (0..<shape.outputs * shape.columns).map { _ in Int8.random(in: -127...127, using: &random) }
    let x = (0..<shape.rows * shape.columns).map { _ in Int.random(in: -127...127, using: &random) }
    let matrix = weights.withUnsafeBufferPointer { ByteMatrix($0, columns: shape.columns) }
    var products = [Int32](repeating: -1, count: shape.rows * matrix.outputs)
    matrix.multiply(x.map { UInt8($0 + 128) }, rows: shape.rows, into: &products, on: set)
    for row in 0..<shape.rows {
      for output in 0..<shape.outputs {
        let expected = (0..<shape.columns).reduce(0) {
          $0 + x[row * shape.columns + $1] * Int(weights[output * shape.columns + $1])
        }
        #expect(Int(products[row * matrix.outputs + output]) == expected)
      }
    }
  }

  @Test(arguments: InstructionSet.available, [(1, 4, 1), (7, 64, 17), (13, 384, 64), (25, 100, 33)])
  func `finds the products that reach a minimum`(
    set: InstructionSet, shape: (queries: Int, columns: Int, documents: Int)
  ) {
    var random = SeededRandom(seed: 5)
    func bytes(_ rows: Int) -> [Int8] {
      (0..<rows * shape.columns).map { _ in Int8.random(in: -128...127, using: &random) }
    }
    let (queries, documents) = (bytes(shape.queries), bytes(shape.documents))
    let least = (0..<shape.queries).map { _ in Int32.random(in: -200_000...200_000, using: &random) }
    var expected: [[Int]] = []
    for query in 0..<shape.queries {
      for document in 0..<shape.documents {
        let product = (0..<shape.columns).reduce(0) {
          $0 + Int(queries[query * shape.columns + $1]) * Int(documents[document * shape.columns + $1])
        }
        if product >= least[query] { expected.append([query, document, product]) }
      }
    }
    let tile = DenseTile(columns: shape.columns, on: set)
    documents.withUnsafeBufferPointer { tile.fill($0.baseAddress!, count: shape.documents) }
    let packed = queries.withUnsafeBufferPointer { DenseQueries($0, columns: shape.columns, on: set) }
    let found = [kernels_product](unsafeUninitializedCapacity: shape.queries * DenseTile.size) {
      $1 = tile.products(with: packed, atLeast: least, into: $0.baseAddress!)
    }
    let triples = found.map { [Int($0.query), Int($0.document), Int($0.product)] }
    #expect(triples.sorted { $0.lexicographicallyPrecedes($1) } == expected)
  }

  @Test(arguments: InstructionSet.available)
  func `multiplies floats`(set: InstructionSet) {
    var random = SeededRandom(seed: 4)
    let (rows, inputs, outputs) = (11, 50, 64)
    let weights = (0..<inputs * outputs).map { _ in Float.random(in: -1...1, using: &random) }
    let x = (0..<rows * inputs).map { _ in Float.random(in: -1...1, using: &random) }
    let bias = (0..<outputs).map { _ in Float.random(in: -1...1, using: &random) }
    let y = FloatMatrix(inputs: inputs, outputs: outputs) { weights[$0 * outputs + $1] }
      .multiply(x, bias: bias, on: set)
    for row in 0..<rows {
      for output in 0..<outputs {
        let expected = (0..<inputs).reduce(Double(bias[output])) {
          $0 + Double(x[row * inputs + $1]) * Double(weights[$1 * outputs + output])
        }
        #expect(abs(Double(y[row * outputs + output]) - expected) < 1e-5)
      }
    }
  }

  @Test(arguments: InstructionSet.available, [(1, 256, 16), (7, 320, 80), (20, 1280, 512)])
  func `multiplies rounded floats nearly as truly as floats, with the same bits everywhere`(
    set: InstructionSet, shape: (rows: Int, inputs: Int, outputs: Int)
  ) {
    var random = SeededRandom(seed: 6)
    let (rows, inputs, outputs) = shape
    var weights = (0..<inputs * outputs).map { _ in Float.random(in: -1...1, using: &random) }
    // Columns of zeros and of numbers that are all the largest, whose sums come nearest to what 32 bits hold.
    for input in 0..<inputs {
      weights[input * outputs] = 0
      weights[input * outputs + 1] = 3
    }
    var x = (0..<rows * inputs).map { _ in Float.random(in: -1...1, using: &random) }
    for input in 0..<inputs { x[input] = -2 }
    let bias = (0..<outputs).map { _ in Float.random(in: -1...1, using: &random) }
    let matrix = ShortMatrix(inputs: inputs, outputs: outputs, bias: bias) { weights[$0 * outputs + $1] }
    let y = matrix.multiply(x, on: set)
    #expect(y == matrix.multiply(x, on: .portable))
    for row in 0..<rows {
      for output in 0..<outputs {
        var (expected, size) = (Double(bias[output]), 1.0)
        for input in 0..<inputs {
          let product = Double(x[row * inputs + input]) * Double(weights[input * outputs + output])
          expected += product
          size += abs(product)
        }
        #expect(abs(Double(y[row * outputs + output]) - expected) < 1e-3 * size)
      }
    }
  }

  @Test func `reads every half-precision number`() {
    for bits in UInt16.min...UInt16.max {
      let expected = Float(Float16(bitPattern: bits))
      if expected.isFinite { #expect(Float(halfBits: bits) == expected) }
    }
  }
}
