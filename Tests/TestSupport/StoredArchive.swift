public import Foundation

/// A ZIP archive whose entries are stored without compression (APPNOTE 6.3).
public enum StoredArchive {
  /// The archive's bytes.
  public static func data(_ entries: [(name: String, text: String)]) -> Data {
    var files = Data()
    var directory = Data()
    for (name, text) in entries {
      let content = Data(text.utf8)
      var fields = Data()
      for number in [20, 0x800, 0, 0, 0x5C21] { fields.add(number, bytes: 2) }
      fields.add(Int(checksum(content)), bytes: 4)
      for _ in 0..<2 { fields.add(content.count, bytes: 4) }
      fields.add(name.utf8.count, bytes: 2)
      fields.add(0, bytes: 2)
      directory += [0x50, 0x4B, 0x01, 0x02, 20, 3] + fields + Data(count: 10)
      directory.add(files.count, bytes: 4)
      directory += Data(name.utf8)
      files += [0x50, 0x4B, 0x03, 0x04] + fields + Data(name.utf8) + content
    }
    var end = Data([0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0])
    for _ in 0..<2 { end.add(entries.count, bytes: 2) }
    end.add(directory.count, bytes: 4)
    end.add(files.count, bytes: 4)
    end.add(0, bytes: 2)
    return files + directory + end
  }

  private static func checksum(_ data: Data) -> UInt32 {
    var sum = UInt32.max
    for byte in data {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = (sum >> 1) ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~sum
  }
}

extension Data {
  fileprivate mutating func add(_ number: Int, bytes: Int) {
    for byte in 0..<bytes { append(UInt8(truncatingIfNeeded: number >> (8 * byte))) }
  }
}
