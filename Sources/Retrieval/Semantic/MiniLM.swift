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
    let width = Self.width
    var x: [Float] = []
    for text in texts {
      for (place, piece) in text.enumerated() {
        let row = x.count
        words.append(Int(piece), to: &x)
        for i in 0..<width { x[row + i] += positions[place * width + i] }
      }
    }
    norm.apply(to: &x, on: set)
    var scratch = [Float](repeating: 0, count: Self.longest)
    for layer in layers {
      let qkv = layer.queryKeyValue(x, on: set)
      var context = [Float](repeating: 0, count: x.count)
      var row = 0
      for text in texts {
        qkv.withUnsafeBufferPointer { qkv in
          context.withUnsafeMutableBufferPointer { context in
            kernels_attention(
              set.level, qkv.baseAddress! + 3 * row * width, text.count, Self.heads, &scratch,
              context.baseAddress! + row * width)
          }
        }
        row += text.count
      }
      x.add(layer.attention(context, on: set))
      layer.attentionNorm.apply(to: &x, on: set)
      var inner = layer.up(x, on: set)
      kernels_gelu(set.level, &inner, inner.count)
      x.add(layer.down(inner, on: set))
      layer.downNorm.apply(to: &x, on: set)
    }

    // The mean's length doesn't matter: it is scaled to one.
    var means = [Float](repeating: 0, count: texts.count * width)
    var row = 0
    for (text, pieces) in texts.enumerated() {
      for _ in pieces {
        for i in 0..<width { means[text * width + i] += x[row * width + i] }
        row += 1
      }
    }
    means.normaliseRows(of: width)
    return means
  }
}

extension [Float] {
  /// Adds as many numbers, place by place.
  mutating func add(_ other: [Float]) {
    for i in indices { self[i] += other[i] }
  }
}
