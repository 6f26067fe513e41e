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

  /// Adds a row to the end of `values`.
  func append(_ row: Int, to values: inout [Float]) {
    let start = bytes.baseAddress! + row * columns / 16 * 9
    let quarters = start + columns / 16
    for block in 0..<columns / 32 {
      let scale = Float(
        halfBits: UInt16(littleEndian: start.loadUnaligned(fromByteOffset: 2 * block, as: UInt16.self)))
      for byte in 16 * block..<16 * block + 16 {
        let two = quarters.load(fromByteOffset: byte, as: UInt8.self)
        values.append(scale * Float(Int(two & 15) - 8))
        values.append(scale * Float(Int(two >> 4) - 8))
      }
    }
  }
}
