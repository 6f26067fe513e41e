/// The tensors of one model, mapped into memory from an .lkm file; data/models/README.md describes the format.
///
/// Nothing that a file holds can crash: what it says about itself is checked when it is opened.
package final class ModelFile: Sendable {
  /// Where the file is.
  package let path: String
  /// What the file calls its model: `use`, `minilm`, `head` or `language`.
  package let model: String
  /// The first 64 bits of its checksum, in hexadecimal digits: tells versions of a model apart.
  package let checksum: String
  private let file: MappedFile
  private let tensors: [String: ModelHeader.Tensor]

  /// Maps a file and checks its header and its checksum. Complexity: O(size), at several gigabytes a second.
  package init(_ path: String) throws(ModelError) {
    let file = try MappedFile(path)
    let header = try ModelHeader(of: file.bytes, path: path)
    let body = UnsafeRawBufferPointer(rebasing: file.bytes.dropLast(ModelHeader.checksumLength))
    let sum = ModelChecksum.of(body)
    guard file.bytes.suffix(ModelHeader.checksumLength).elementsEqual(sum) else {
      throw .damaged(path: path, reason: "its checksum differs")
    }
    checksum = String(sum.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }, radix: 16)
    self.path = path
    self.file = file
    model = header.model
    tensors = Dictionary(uniqueKeysWithValues: header.tensors.map { ($0.name, $0) })
  }

  /// A tensor's numbers, row by row, valid as long as the file object lives; `shape` is what it must be.
  package func tensor<Element: TensorElement>(
    _ name: String, of: Element.Type, shape: [Int]
  ) throws(ModelError) -> UnsafeBufferPointer<Element> {
    try bytes(of: name, type: Element.tensorType, shape: shape).bindMemory(to: Element.self)
  }

  /// The rows of a `q4b32` tensor as they are stored, `columns · 9 / 16` bytes each, valid as long as the file
  /// object lives; `shape` is what it must be.
  package func blocks(_ name: String, shape: [Int]) throws(ModelError) -> UnsafeRawBufferPointer {
    try bytes(of: name, type: .q4b32, shape: shape)
  }

  /// A tensor's shape.
  package func shape(of name: String) throws(ModelError) -> [Int] {
    guard let tensor = tensors[name] else { throw damaged("its tensor \(name) is missing") }
    return tensor.shape
  }

  /// The table of strings in the tensors `name.text` and `name.offsets`.
  package func strings(_ name: String) throws(ModelError) -> StringTable {
    let text = try tensor("\(name).text", of: UInt8.self, shape: shape(of: "\(name).text"))
    let offsets = try tensor("\(name).offsets", of: UInt32.self, shape: shape(of: "\(name).offsets"))
    guard let table = StringTable(text: text, offsets: offsets) else {
      throw damaged("its strings \(name) are in disorder")
    }
    return table
  }

  /// The error of whoever finds that the file doesn't hold what its model needs.
  func damaged(_ reason: String) -> ModelError { .damaged(path: path, reason: reason) }

  private func bytes(
    of name: String, type: TensorType, shape: [Int]
  ) throws(ModelError) -> UnsafeRawBufferPointer {
    guard let tensor = tensors[name] else { throw damaged("its tensor \(name) is missing") }
    guard tensor.type == type, tensor.shape == shape else {
      throw damaged("its tensor \(name) is \(tensor.type) \(tensor.shape), not \(type) \(shape)")
    }
    return UnsafeRawBufferPointer(rebasing: file.bytes[tensor.offset..<tensor.offset + tensor.bytes])
  }
}
