import Kernels

/// Google's multilingual Universal Sentence Encoder: word pieces, convolutions over runs of two, three and five of them,
/// and dense layers give 512 floats of length one. It reads sixteen languages into one space.
///
/// Source: Yang et al., "Multilingual Universal Sentence Encoder for Semantic Retrieval", 2019, the convolutional model.
/// What it computes is described step by step in `data/models/README.md`.
package struct UniversalSentenceEncoder: Sendable {
  /// How many floats a text becomes.
  package static let width = 512

  let tokeniser: UnigramTokeniser
  private let table: BlockTable
  private let projection: FloatMatrix
  private let projectionBias: [Float]
  private let projectionNorm: Norm
  private let orders: [Order]
  private let featuresNorm: Norm
  private let sentence: FloatMatrix
  private let sentenceBias: [Float]
  private let dense: [FloatMatrix]
  private let skips: [FloatMatrix]

  /// How many features a piece has: its embedding, and what each order of convolution makes of its surroundings.
  private static let features = 1280
  /// How many of them are an order's.
  private static let part = 256

  /// The convolutions over runs of some number of pieces.
  private struct Order: Sendable {
    /// How many pieces a run has, and how many of them stand before the piece itself.
    let pieces: Int, before: Int
    /// What each place of a run adds to the first convolution, side by side: it depends on the piece alone.
    let first: FloatMatrix
    let firstBias: [Float]
    let second: FloatMatrix
    let secondBias: [Float]
  }

  package init(_ file: ModelFile) throws(ModelError) {
    func floats(_ name: String, _ count: Int) throws(ModelError) -> [Float] {
      Array(try file.tensor(name, of: Float.self, shape: [count]))
    }
    func matrix(_ name: String, _ inputs: Int, _ outputs: Int) throws(ModelError) -> FloatMatrix {
      FloatMatrix(
        try file.tensor(name, of: UInt16.self, shape: [inputs, outputs]), inputs: inputs, outputs: outputs)
    }
    func norm(_ name: String, _ count: Int) throws(ModelError) -> Norm {
      Norm(gain: try floats(name + ".gain", count), bias: try floats(name + ".bias", count))
    }
    tokeniser = try UnigramTokeniser(file)
    table = try BlockTable(file, "token.table", rows: tokeniser.pieceCount, columns: 512)
    projection = try matrix("ngram.projection.weight", 512, 768)
    projectionBias = try floats("ngram.projection.bias", 768)
    projectionNorm = try norm("ngram.norm", 768)
    let part = Self.part
    var orders: [Order] = []
    for (pieces, before) in [(2, 0), (3, 1), (5, 2)] {
      let name = "ngram.\(pieces)."
      let first = try file.tensor(name + "first.weight", of: UInt16.self, shape: [pieces * part, part])
      orders.append(
        Order(
          pieces: pieces, before: before,
          first: FloatMatrix(inputs: part, outputs: pieces * part) { input, output in
            Float(halfBits: first[(output / part * part + input) * part + output % part])
          },
          firstBias: try floats(name + "first.bias", part),
          second: try matrix(name + "second.weight", pieces * part, part),
          secondBias: try floats(name + "second.bias", part)))
    }
    self.orders = orders
    featuresNorm = try norm("features.norm", Self.features)
    sentence = try matrix("sentence.weight", Self.features, 512)
    sentenceBias = try floats("sentence.bias", 512)
    dense = [
      try matrix("dense.0.weight", 512, 320), try matrix("dense.1.weight", 320, 320),
      try matrix("dense.2.weight", 320, 512), try matrix("dense.3.weight", 512, 512),
    ]
    skips = [try matrix("skip.1.weight", 512, 320), try matrix("skip.3.weight", 320, 512)]
  }

  /// The vectors of texts given as pieces, one row of ``width`` floats each.
  ///
  /// A text's vector doesn't depend on the others. Complexity: O(pieces).
  package func encode(_ texts: [[UInt32]], on set: InstructionSet) -> [Float] {
    // What depends on a piece alone is computed once for each distinct piece.
    var numbers: [UInt32: Int] = [:]
    var embeddings: [Float] = []
    let pieces = texts.map { text in
      text.map { piece in
        if let number = numbers[piece] { return number }
        let number = numbers.count
        numbers[piece] = number
        table.append(Int(piece), to: &embeddings)
        return number
      }
    }
    var projected = projection.multiply(embeddings, bias: projectionBias, on: set)
    projectionNorm.apply(to: &projected, on: set)

    let total = texts.reduce(0) { $0 + $1.count }
    var features = [Float](unsafeUninitializedCapacity: total * Self.features) { buffer, count in
      var row = 0
      for piece in pieces.joined() {
        (buffer.baseAddress! + row * Self.features)
          .initialize(from: embeddings.withUnsafeBufferPointer { $0.baseAddress! + piece * 512 }, count: 512)
        row += 1
      }
      count = total * Self.features
    }
    for (index, order) in orders.enumerated() {
      convolve(pieces, projected, order, index, total: total, numbers.count, into: &features, on: set)
    }
    featuresNorm.apply(to: &features, on: set)

    var sums = [Float](repeating: 0, count: texts.count * Self.features)
    var row = 0
    for (text, pieces) in texts.enumerated() {
      for _ in pieces {
        for i in 0..<Self.features { sums[text * Self.features + i] += features[row * Self.features + i] }
        row += 1
      }
    }
    var y = sentence.multiply(sums, on: set)
    for (text, pieces) in texts.enumerated() {
      let length = Float(pieces.count)
      for i in 0..<512 {
        y[text * 512 + i] = (y[text * 512 + i] + length * sentenceBias[i]) / length.squareRoot()
      }
    }
    return denseLayers(y, on: set)
  }

  /// Both convolutions of one order, into its columns of the features.
  private func convolve(
    _ texts: [[Int]], _ projected: [Float], _ order: Order, _ index: Int, total: Int, _ distinct: Int,
    into features: inout [Float], on set: InstructionSet
  ) {
    let part = Self.part
    let width = order.pieces * part
    var partial = [Float](repeating: 0, count: distinct * width)
    order.first.multiply(
      projected, rowsAt: (0..<distinct).map { Int64($0 * 3 * part + index * part) }, into: &partial, on: set)

    // Two rows of zeros stand before each text and after the last, so that a run of pieces lies in one piece of memory.
    var first = [Float](repeating: 0, count: (total + 2 * texts.count + 2) * part)
    var windows: [Int64] = []
    var own: [Int64] = []
    var start = 2
    for text in texts {
      var offsets: [Int64] = []
      for place in text.indices {
        for step in 0..<order.pieces {
          let at = place + step - order.before
          offsets.append(text.indices.contains(at) ? Int64(text[at] * width + step * part) : -1)
        }
        windows.append(Int64((start + place - order.before) * part))
        own.append(Int64((start + place) * part))
      }
      first.withUnsafeMutableBufferPointer {
        kernels_relu_of_sum(
          set.level, partial, offsets, order.pieces, order.firstBias, projected,
          text.map { Int64($0 * 3 * part + index * part) }, text.count, part, $0.baseAddress! + start * part,
          part)
      }
      start += text.count + 2
    }

    var second = [Float](repeating: 0, count: total * part)
    order.second.multiply(first, rowsAt: windows, into: &second, on: set)
    features.withUnsafeMutableBufferPointer {
      kernels_relu_of_sum(
        set.level, second, (0..<total).map { Int64($0 * part) }, 1, order.secondBias, first, own, total, part,
        $0.baseAddress! + 512 + index * part, Self.features)
    }
  }

  private func denseLayers(_ x: [Float], on set: InstructionSet) -> [Float] {
    func relu(_ x: [Float]) -> [Float] { x.map { max($0, 0) } }
    func sum(_ x: [Float], _ y: [Float]) -> [Float] { zip(x, y).map { $0 + $1 } }
    let y0 = relu(dense[0].multiply(x, on: set))
    let y1 = relu(sum(skips[0].multiply(x, on: set), dense[1].multiply(y0, on: set)))
    let y2 = relu(dense[2].multiply(y1, on: set))
    var z = sum(skips[1].multiply(y1, on: set), dense[3].multiply(y2, on: set))
    kernels_tanh(set.level, &z, z.count)
    z.normaliseRows(of: Self.width)
    return z
  }
}
