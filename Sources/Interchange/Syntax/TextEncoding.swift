/// How the bytes of a text file stand for letters, as far as it must be known before the first line is read.
enum TextEncoding: Equatable {
  /// UTF-8, or a superset of ASCII with one byte for each letter, which shows line by line.
  case utf8
  /// Two bytes for each code unit, the more significant one first or last.
  case utf16(bigEndian: Bool)

  /// Goes by the byte order mark, else by where the zero bytes of the first 4 KiB stand: in UTF-16, most
  /// texts of Europe have a zero in every second byte. A few zero bytes alone are a fault of some record.
  init(detectedIn raw: [UInt8]) {
    if raw.starts(with: [0xFF, 0xFE]) {
      self = .utf16(bigEndian: false)
    } else if raw.starts(with: [0xFE, 0xFF]) {
      self = .utf16(bigEndian: true)
    } else {
      let sample = raw.prefix(4096)
      var zeros = (even: 0, odd: 0)
      for (index, byte) in sample.enumerated() where byte == 0 {
        if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
      }
      let many = max(1, sample.count / 8)
      switch (zeros.even >= many, zeros.odd >= many) {
      case (false, true): self = .utf16(bigEndian: false)
      case (true, false): self = .utf16(bigEndian: true)
      default: self = .utf8
      }
    }
  }
}
