/// The checksum at the end of a model file: FNV-1a over 64-bit words in four lanes side by side, so that checking
/// 40 MB at each start costs milliseconds. It finds damage, not malice.
package enum ModelChecksum {
  /// The checksum of some bytes, as four little-endian numbers; zeros fill up the last block of 32 bytes.
  package static func of(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    let block = 32
    let whole = bytes.count / block * block
    var lanes = Lanes()
    for offset in stride(from: 0, to: whole, by: block) { lanes.add(bytes, at: offset) }
    if whole < bytes.count {
      var last = Array(bytes[whole...])
      last += [UInt8](repeating: 0, count: block - last.count)
      last.withUnsafeBytes { lanes.add($0, at: 0) }
    }
    return [lanes.a, lanes.b, lanes.c, lanes.d].flatMap { lane in
      withUnsafeBytes(of: lane.littleEndian) { Array($0) }
    }
  }

  private struct Lanes {
    private static let basis: UInt64 = 0xCBF2_9CE4_8422_2325
    private static let prime: UInt64 = 0x100_0000_01B3
    var (a, b, c, d) = (basis, basis, basis, basis)

    @inline(__always)
    mutating func add(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
      a = (a ^ word(bytes, offset)) &* Self.prime
      b = (b ^ word(bytes, offset + 8)) &* Self.prime
      c = (c ^ word(bytes, offset + 16)) &* Self.prime
      d = (d ^ word(bytes, offset + 24)) &* Self.prime
    }

    @inline(__always)
    private func word(_ bytes: UnsafeRawBufferPointer, _ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
  }
}
