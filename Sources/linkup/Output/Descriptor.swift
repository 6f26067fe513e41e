import Foundation

/// An open file, by its number.
struct Descriptor {
  let number: Int32

  /// Writes all bytes. Returns the system's reason why that failed, nil if it didn't.
  func write(_ bytes: [UInt8]) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(number, $0.baseAddress, $0.count) }
      if written >= 0 {
        rest = rest.dropFirst(written)
      } else if errno != EINTR {
        return errno
      }
    }
    return nil
  }
}
