import Kernels

/// One hidden layer that carries the Universal Sentence Encoder's vector into MiniLM's space, so that texts of all
/// languages lie in one space.
package struct Head: Sendable {
  private let linear: FloatMatrix
  private let hidden: FloatMatrix
  private let hiddenBias: [Float]
  private let output: FloatMatrix
  private let outputBias: [Float]

  package init(_ file: ModelFile) throws(ModelError) {
    func matrix(_ name: String, _ outputs: Int) throws(ModelError) -> FloatMatrix {
      FloatMatrix(
        try file.tensor(name, of: UInt16.self, shape: [512, outputs]), inputs: 512, outputs: outputs)
    }
    linear = try matrix("linear.weight", MiniLM.width)
    hidden = try matrix("hidden.weight", 512)
    hiddenBias = Array(try file.tensor("hidden.bias", of: Float.self, shape: [512]))
    output = try matrix("output.weight", MiniLM.width)
    outputBias = Array(try file.tensor("output.bias", of: Float.self, shape: [MiniLM.width]))
  }

  /// Rows of 512 floats to rows of 384, of length one.
  package func map(_ z: [Float], on set: InstructionSet) -> [Float] {
    var inner = hidden.multiply(z, bias: hiddenBias, on: set)
    kernels_gelu(set.level, &inner, inner.count)
    var h = linear.multiply(z, bias: outputBias, on: set)
    h.add(output.multiply(inner, on: set))
    h.normaliseRows(of: MiniLM.width)
    return h
  }
}
