import Foundation
import Retrieval
import TestSupport

/// A model file made for a test, well-formed unless the test wants it otherwise.
struct InventedModel {
  var model = "invented"
  var version = "1"
  private var tensors: [(name: String, type: String, shape: [Int], bytes: [UInt8])] = []

  mutating func add(_ name: String, _ type: String, _ shape: [Int], _ bytes: [UInt8]) {
    tensors.append((name, type, shape, bytes))
  }

  mutating func add<Element: BitwiseCopyable>(_ name: String, _ type: String, _ elements: [Element]) {
    add(name, type, [elements.count], elements.withUnsafeBytes { Array($0) })
  }

  mutating func add(_ name: String, strings: [String]) {
    add("\(name).text", "u8", Array(strings.joined().utf8))
    add(
      "\(name).offsets", "u32",
      strings.reduce(into: [UInt32(0)]) { $0.append($0.last! + UInt32($1.utf8.count)) })
  }

  /// The header's JSON, with every tensor at its place after a header of `room` bytes.
  func header(room: Int) -> String {
    var offset = 16 + room
    let listed = tensors.map { tensor in
      offset = (offset + 63) / 64 * 64
      defer { offset += tensor.bytes.count }
      return """
        {"name":"\(tensor.name)","type":"\(tensor.type)","shape":\(tensor.shape),"offset":\(offset),\
        "bytes":\(tensor.bytes.count)}
        """
    }
    return """
      {"model":"\(model)","version":"\(version)","tensors":[\(listed.joined(separator: ","))],"strings":{}}
      """
  }

  /// The file's bytes; `edit` may spoil the header, which keeps its room of 4080 bytes.
  func bytes(edit: (String) -> String = { $0 }) -> [UInt8] {
    let room = 4080
    let header = Array(edit(header(room: room)).utf8)
    precondition(header.count <= room)
    var bytes = Array("LINKUPM1".utf8) + withUnsafeBytes(of: UInt64(room).littleEndian) { Array($0) }
    bytes += header + [UInt8](repeating: 0x20, count: room - header.count)
    for tensor in tensors {
      bytes += [UInt8](repeating: 0, count: (64 - bytes.count % 64) % 64) + tensor.bytes
    }
    return Self.sealed(bytes)
  }

  /// Some bytes and their checksum.
  static func sealed(_ body: [UInt8]) -> [UInt8] { body + body.withUnsafeBytes(ModelChecksum.of) }

  /// The file of these bytes, opened; the error as `ModelError` if that fails.
  static func open(_ bytes: [UInt8]) throws -> ModelFile {
    let folder = TemporaryFolder()
    return try withExtendedLifetime(folder) { try ModelFile(folder.write(Data(bytes), to: "invented.lkm")) }
  }

  func open() throws -> ModelFile { try Self.open(bytes()) }
}
