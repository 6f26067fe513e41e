internal import CZlib

/// Takes DEFLATE data (RFC 1951) apart with zlib, in chunks.
struct Inflater: ~Copyable {
  private var stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  /// Whether the data has come to its end.
  private(set) var isFinished = false

  init() {
    stream.initialize(to: z_stream())
    // Negative: raw data without zlib's own header, as ZIP archives hold it.
    let status = inflateInit2_(stream, -15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib can't begin: \(status)")
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Hands what a chunk gives to a closure, which tells whether to go on.
  ///
  /// - Returns: false if the data is damaged.
  mutating func inflate(_ chunk: [UInt8], _ body: (ArraySlice<UInt8>) throws(ImportError) -> Bool)
    throws(ImportError) -> Bool
  {
    var input = chunk
    var output = [UInt8](repeating: 0, count: Self.chunkSize)
    var offset = 0
    while !isFinished {
      let (status, read, written) = input.withUnsafeMutableBufferPointer { input in
        output.withUnsafeMutableBufferPointer { output in
          stream.pointee.next_in = input.baseAddress.map { $0 + offset }
          stream.pointee.avail_in = UInt32(input.count - offset)
          stream.pointee.next_out = output.baseAddress
          stream.pointee.avail_out = UInt32(output.count)
          let status = CZlib.inflate(stream, Z_NO_FLUSH)
          return (
            status, input.count - offset - Int(stream.pointee.avail_in),
            output.count - Int(stream.pointee.avail_out)
          )
        }
      }
      offset += read
      guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { return false }
      isFinished = status == Z_STREAM_END
      if written > 0, try !body(output[..<written]) { return true }
      if !isFinished, written < output.count, offset == input.count { return true }
      if status == Z_BUF_ERROR, read == 0, written == 0 { return true }
    }
    return true
  }

  /// CRC-32 as ZIP archives have it, of data in chunks.
  static func checksum(_ chunk: ArraySlice<UInt8>, after crc: UInt = 0) -> UInt {
    chunk.withUnsafeBufferPointer { UInt(crc32(uLong(crc), $0.baseAddress, UInt32($0.count))) }
  }

  private static let chunkSize = 262_144
}
