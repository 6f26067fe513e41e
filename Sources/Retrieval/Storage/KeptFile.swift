import Foundation

/// Arrays in one file, by name, in the form of the models' files: mapped into memory, so that opening takes a moment, whatever
/// the size, and checked as a whole.
///
/// Whoever writes one lets it take the place of an older file in one step: a reader has either, whole.
package final class KeptFile: Sendable {
  private let file: ModelFile

  /// Opens a file and checks it. Complexity: O(size), at the speed of memory.
  ///
  /// - Throws: a ``ModelError`` if it is missing, damaged, or of another kind than `kind`.
  package init(_ path: String, kind: String) throws(ModelError) {
    file = try ModelFile(path)
    guard file.model == kind else { throw file.damaged("it is \(file.model), not \(kind)") }
  }

  /// An array; nothing of it is read.
  package func array<Element: BitwiseCopyable & Sendable>(
    _ name: String, of: Element.Type = Element.self
  ) throws(ModelError) -> FlatArray<Element> {
    let bytes = try file.tensor(name, of: UInt8.self, shape: file.shape(of: name))
    guard bytes.count % MemoryLayout<Element>.stride == 0 else {
      throw file.damaged("its \(name) are no whole number")
    }
    return FlatArray(
      mapped: UnsafeRawBufferPointer(bytes).bindMemory(to: Element.self), owner: self)
  }

  /// The error of whoever finds that the arrays contradict each other.
  package func damaged(_ reason: String) -> ModelError { file.damaged(reason) }

  /// Writes arrays, in order, to a file that its owner alone may read.
  ///
  /// - Throws: what the system says; then nothing was changed.
  package static func write(_ arrays: [Array], kind: String, to path: String) throws {
    let temporary = "\(path).\(UUID().uuidString)"
    defer { unlink(temporary) }
    let descriptor = open(temporary, O_CREAT | O_TRUNC | O_RDWR | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw CocoaError(.fileWriteUnknown) }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try handle.write(contentsOf: header(of: arrays, kind: kind))
    for array in arrays {
      try array.withBytes {
        try handle.write(contentsOf: Data(bytesNoCopy: $0, count: $1, deallocator: .none))
      }
      try handle.write(contentsOf: Data(count: aligned(array.count) - array.count))
    }
    let mapped = try MappedFile(temporary)
    try handle.write(contentsOf: Data(ModelChecksum.of(mapped.bytes)))
    try handle.close()
    guard rename(temporary, path) == 0 else { throw CocoaError(.fileWriteUnknown) }
  }

  /// An array that is to be written.
  package struct Array {
    let name: String
    let count: Int
    let withBytes: ((UnsafeMutableRawPointer, Int) throws -> Void) throws -> Void

    package init<Element: BitwiseCopyable>(_ name: String, _ elements: FlatArray<Element>) {
      self.name = name
      count = elements.count * MemoryLayout<Element>.stride
      withBytes = { body in
        try elements.withUnsafeBufferPointer { elements in
          guard let start = elements.baseAddress, !elements.isEmpty else { return }
          try body(
            UnsafeMutableRawPointer(mutating: start), elements.count * MemoryLayout<Element>.stride)
        }
      }
    }
  }

  private struct Header: Encodable {
    let model: String
    let version = "1"
    let tensors: [Tensor]
  }

  private struct Tensor: Encodable {
    let name: String
    let type = "u8"
    let shape: [Int]
    let offset: Int
    let bytes: Int
  }

  private static func header(of arrays: [Array], kind: String) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    // The header's length depends on the offsets, and they on it: room enough for both.
    let room = aligned(256 * (arrays.count + 2))
    var offset = room
    var tensors: [Tensor] = []
    for array in arrays {
      tensors.append(Tensor(name: array.name, shape: [array.count], offset: offset, bytes: array.count))
      offset += aligned(array.count)
    }
    let json = try encoder.encode(Header(model: kind, tensors: tensors))
    let preamble = ModelHeader.magic.count + 8
    precondition(json.count <= room - preamble, "a header of \(json.count) bytes has no room in \(room)")
    var header = Data(ModelHeader.magic)
    withUnsafeBytes(of: UInt64(room - preamble).littleEndian) { header.append(contentsOf: $0) }
    header.append(json)
    header.append(Data(repeating: UInt8(ascii: " "), count: room - header.count))
    return header
  }

  private static func aligned(_ count: Int) -> Int { (count + 63) / 64 * 64 }
}
