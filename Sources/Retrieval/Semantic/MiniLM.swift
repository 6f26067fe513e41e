import Kernels

/// all-MiniLM-L6-v2: word pieces and six layers of a transformer give 384 floats of length one. It reads English.
///
/// Sources: Wang et al., "MiniLM", 2020; Reimers and Gurevych, "Sentence-BERT", 2019. What it computes is described step by
/// step in `data/models/README.md`.
package struct MiniLM: Sendable {
  /// How many floats a text becomes.
  package static let width = 384
  /// How many pieces a text may have, the two around it among them.
  package static let longest = 256
  private static let heads = 12
  /// About how many pieces are encoded at a time: what the layers write between them then fits a core's own cache.
  private static let batch = 144

  let tokeniser: WordPieceTokeniser
  private let words: BlockTable
  private let positions: [Float]
  private let norm: Norm
  private let layers: [Layer]

  private struct Layer: Sendable {
    let queryKeyValue: LinearLayer
    let attention: LinearLayer
    let attentionNorm: Norm
    let up: LinearLayer
    let down: LinearLayer
    let downNorm: Norm
  }

  package init(_ file: ModelFile) throws(ModelError) {
    func floats(_ name: String, _ count: Int) throws(ModelError) -> [Float] {
      Array(try file.tensor(name, of: Float.self, shape: [count]))
    }
    func norm(_ name: String) throws(ModelError) -> Norm {
      Norm(
        gain: try floats(name + ".norm.gain", Self.width), bias: try floats(name + ".norm.bias", Self.width))
    }
    func linear(_ name: String, _ inputs: Int, _ outputs: Int) throws(ModelError) -> LinearLayer {
      LinearLayer(
        weights: try file.tensor(name + ".weight", of: Int8.self, shape: [outputs, inputs]), inputs: inputs,
        scales: try floats(name + ".scale", outputs), bias: try floats(name + ".bias", outputs))
    }
    tokeniser = try WordPieceTokeniser(file)
    words = try BlockTable(file, "embedding.word", rows: tokeniser.pieceCount, columns: Self.width)
    positions = try file.tensor("embedding.position", of: UInt16.self, shape: [Self.longest, Self.width])
      .map { Float(halfBits: $0) }
    self.norm = try norm("embedding")
    var layers: [Layer] = []
    for number in 0..<6 {
      let name = "layer.\(number)."
      layers.append(
        Layer(
          queryKeyValue: try linear(name + "query_key_value", Self.width, 3 * Self.width),
          attention: try linear(name + "attention", Self.width, Self.width),
          attentionNorm: try norm(name + "attention"),
          up: try linear(name + "up", Self.width, 4 * Self.width),
          down: try linear(name + "down", 4 * Self.width, Self.width),
          downNorm: try norm(name + "down")))
    }
    self.layers = layers
  }

  /// The vectors of texts given as pieces, ``longest`` at most each: one row of ``width`` floats a text.
  ///
  /// A text's vector doesn't depend on the others. Complexity: O(pieces), and O(pieces²) within a text.
  package func encode(_ texts: [[UInt32]], on set: InstructionSet) -> [Float] {
    var means: [Float] = []
    means.reserveCapacity(texts.count * Self.width)
    let sizes = texts.map(\.count)
    let batches = Batches.ranges(of: sizes, most: Self.batch)
    var scratch = Scratch(rows: batches.map { sizes[$0].reduce(0, +) }.max() ?? 0)
    for batch in batches {
      encode(batch: texts[batch], into: &means, &scratch, on: set)
    }
    means.normaliseRows(of: Self.width)
    return means
  }

  /// What the layers write between them, kept from batch to batch.
  private struct Scratch {
    var rounded: ByteRows
    var queryKeyValue: [Float]
    var context: [Float]
    var inner: [Float]
    var change: [Float]
    var scores = [Float](repeating: 0, count: MiniLM.longest)

    /// Room for batches of so many rows at most.
    init(rows: Int) {
      let width = MiniLM.width
      rounded = ByteRows(rows: rows, columns: 4 * width)
      queryKeyValue = [Float](repeating: 0, count: rows * 3 * width)
      context = [Float](repeating: 0, count: rows * width)
      inner = [Float](repeating: 0, count: rows * 4 * width)
      change = context
    }
  }

  /// Adds the mean of each text's rows, at any scale.
  private func encode(
    batch texts: ArraySlice<[UInt32]>, into means: inout [Float], _ scratch: inout Scratch,
    on set: InstructionSet
  ) {
    let width = Self.width
    let rows = texts.reduce(0) { $0 + $1.count }
    var x = embeddings(of: texts, rows: rows, on: set)
    norm.apply(to: &x, on: set)
    for layer in layers {
      scratch.rounded.round(x, rows: rows, columns: width, on: set)
      layer.queryKeyValue(scratch.rounded, into: &scratch.queryKeyValue, on: set)
      attend(within: texts, &scratch, on: set)
      scratch.rounded.round(scratch.context, rows: rows, columns: width, on: set)
      layer.attention(scratch.rounded, into: &scratch.change, on: set)
      layer.attentionNorm.apply(to: &x, adding: scratch.change, rows: rows, on: set)
      scratch.rounded.round(x, rows: rows, columns: width, on: set)
      layer.up(scratch.rounded, into: &scratch.inner, on: set)
      scratch.rounded.roundGELU(of: &scratch.inner, rows: rows, columns: 4 * width, on: set)
      layer.down(scratch.rounded, into: &scratch.change, on: set)
      layer.downNorm.apply(to: &x, adding: scratch.change, rows: rows, on: set)
    }
    var row = 0
    for text in texts {
      means += x.sum(ofRows: row..<row + text.count, width: width, on: set)
      row += text.count
    }
  }

  private func embeddings(of texts: ArraySlice<[UInt32]>, rows: Int, on set: InstructionSet) -> [Float] {
    let width = Self.width
    return [Float](unsafeUninitializedCapacity: rows * width) { buffer, count in
      var row = buffer.baseAddress!
      for text in texts {
        for (place, piece) in text.enumerated() {
          words.read(Int(piece), into: row, on: set)
          for i in 0..<width { row[i] += positions[place * width + i] }
          row += width
        }
      }
      count = rows * width
    }
  }

  /// What each piece takes from the others of its text.
  private func attend(within texts: ArraySlice<[UInt32]>, _ scratch: inout Scratch, on set: InstructionSet) {
    var row = 0
    for text in texts {
      scratch.queryKeyValue.withUnsafeBufferPointer { queryKeyValue in
        scratch.context.withUnsafeMutableBufferPointer { context in
          kernels_attention(
            set.level, queryKeyValue.baseAddress! + 3 * row * Self.width, text.count, Self.heads,
            &scratch.scores, context.baseAddress! + row * Self.width)
        }
      }
      row += text.count
    }
  }
}

extension [Float] {
  /// The sum of some rows.
  func sum(ofRows rows: Range<Int>, width: Int, on set: InstructionSet) -> [Float] {
    withUnsafeBufferPointer { x in
      [Float](unsafeUninitializedCapacity: width) { buffer, count in
        kernels_sum_rows(
          set.level, x.baseAddress! + rows.lowerBound * width, rows.count, width, buffer.baseAddress!)
        count = width
      }
    }
  }
}
