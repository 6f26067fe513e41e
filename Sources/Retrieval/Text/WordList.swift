/// Which words are spelt right: English ones with how often they are used, and those of six other languages.
package struct WordList: Sendable {
  private let english: [UInt64]
  private let frequencies: [UInt8]
  private let others: [UInt32]

  /// Reads the words of a model file.
  package init(_ file: ModelFile) throws(ModelError) {
    let shape = try file.shape(of: "english.hash")
    guard shape.count == 2 else { throw file.damaged("its tensor english.hash is no table") }
    let hashes = try file.tensor("english.hash", of: UInt32.self, shape: [shape[0], 2])
    english = (0..<shape[0]).map { UInt64(hashes[2 * $0]) << 32 | UInt64(hashes[2 * $0 + 1]) }
    frequencies = Array(try file.tensor("english.frequency", of: UInt8.self, shape: [shape[0]]))
    others = Array(try file.tensor("others.hash", of: UInt32.self, shape: file.shape(of: "others.hash")))
  }

  /// The natural logarithm of how often an English word was counted; nil if it isn't known.
  ///
  /// - Parameter word: folded scalars.
  /// - Complexity: O(log words).
  package func logFrequency(ofEnglish word: [UInt32]) -> Float? {
    let hash = Self.hash(of: word)
    let place = Self.place(of: hash, in: english)
    return place < english.count && english[place] == hash ? Float(frequencies[place]) / 12 : nil
  }

  /// Whether a folded word is one of French, Spanish, German, Italian, Portuguese or Dutch; true of one in ten thousand
  /// that is none.
  package func hasOther(_ word: [UInt32]) -> Bool {
    let hash = UInt32(truncatingIfNeeded: Self.hash(of: word))
    let place = Self.place(of: hash, in: others)
    return place < others.count && others[place] == hash
  }

  /// FNV-1a of the word's UTF-8 bytes.
  private static func hash(of word: [UInt32]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for value in word {
      guard let scalar = Unicode.Scalar(value), let bytes = UTF8.encode(scalar) else { continue }
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    return hash
  }

  /// Where a value stands in rising ones, or would.
  private static func place<Value: Comparable>(of value: Value, in values: [Value]) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
