internal import Foundation

/// The entries of a ZIP archive (APPNOTE 6.3), read one after the other without writing any of them to disk.
///
/// An archive is hostile until it is read: the number of entries, their sizes and their ratio are bounded.
final class ZipArchive {
  /// A file in the archive.
  struct Entry {
    let name: String
    let method: UInt16
    let isEncrypted: Bool
    let checksum: UInt32
    let compressedSize: Int
    let size: Int
    fileprivate let offset: Int
  }

  let path: String
  /// The files in the order of the archive; folders are left out.
  let entries: [Entry]
  private let handle: FileHandle

  static let mostEntries = 20_000
  static let largestEntry = 1 << 30
  /// Of all entries together, some of which may be the same bytes.
  static let largestSum = 1 << 32
  /// DEFLATE can't do more than 1032:1, and no text comes near.
  static let highestRatio = 500

  /// Reads the directory at the end of an archive.
  init(path: String, named name: String) throws(ImportError) {
    self.path = name
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .unreadable(path: name, reason: "it can't be opened")
    }
    self.handle = handle
    let directory = try Self.directory(of: handle, name)
    entries = try Self.entries(in: directory, name)
  }

  /// Hands the content of an entry, chunk by chunk, to a closure, which tells whether to go on.
  func read(_ entry: Entry, _ body: (ArraySlice<UInt8>) throws(ImportError) -> Bool) throws(ImportError) {
    let label = "\(path)/\(entry.name)"
    guard !entry.isEncrypted else {
      throw .archive(path: label, reason: "is encrypted: unpack the archive and import the files")
    }
    guard entry.method == 0 || entry.method == 8 else {
      throw .archive(
        path: label,
        reason: "is packed in a way that linkup can't read: unpack the archive and import the files")
    }
    let damaged = ImportError.archive(path: label, reason: "is damaged: download or copy the archive again")
    guard let header = bytes(at: entry.offset, count: 30), header.starts(with: [0x50, 0x4B, 3, 4]) else {
      throw damaged
    }
    var position = entry.offset + 30 + header.number(at: 26, of: 2) + header.number(at: 28, of: 2)
    var left = entry.compressedSize
    var (size, checksum, isStopped) = (0, UInt(0), false)
    func take(_ chunk: ArraySlice<UInt8>) throws(ImportError) -> Bool {
      size += chunk.count
      guard size <= entry.size else { throw damaged }
      checksum = Inflater.checksum(chunk, after: checksum)
      isStopped = try !body(chunk)
      return !isStopped
    }
    var inflater = Inflater()
    while left > 0, !isStopped {
      guard let chunk = bytes(at: position, count: min(left, 1 << 18)) else { throw damaged }
      position += chunk.count
      left -= chunk.count
      if entry.method == 0 {
        _ = try take(chunk[...])
      } else if try !inflater.inflate(chunk, take) {
        throw damaged
      }
    }
    guard isStopped || (size == entry.size && checksum == UInt(entry.checksum)) else { throw damaged }
  }

  private func bytes(at offset: Int, count: Int) -> [UInt8]? {
    Self.bytes(of: handle, at: offset, count: count)
  }

  private static func bytes(of handle: FileHandle, at offset: Int, count: Int) -> [UInt8]? {
    guard offset >= 0, count >= 0, (try? handle.seek(toOffset: UInt64(offset))) != nil,
      let data = try? handle.read(upToCount: count) ?? Data(), data.count == count
    else { return nil }
    return Array(data)
  }

  /// The central directory, found from the end.
  private static func directory(of handle: FileHandle, _ name: String) throws(ImportError) -> [UInt8] {
    let damaged = ImportError.archive(
      path: name, reason: "is a ZIP archive without its end: download or copy it again")
    guard let size = (try? handle.seekToEnd()).map(Int.init) else { throw damaged }
    let tail = min(size, 66_000)
    guard let end = bytes(of: handle, at: size - tail, count: tail),
      let record = (0...max(0, tail - 22)).reversed().first(where: {
        tail >= 22 && end[$0...].starts(with: [0x50, 0x4B, 5, 6])
      })
    else { throw damaged }
    var length = end.number(at: record + 12, of: 4)
    var offset = end.number(at: record + 16, of: 4)
    if record >= 20, end[(record - 20)...].starts(with: [0x50, 0x4B, 6, 7]) {
      guard let large = bytes(of: handle, at: end.number(at: record - 12, of: 8), count: 56),
        large.starts(with: [0x50, 0x4B, 6, 6])
      else { throw damaged }
      length = large.number(at: 40, of: 8)
      offset = large.number(at: 48, of: 8)
    }
    guard length <= 1 << 26, let directory = bytes(of: handle, at: offset, count: length) else {
      throw damaged
    }
    return directory
  }

  private static func entries(in directory: [UInt8], _ name: String) throws(ImportError) -> [Entry] {
    var entries: [Entry] = []
    var total = 0
    var position = 0
    while position + 46 <= directory.count, directory[position...].starts(with: [0x50, 0x4B, 1, 2]) {
      let lengths = [28, 30, 32].map { directory.number(at: position + $0, of: 2) }
      let end = position + 46 + lengths.reduce(0, +)
      guard end <= directory.count else { break }
      let flags = directory.number(at: position + 8, of: 2)
      var sizes = [24, 20, 42].map { directory.number(at: position + $0, of: 4) }
      let extra = directory[(position + 46 + lengths[0])..<(position + 46 + lengths[0] + lengths[1])]
      Self.widen(&sizes, from: Array(extra))
      let title = SourceText(decoding: Array(directory[(position + 46)..<(position + 46 + lengths[0])]))
      let entry = Entry(
        name: title.bytes[...].text, method: UInt16(directory.number(at: position + 10, of: 2)),
        isEncrypted: flags & 1 == 1, checksum: UInt32(directory.number(at: position + 16, of: 4)),
        compressedSize: sizes[1], size: sizes[0], offset: sizes[2])
      position = end
      if entry.name.hasSuffix("/") { continue }
      guard entry.size <= largestEntry, entry.compressedSize <= 2 * largestEntry,
        entry.size / highestRatio <= entry.compressedSize + 4096
      else {
        throw .archive(
          path: "\(name)/\(entry.name)",
          reason:
            "is \(entry.size) bytes from \(entry.compressedSize): a bomb, or too large; unpack it if you trust it"
        )
      }
      entries.append(entry)
      total += entry.size
      guard total <= largestSum else {
        throw .archive(path: name, reason: "would be more than 4 GiB: unpack it if you trust it")
      }
      guard entries.count <= mostEntries else {
        throw .archive(
          path: name, reason: "holds more than \(mostEntries) files: unpack it and name those that matter")
      }
    }
    guard position == directory.count else {
      throw .archive(path: name, reason: "is damaged: download or copy it again")
    }
    return entries
  }

  /// Reads 64-bit sizes where the 32-bit ones say that they don't suffice.
  private static func widen(_ sizes: inout [Int], from extra: [UInt8]) {
    var position = 0
    while position + 4 <= extra.count {
      let length = extra.number(at: position + 2, of: 2)
      if extra.number(at: position, of: 2) == 1 {
        var field = position + 4
        for index in sizes.indices where sizes[index] == 0xFFFF_FFFF {
          guard field + 8 <= min(extra.count, position + 4 + length) else { return }
          sizes[index] = extra.number(at: field, of: 8)
          field += 8
        }
      }
      position += 4 + length
    }
  }
}

extension [UInt8] {
  /// A little-endian number; 0 where the bytes aren't there, and never negative.
  fileprivate func number(at offset: Int, of count: Int) -> Int {
    guard offset >= 0, offset + count <= self.count else { return 0 }
    let value = (0..<count).reduce(UInt64(0)) { $0 | UInt64(self[offset + $1]) << (8 * UInt64($1)) }
    return Int(value & UInt64(Int.max))
  }
}
