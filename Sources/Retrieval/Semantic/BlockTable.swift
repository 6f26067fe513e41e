import Kernels

/// A table of floats in 4 bits each, in blocks of 32 that share a scale; rows are unpacked as they are asked for.
struct BlockTable: Sendable {
  /// How long a row is.
  let columns: Int
  /// How many rows there are.
  let rows: Int
  private let file: ModelFile
  private nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

  /// The table of that name, [rows, columns].
  init(_ file: ModelFile, _ name: String, rows: Int, columns: Int) throws(ModelError) {
    self.file = file
    self.rows = rows
    self.columns = columns
    bytes = try file.blocks(name, shape: [rows, columns])
  }

  /// Unpacks a row.
  func read(_ row: Int, into values: UnsafeMutablePointer<Float>, on set: InstructionSet) {
    let start = bytes.baseAddress! + row * columns / 16 * 9
    kernels_unpack_q4(set.level, start.assumingMemoryBound(to: UInt8.self), columns, values)
  }
}
