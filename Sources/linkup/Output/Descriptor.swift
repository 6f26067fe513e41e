import Foundation

/// An open file, by its number.
struct Descriptor {
  let number: Int32

  /// Writes all bytes. Returns the system's reason why that failed, nil if it didn't.
  func write(_ bytes: [UInt8]) -> Int32? { bytes.withUnsafeBytes { write($0) } }

  /// Writes all bytes. Returns the system's reason why that failed, nil if it didn't.
  func write(_ bytes: UnsafeRawBufferPointer) -> Int32? {
    var rest = bytes
    while !rest.isEmpty {
      let written = Foundation.write(number, rest.baseAddress, rest.count)
      if written >= 0 {
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
