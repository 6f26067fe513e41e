internal import Retrieval

/// What a ``SemanticModel`` made of texts, so that no text is read twice: vectors by the hashes of the texts.
///
/// An engine takes those that are known and has those that it needed: keep them, and the next engine starts at once. A text
/// can't be told from its encoding's key.
public struct Encodings: Hashable, Sendable {
  /// A text's key: FNV-1a of its UTF-8 bytes in 128 bits.
  public typealias Key = UInt128

  /// The name of the model that made the vectors; nil if there are none yet.
  public private(set) var model: String?
  /// The vectors, 384 bytes each.
  public private(set) var vectors: [Key: [Int8]]

  /// No encodings.
  public init() {
    (model, vectors) = (nil, [:])
  }

  /// Encodings that were kept.
  ///
  /// - Parameters:
  ///   - model: the name of the model that made them.
  ///   - vectors: by key; those that are no vectors of 384 bytes and length one are left out.
  public init(model: String, vectors: [Key: [Int8]]) {
    self.model = model
    self.vectors = vectors.filter { SemanticVectors.isVector($0.value) }
  }

  /// Those that others of the same model lack.
  public func without(_ others: Encodings) -> Encodings {
    guard let model, model == others.model else { return self }
    return Encodings(model: model, vectors: vectors.filter { others.vectors[$0.key] == nil })
  }

  /// These and others of the same model.
  public func with(_ others: Encodings) -> Encodings {
    guard let model = model ?? others.model, others.model ?? model == model else { return self }
    return Encodings(model: model, vectors: vectors.merging(others.vectors) { mine, _ in mine })
  }

  /// The key of a text. Complexity: O(length).
  public static func key(of text: String) -> Key {
    text.utf8.reduce(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d) { hash, byte in
      (hash ^ Key(byte)) &* 0x0000_0000_0100_0000_0000_0000_0000_013b
    }
  }

  /// How many new texts are read before they are kept: some seconds of work.
  private static let block = 4096

  /// The vectors of texts in their order, and as encodings; what is known of the same model isn't read again.
  static func of(_ texts: [String], by reading: Reading) -> (vectors: SemanticVectors, encodings: Encodings) {
    let encoder = reading.model.encoder
    let known = reading.known.model == encoder.name ? reading.known.vectors : [:]
    let keys = texts.map(key(of:))
    var found: [Key: [Int8]] = [:]
    var missing: [(key: Key, text: String)] = []
    for (key, text) in zip(keys, texts) where found[key] == nil {
      found[key] = known[key] ?? []
      if known[key] == nil { missing.append((key, text)) }
    }
    let total = missing.count
    for start in stride(from: 0, to: total, by: block) {
      let texts = missing[start..<min(start + block, total)]
      let read = encoder.encode(texts.map(\.text), threads: reading.threads) { reading.progress?($0, total) }
      let new = Dictionary(uniqueKeysWithValues: zip(texts, 0...).map { ($0.key, Array(read[$1])) })
      reading.keep?(Encodings(model: encoder.name, vectors: new))
      found.merge(new) { $1 }
    }
    var vectors = SemanticVectors()
    for key in keys { vectors.append(found[key] ?? []) }
    return (vectors, Encodings(model: encoder.name, vectors: found))
  }
}
