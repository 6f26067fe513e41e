import Foundation
import Retrieval
import TestSupport
import Testing

@Suite struct TextEncoderTests {
  private static let texts = [
    "plumber", "mon évier fuit", "Une baby-sitter anglophone, le mercredi", "", "   ", "🙂",
  ]

  private static func cosine(_ x: some Sequence<Int8>, _ y: some Sequence<Int8>) -> Double {
    func dot(_ x: some Sequence<Int8>, _ y: some Sequence<Int8>) -> Double {
      zip(x, y).reduce(0) { $0 + Double($1.0) * Double($1.1) }
    }
    return dot(x, y) / (dot(x, x) * dot(y, y)).squareRoot()
  }

  @Test func `gives the vectors of the reference`() throws {
    let references = try Models.expected()
    let vectors = try Models.encoder().encode(references.map(\.text))
    for (index, reference) in references.enumerated() {
      #expect(Self.cosine(vectors[index], reference.bytes) > 0.995, "\(reference.text)")
    }
  }

  @Test func `gives the same bytes on every instruction set and number of threads, alone and in company`()
    throws
  {
    let texts = Self.texts + (try Models.expected().prefix(20).map(\.text))
    let expected = try Models.encoder().encode(texts)
    for set in InstructionSet.available {
      let encoder = try TextEncoder(folder: Models.folder, on: set)
      #expect(encoder.encode(texts) == expected, "\(set)")
    }
    let encoder = try Models.encoder()
    let many = encoder.encode((0..<20).flatMap { _ in texts.reversed() } + texts, threads: 3)
    #expect(many[20 * texts.count..<21 * texts.count] == expected)
    for (index, text) in texts.enumerated() {
      #expect(encoder.encode([text])[0].elementsEqual(expected[index]), "\(text)")
    }
  }

  @Test func `places what means the same together, across languages and without a word in common`() throws {
    let vectors = try Models.encoder().encode([
      "mon évier fuit", "certified plumber", "violin lessons", "besoin d'un comptable",
      "bookkeeping for small firms",
    ])
    func similarity(_ x: Int, _ y: Int) -> Float { SemanticVectors.similarity(vectors[x], vectors[y]) }
    #expect(similarity(0, 1) > similarity(0, 2) + 0.15)
    #expect(similarity(3, 4) > similarity(3, 2) + 0.15)
  }

  @Test func `reads texts by their bytes, though they look alike`() throws {
    // Canonically equivalent, so that Swift takes the two for equal.
    let alike = ["a\u{323}\u{307}b repair", "a\u{307}\u{323}b repair"]
    let together = try Models.encoder().encode(alike)
    for (index, text) in alike.enumerated() {
      #expect(try Models.encoder().encode([text])[0].elementsEqual(together[index]))
    }
  }

  @Test func `gives what has no letters and digits zeros, which are like nothing`() throws {
    let vectors = try Models.encoder().encode(["", " \n", "🙂 …!", "7", "Ж"])
    for index in 0..<3 { #expect(vectors[index].allSatisfy { $0 == 0 }) }
    for index in 3..<5 { #expect(SemanticVectors.isVector(Array(vectors[index]))) }
  }

  @Test func `survives weights that are no numbers, in a file whose checksum is right`() throws {
    var random = SeededRandom(seed: 5)
    for spoilt in ["head.lkm", "minilm.lkm", "use.lkm"] {
      let folder = TemporaryFolder()
      for file in TextEncoder.files where file != spoilt {
        try FileManager.default.createSymbolicLink(
          atPath: folder.file(file), withDestinationPath: Models.folder + "/" + file)
      }
      let whole = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Models.folder + "/" + spoilt)))
      let seal = InventedModel.sealed([]).count
      for _ in 0..<4 {
        var body = Array(whole.dropLast(seal))
        for _ in 0..<200 {
          let start = Int.random(in: 8192..<body.count - 64, using: &random)
          for byte in start..<start + 64 { body[byte] = 0xFF }
        }
        folder.write(Data(InventedModel.sealed(body)), to: spoilt)
        // Either the file is refused, or there are vectors.
        guard let encoder = try? TextEncoder(folder: folder.path) else { continue }
        #expect(encoder.encode(Self.texts).count == Self.texts.count)
      }
    }
  }

  @Test func `reads a long text to its end`() throws {
    let filler = String(repeating: "We meet in the town hall. The weather was fine. ", count: 100)
    let vectors = try Models.encoder().encode([
      filler, filler + "We need a violin teacher. I play the violin.",
    ])
    #expect(!vectors[0].elementsEqual(vectors[1]))
  }

  @Test func `reports progress on every distinct text once`() throws {
    nonisolated(unsafe) var done = 0
    let lock = NSLock()
    _ = try Models.encoder().encode(Self.texts + Self.texts, threads: 2) { more in
      lock.withLock { done += more }
    }
    #expect(done == Self.texts.count)
  }

  @Test func `names the file that is missing`() throws {
    #expect(throws: ModelError.self) { try TextEncoder(folder: "/nonexistent") }
  }

  /// The float reference of the study, whose texts don't all belong to the repository.
  @Test func `comes as near to the float reference as its quantisation allows`() throws {
    struct Line: Decodable {
      let text: String
      let vector: [Double]
    }
    let path = Models.shared + "/reference/encoders/expected.jsonl"
    guard let lines = try? String(contentsOfFile: path, encoding: .utf8) else {
      return print("skipped: no \(path); set LINKUP_SHARED to test with it")
    }
    let expected = try lines.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
    let vectors = try Models.encoder().encode(expected.map(\.text))
    let cosines = expected.indices.map { index -> Double in
      let (x, y) = (vectors[index].map(Double.init), expected[index].vector)
      func dot(_ x: [Double], _ y: [Double]) -> Double { zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } }
      return dot(x, y) / (dot(x, x) * dot(y, y)).squareRoot()
    }
    print("vector: mean \(cosines.reduce(0, +) / Double(cosines.count)), least \(cosines.min() ?? 0)")
    #expect(cosines.reduce(0, +) / Double(cosines.count) >= 0.99)
    #expect((cosines.min() ?? 0) >= 0.97)
  }
}
