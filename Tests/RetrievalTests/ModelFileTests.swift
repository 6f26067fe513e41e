import Foundation
import Retrieval
import TestSupport
import Testing

@Suite struct ModelFileTests {
  private static var sample: InventedModel {
    var model = InventedModel()
    model.add("numbers", "f32", [1.5, -2, 3, 4, 5, 6] as [Float])
    model.add("matrix", "i8", [2, 3], [1, 2, 3, 0xFF, 0xFE, 0xFD])
    model.add("halves", "f16", [0x3C00, 0xC000] as [UInt16])
    model.add("rows", "q4b32", [2, 64], Array(0..<72))
    model.add("pieces", strings: ["a", "", "été", "日"])
    model.add("empty", "u32", [UInt32]())
    return model
  }

  /// What opening these bytes reports, without the folder; nil if nothing.
  private static func complaint(_ bytes: [UInt8]) -> String? {
    do {
      _ = try InventedModel.open(bytes)
      return nil
    } catch {
      return String(describing: error).split(separator: "/").last.map(String.init)
    }
  }

  @Test func `gives each tensor as it was written`() throws {
    let file = try Self.sample.open()
    try withExtendedLifetime(file) {
      #expect(file.model == "invented")
      #expect(try Array(file.tensor("numbers", of: Float.self, shape: [6])) == [1.5, -2, 3, 4, 5, 6])
      #expect(try Array(file.tensor("matrix", of: Int8.self, shape: [2, 3])) == [1, 2, 3, -1, -2, -3])
      #expect(try Array(file.tensor("halves", of: UInt16.self, shape: [2])) == [0x3C00, 0xC000])
      #expect(try Array(file.blocks("rows", shape: [2, 64])) == Array(0..<72))
      #expect(try file.tensor("empty", of: UInt32.self, shape: [0]).isEmpty)
      #expect(try file.shape(of: "matrix") == [2, 3])
      let pieces = try file.strings("pieces")
      #expect(
        (0..<pieces.count).map { String(decoding: pieces[$0], as: UTF8.self) } == ["a", "", "été", "日"])
    }
  }

  @Test func `refuses a tensor that is missing, of another type or another shape`() throws {
    let file = try Self.sample.open()
    #expect(throws: ModelError.self) { try file.tensor("none", of: Float.self, shape: [6]) }
    #expect(throws: ModelError.self) { try file.shape(of: "none") }
    #expect(throws: ModelError.self) { try file.tensor("numbers", of: UInt32.self, shape: [6]) }
    #expect(throws: ModelError.self) { try file.tensor("numbers", of: Float.self, shape: [2, 3]) }
    #expect(throws: ModelError.self) { try file.tensor("rows", of: UInt8.self, shape: [2, 64]) }
    #expect(throws: ModelError.self) { try file.blocks("matrix", shape: [2, 3]) }
    #expect(throws: ModelError.self) { try file.strings("numbers") }
  }

  @Test(arguments: [[0, 1, 9], [0, 3, 2, 4], [5], [], [0, 0xFFFF_FFFF]] as [[UInt32]])
  func `refuses strings in disorder`(offsets: [UInt32]) throws {
    var model = InventedModel()
    model.add("pieces.text", "u8", Array("abcd".utf8))
    model.add("pieces.offsets", "u32", offsets)
    let file = try model.open()
    #expect(throws: ModelError.self) { try file.strings("pieces") }
  }

  @Test func `refuses a file cut short at any place`() {
    let bytes = Self.sample.bytes()
    for count in Array(0..<80) + Array(stride(from: 80, to: bytes.count, by: 97)) + [bytes.count - 1] {
      #expect(Self.complaint(Array(bytes.prefix(count))) != nil, "\(count) bytes")
      // Cut short, with a checksum that is right again.
      #expect(
        Self.complaint(InventedModel.sealed(Array(bytes.prefix(count)))) != nil || count >= bytes.count - 32)
    }
  }

  @Test func `finds any flipped bit`() {
    var random = SeededRandom(seed: 3)
    let bytes = Self.sample.bytes()
    for place in Array(0..<200) + Array(stride(from: 200, to: bytes.count, by: 13))
      + (1...32).map({ bytes.count - $0 })
    {
      var damaged = bytes
      damaged[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      #expect(Self.complaint(damaged) != nil, "byte \(place)")
    }
    var damaged = bytes
    damaged[bytes.count - 40] ^= 1
    #expect(
      Self.complaint(damaged)
        == "invented.lkm: is damaged: its checksum differs; build the models again or reinstall")
  }

  @Test func `adds up the checksum as the format says`() {
    // By hand: 33 bytes are two blocks, the second filled up with zeros.
    let bytes = [UInt8](0..<33)
    var lanes = [UInt64](repeating: 0xCBF2_9CE4_8422_2325, count: 4)
    let padded = bytes + [UInt8](repeating: 0, count: 31)
    for (place, start) in stride(from: 0, to: 64, by: 8).enumerated() {
      let word = (0..<8).reduce(UInt64(0)) { $0 | UInt64(padded[start + $1]) << (8 * UInt64($1)) }
      lanes[place % 4] = (lanes[place % 4] ^ word) &* 0x100_0000_01B3
    }
    let expected = lanes.flatMap { lane in (0..<8).map { UInt8(truncatingIfNeeded: lane >> (8 * UInt64($0))) }
    }
    #expect(bytes.withUnsafeBytes(ModelChecksum.of) == expected)
  }

  @Test(arguments: [
    (#""shape":[6]"#, #""shape":[-6]"#), (#""shape":[6]"#, #""shape":[7]"#),
    (#""shape":[6]"#, #""shape":[6.5]"#),
    (#""shape":[6]"#, #""shape":[9223372036854775807,9223372036854775807]"#),
    (#""shape":[6]"#, #""shape":[4611686018427387904,4,1]"#), (#""shape":[6]"#, #""shape":[1e300]"#),
    (#""shape":[6]"#, #""shape":6"#), (#""shape":[6],"#, ""),
    (#""offset":4096"#, #""offset":-64"#), (#""offset":4096"#, #""offset":0"#),
    (#""offset":4096"#, #""offset":4097"#), (#""offset":4096"#, #""offset":9223372036854775744"#),
    (#""offset":4096"#, #""offset":99999999999999999999"#), (#""offset":4096"#, #""offset":1048576"#),
    (#""offset":4096"#, #""offset":"4096""#), (#""offset":4160"#, #""offset":4096"#),
    (#""bytes":24"#, #""bytes":-24"#), (#""bytes":24"#, #""bytes":9223372036854775807"#),
    (#""type":"f32""#, #""type":"f64""#), (#""type":"f32","#, ""), (#""type":"f32""#, #""type":"q4b32""#),
    (#""shape":[2, 64]"#, #""shape":[4, 32, 1]"#), (#""shape":[2, 64]"#, #""shape":[8, 16]"#),
    (#""name":"matrix""#, #""name":"numbers""#), (#""name":"numbers""#, #""name":7"#),
    (#""version":"1""#, #""version":1"#), (#""version":"1","#, ""), (#""model":"invented","#, ""),
    (#"{"model""#, #"[[[[[{"model""#), (#"{"model""#, "\0"), (#""tensors":["#, #""tensors":[null,"#),
  ])
  func `refuses a header that lies`(truth: String, lie: String) {
    let bytes = Self.sample.bytes { header in
      guard let range = header.range(of: truth) else { return header }
      return header.replacingCharacters(in: range, with: lie)
    }
    #expect(bytes != Self.sample.bytes())
    #expect(Self.complaint(bytes)?.contains("is damaged") == true)
  }

  @Test func `refuses a header that says it is longer than the file`() {
    let bytes = Self.sample.bytes()
    for length in [UInt64.max, 1 << 63, UInt64(bytes.count), UInt64(bytes.count - 47)] {
      var lying = bytes.dropLast(32)
      lying.replaceSubrange(8..<16, with: withUnsafeBytes(of: length.littleEndian) { Array($0) })
      #expect(Self.complaint(InventedModel.sealed(Array(lying)))?.contains("is damaged") == true)
    }
  }

  @Test func `tells other files, other versions and missing files apart`() throws {
    #expect(Self.complaint([])?.contains("is no model file") == true)
    #expect(Self.complaint(Array("SQLite format 3".utf8))?.contains("is no model file") == true)
    var newer = Self.sample
    newer.version = "2"
    #expect(Self.complaint(newer.bytes())?.contains("is of another version") == true)
    let folder = TemporaryFolder()
    #expect(throws: ModelError.unreadable(path: folder.file("none"), reason: "No such file or directory")) {
      try ModelFile(folder.file("none"))
    }
    #expect(throws: ModelError.unreadable(path: folder.path, reason: "not a regular file")) {
      try ModelFile(folder.path)
    }
  }

  @Test func `never crashes on random damage that the checksum doesn't show`() {
    var random = SeededRandom(seed: 11)
    let bytes = Self.sample.bytes()
    let header = 16..<700
    for _ in 0..<300 {
      var damaged = Array(bytes.dropLast(32))
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        damaged[Int.random(in: header, using: &random)] = UInt8(
          ascii: "0123456789-,[]{}\"e.:".unicodeScalars.randomElement(using: &random)!)
      }
      guard let file = try? InventedModel.open(InventedModel.sealed(damaged)) else { continue }
      for name in ["numbers", "pieces.text"] {
        guard let shape = try? file.shape(of: name) else { continue }
        if let numbers = try? file.tensor(name, of: UInt8.self, shape: shape) { _ = numbers.reduce(0, &+) }
        if let numbers = try? file.tensor(name, of: Float.self, shape: shape) { _ = numbers.reduce(0, +) }
      }
      if let pieces = try? file.strings("pieces") { for i in 0..<pieces.count { _ = Array(pieces[i]) } }
    }
  }
}
