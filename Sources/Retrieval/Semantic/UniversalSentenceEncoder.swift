import Kernels

/// Google's multilingual Universal Sentence Encoder: word pieces, convolutions over runs of two, three and five of them,
/// and dense layers give 512 floats of length one. It reads sixteen languages into one space.
///
/// Source: Yang et al., "Multilingual Universal Sentence Encoder for Semantic Retrieval", 2019, the convolutional model.
/// What it computes is described step by step in `data/models/README.md`.
package struct UniversalSentenceEncoder: Sendable {
  /// How many floats a text becomes.
  package static let width = 512

  /// How many features a piece has: its embedding, and what each order of convolution makes of its surroundings.
  private static let features = 1280
  /// How many of them are the embedding.
  private static let embedding = 512
  /// How many of them are an order's.
  private static let part = 256
  /// About how many pieces are convolved at a time: what is written meanwhile then fits a core's own cache.
  private static let batch = 160

  let tokeniser: UnigramTokeniser
  private let table: BlockTable
  private let projection: ShortMatrix
  private let projectionNorm: Norm
  private let orders: [Order]
  private let featuresNorm: Norm
  private let sentence: ShortMatrix
  private let sentenceBias: [Float]
  private let dense: [ShortMatrix]
  private let skips: [ShortMatrix]

  /// The convolutions over runs of some number of pieces.
  private struct Order: Sendable {
    /// How many pieces a run has, and how many of them stand before the piece itself.
    let pieces: Int, before: Int
    /// What each place of a run adds to the first convolution, side by side: it depends on the piece alone.
    let first: ShortMatrix
    let firstBias: [Float]
    let second: ShortMatrix
  }

  package init(_ file: ModelFile) throws(ModelError) {
    func floats(_ name: String, _ count: Int) throws(ModelError) -> [Float] {
      Array(try file.tensor(name, of: Float.self, shape: [count]))
    }
    func matrix(
      _ name: String, _ inputs: Int, _ outputs: Int, bias: [Float]? = nil
    ) throws(ModelError) -> ShortMatrix {
      ShortMatrix(
        try file.tensor(name, of: UInt16.self, shape: [inputs, outputs]), inputs: inputs, outputs: outputs,
        bias: bias)
    }
    func norm(_ name: String, _ count: Int) throws(ModelError) -> Norm {
      Norm(gain: try floats(name + ".gain", count), bias: try floats(name + ".bias", count))
    }
    tokeniser = try UnigramTokeniser(file)
    let part = Self.part
    let embedding = Self.embedding
    table = try BlockTable(file, "token.table", rows: tokeniser.pieceCount, columns: embedding)
    projection = try matrix(
      "ngram.projection.weight", embedding, 3 * part, bias: floats("ngram.projection.bias", 3 * part))
    projectionNorm = try norm("ngram.norm", 3 * part)
    var orders: [Order] = []
    for (pieces, before) in [(2, 0), (3, 1), (5, 2)] {
      let name = "ngram.\(pieces)."
      let first = try file.tensor(name + "first.weight", of: UInt16.self, shape: [pieces * part, part])
      orders.append(
        Order(
          pieces: pieces, before: before,
          first: ShortMatrix(inputs: part, outputs: pieces * part) { input, output in
            Float(halfBits: first[(output / part * part + input) * part + output % part])
          },
          firstBias: try floats(name + "first.bias", part),
          second: try matrix(
            name + "second.weight", pieces * part, part, bias: floats(name + "second.bias", part))))
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
  /// A text's vector doesn't depend on the others, nor on what is known. Complexity: O(pieces).
  ///
  /// - Parameter known: what was computed of pieces, for this encoder's next texts.
  package func encode(_ texts: [[UInt32]], known: inout KnownPieces, on set: InstructionSet) -> [Float] {
    learn(texts, into: &known, on: set)
    var sums: [Float] = []
    sums.reserveCapacity(texts.count * Self.features)
    for batch in Batches.ranges(of: texts.map(\.count), most: Self.batch) {
      let rows = texts[batch].map { $0.map { known.rows[$0]! } }
      addFeatures(of: rows, known, to: &sums, on: set)
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

  /// Computes what depends on a piece alone, of those pieces that are not known.
  private func learn(_ texts: [[UInt32]], into known: inout KnownPieces, on set: InstructionSet) {
    let new = known.add(texts)
    for start in stride(from: 0, to: new.count, by: Self.batch) {
      learn(new[start..<min(start + Self.batch, new.count)], into: &known, on: set)
    }
  }

  private func learn(_ new: ArraySlice<UInt32>, into known: inout KnownPieces, on set: InstructionSet) {
    let embeddings = [Float](unsafeUninitializedCapacity: new.count * Self.embedding) { buffer, count in
      for (row, piece) in new.enumerated() {
        table.read(Int(piece), into: buffer.baseAddress! + row * Self.embedding, on: set)
      }
      count = new.count * Self.embedding
    }
    var projected = projection.multiply(embeddings, on: set)
    projectionNorm.apply(to: &projected, on: set)
    let rounded = ShortRows(projected, columns: Self.part, on: set)
    for (index, order) in orders.enumerated() {
      let thirds = (0..<new.count).map { 3 * $0 + index }
      known.partial[index] += order.first.multiply(
        rounded.values, rowsAt: thirds.map { Int64($0 * Self.part) },
        scales: thirds.map { rounded.scales[$0] }, on: set)
    }
    known.projected += projected
  }

  /// Adds the sum of the features of each text's pieces, which are given as rows of what is known.
  private func addFeatures(
    of texts: [[Int]], _ known: KnownPieces, to sums: inout [Float], on set: InstructionSet
  ) {
    let width = Self.features
    let total = texts.reduce(0) { $0 + $1.count }
    var features = [Float](unsafeUninitializedCapacity: total * width) { buffer, count in
      for (place, row) in texts.joined().enumerated() {
        table.read(Int(known.pieces[row]), into: buffer.baseAddress! + place * width, on: set)
      }
      count = total * width
    }
    for index in orders.indices { convolve(texts, known, index, total: total, into: &features, on: set) }
    featuresNorm.apply(to: &features, on: set)
    var row = 0
    for text in texts {
      sums += features.sum(ofRows: row..<row + text.count, width: width, on: set)
      row += text.count
    }
  }

  /// Both convolutions of one order, into its columns of the features.
  private func convolve(
    _ texts: [[Int]], _ known: KnownPieces, _ index: Int, total: Int, into features: inout [Float],
    on set: InstructionSet
  ) {
    let order = orders[index]
    let part = Self.part
    // Two rows of zeros stand before each text and after the last, so that a run of pieces lies in one piece of memory.
    var runs: [Int64] = []
    var parts: [Int64] = []
    var own: [Int64] = []
    var start = 2
    for text in texts {
      for (place, row) in text.enumerated() {
        for step in place - order.before..<place - order.before + order.pieces {
          let at = text.indices.contains(step) ? text[step] * order.pieces + step - place + order.before : nil
          parts.append(at.map { Int64($0 * part) } ?? -1)
        }
        own.append(Int64((3 * row + index) * part))
        runs.append(Int64((start + place - order.before) * part))
      }
      start += text.count + 2
    }
    let first = [Float](unsafeUninitializedCapacity: total * part) { buffer, count in
      kernels_relu_of_sum(
        set.level, known.partial[index], parts, order.pieces, order.firstBias, known.projected, own,
        total, part, buffer.baseAddress!, part)
      count = total * part
    }
    let (rounded, scales) = round(first, of: texts, rows: start, on: set)
    let second = order.second.multiply(rounded, rowsAt: runs, scales: scales, on: set)
    let rows = (0..<total).map { Int64($0 * part) }
    let none = [Float](repeating: 0, count: part)
    features.withUnsafeMutableBufferPointer {
      kernels_relu_of_sum(
        set.level, second, rows, 1, none, first, rows, total, part,
        $0.baseAddress! + Self.embedding + index * part, Self.features)
    }
  }

  /// Rounds rows such that those of a text have one scale, with rows of zeros around each text.
  private func round(
    _ x: [Float], of texts: [[Int]], rows: Int, on set: InstructionSet
  ) -> (values: [Int16], scales: [Float]) {
    let part = Self.part
    var values = [Int16](repeating: 0, count: rows * part)
    var scales: [Float] = []
    var row = 0
    for (number, text) in texts.enumerated() {
      var scale: Float = 0
      x.withUnsafeBufferPointer { x in
        values.withUnsafeMutableBufferPointer { values in
          kernels_quantise_i16(
            set.level, x.baseAddress! + row * part, 1, text.count * part, ShortMatrix.limit,
            values.baseAddress! + (2 * number + 2 + row) * part, &scale)
        }
      }
      scales += repeatElement(scale, count: text.count)
      row += text.count
    }
    return (values, scales)
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
