import Kernels

/// One hidden layer that carries the Universal Sentence Encoder's vector into MiniLM's space, so that texts of all
/// languages lie in one space.
package struct Head: Sendable {
  private let linear: ShortMatrix
  private let hidden: ShortMatrix
  private let output: ShortMatrix

  package init(_ file: ModelFile) throws(ModelError) {
    func matrix(_ name: String, _ outputs: Int, bias: [Float]? = nil) throws(ModelError) -> ShortMatrix {
      ShortMatrix(
        try file.tensor(name, of: UInt16.self, shape: [512, outputs]), inputs: 512, outputs: outputs,
        bias: bias)
    }
    func floats(_ name: String, _ count: Int) throws(ModelError) -> [Float] {
      Array(try file.tensor(name, of: Float.self, shape: [count]))
    }
    linear = try matrix("linear.weight", MiniLM.width, bias: floats("output.bias", MiniLM.width))
    hidden = try matrix("hidden.weight", 512, bias: floats("hidden.bias", 512))
    output = try matrix("output.weight", MiniLM.width)
  }

  /// Rows of 512 floats to rows of 384, of length one.
  package func map(_ z: [Float], on set: InstructionSet) -> [Float] {
    var inner = hidden.multiply(z, on: set)
    kernels_gelu(set.level, &inner, inner.count)
    var h = linear.multiply(z, on: set)
    let more = output.multiply(inner, on: set)
    for i in h.indices { h[i] += more[i] }
    h.normaliseRows(of: MiniLM.width)
    return h
  }
}
