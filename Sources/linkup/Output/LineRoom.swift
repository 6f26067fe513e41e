/// Room for lines that are written piece by piece, used again for others.
final class LineRoom {
  private var room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  private var count = 0

  deinit { room.deallocate() }

  /// What stands in the room; valid until more is written.
  var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: room[..<count]) }

  /// Forgets what stands in the room.
  func clear() { count = 0 }

  /// Makes room for so many bytes more, without which none may be appended.
  func reserve(_ more: Int) {
    guard room.count - count < more else { return }
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: 2 * (count + more), alignment: 16)
    larger.copyMemory(from: bytes)
    room.deallocate()
    room = larger
  }

  /// Appends bytes, for which room was reserved.
  @inline(__always)
  func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    (room.baseAddress.unsafelyUnwrapped + count).copyMemory(from: start, byteCount: bytes.count)
    count &+= bytes.count
  }

  /// How many bytes a number takes.
  static let numberLength = 8

  /// Appends 1234567 as `1.234567`, for which room was reserved; less than ten millions.
  func append(millionths: Int) {
    let start = room.baseAddress.unsafelyUnwrapped + count
    var rest = UInt32(truncatingIfNeeded: millionths)
    for place in stride(from: Self.numberLength - 1, through: 0, by: -1) where place != 1 {
      start.storeBytes(
        of: UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10), toByteOffset: place, as: UInt8.self)
      rest /= 10
    }
    start.storeBytes(of: UInt8(ascii: "."), toByteOffset: 1, as: UInt8.self)
    count &+= Self.numberLength
  }
}
