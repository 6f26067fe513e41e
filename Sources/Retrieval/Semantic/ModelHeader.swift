import Foundation

/// What a model file says about itself: its model and where its tensors are.
struct ModelHeader: Decodable {
  let model: String
  let tensors: [Tensor]

  struct Tensor: Decodable {
    let name: String
    let type: TensorType
    let shape: [Int]
    let offset: Int
    let bytes: Int
  }

  /// The version alone, because another version may have other fields.
  private struct Version: Decodable {
    let version: String
  }

  static let magic = Array("LINKUPM1".utf8)
  static let checksumLength = 32
  private static let alignment = 64

  /// Reads the header of a whole file and checks that each tensor lies where it may.
  init(of file: UnsafeRawBufferPointer, path: String) throws(ModelError) {
    let preamble = Self.magic.count + 8
    guard file.starts(with: Self.magic) else { throw .notAModel(path: path) }
    guard file.count >= preamble + Self.checksumLength else {
      throw .damaged(path: path, reason: "it is cut short")
    }
    let length = UInt64(littleEndian: file.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    let end = file.count - Self.checksumLength
    guard length <= end - preamble else { throw .damaged(path: path, reason: "it is cut short") }
    let start = preamble + Int(length)
    let json = Data(file[preamble..<start])
    do {
      guard try JSONDecoder().decode(Version.self, from: json).version == "1" else {
        throw ModelError.otherVersion(path: path)
      }
      self = try JSONDecoder().decode(ModelHeader.self, from: json)
    } catch let error as ModelError {
      throw error
    } catch {
      throw .damaged(path: path, reason: "its header can't be read")
    }

    var free = start
    for tensor in tensors.sorted(by: { $0.offset < $1.offset }) {
      guard tensor.type.byteCount(shape: tensor.shape) == tensor.bytes, tensor.offset >= free,
        tensor.offset % Self.alignment == 0, tensor.offset <= end, tensor.bytes <= end - tensor.offset
      else { throw .damaged(path: path, reason: "its header lies about a tensor") }
      free = tensor.offset + tensor.bytes
    }
    guard Set(tensors.map(\.name)).count == tensors.count else {
      throw .damaged(path: path, reason: "two of its tensors have one name")
    }
  }
}
