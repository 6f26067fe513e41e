/// Documents inverted as a whole, for one query at a time: term by term, and within a term block by block. Immutable.
struct InvertedIndex: Sendable {
  /// How many documents a block has: at most as many as 16 bits can tell apart.
  let blockSize: Int

  private let documentCount: Int
  /// The heads of a term stand side by side, one for each block; then one that tells where the last term ends.
  private let heads: FlatArray<PostingBlock.Head>
  private let documents: FlatArray<UInt16>
  private let weights: FlatArray<Float>
  private let signatures: FlatArray<UInt64>

  /// An index that a file keeps, of so many documents; see ``kept(as:)``.
  init(_ file: KeptFile, _ name: String, documentCount: Int, termCount: Int, blockSize: Int)
    throws(ModelError)
  {
    self.blockSize = blockSize
    self.documentCount = documentCount
    heads = try file.array("\(name).heads")
    documents = try file.array("\(name).places")
    weights = try file.array("\(name).placed")
    signatures = try file.array("\(name).signatures")
    let blocks = max(1, (documentCount + blockSize - 1) / blockSize)
    guard heads.count == termCount * blocks + 2, documents.count == weights.count,
      signatures.count == documentCount, heads.last.map({ Int($0.start) == documents.count }) == true
    else { throw file.damaged("its \(name) contradict each other") }
  }

  /// The arrays that a file keeps.
  func kept(as name: String) -> [KeptFile.Array] {
    [
      KeptFile.Array("\(name).heads", heads), KeptFile.Array("\(name).places", documents),
      KeptFile.Array("\(name).placed", weights), KeptFile.Array("\(name).signatures", signatures),
    ]
  }

  /// How many blocks there are.
  var blockCount: Int { (documentCount + blockSize - 1) / blockSize }

  /// Inverts vectors. Complexity: O(entries + terms · blocks).
  ///
  /// - Parameter order: the vectors' numbers, in the order in which they stand in the blocks.
  init(_ vectors: SparseVectors, order: FlatArray<UInt32>, blockSize: Int) {
    self.blockSize = blockSize
    documentCount = vectors.count
    let blocks = max(1, (vectors.count + blockSize - 1) / blockSize)
    let termCount = vectors.termCount
    var heads = [PostingBlock.Head](
      repeating: PostingBlock.Head(start: 0, bound: 0), count: termCount * blocks + 2)
    var documents = [UInt16](repeating: 0, count: vectors.terms.count)
    var weights = [Float](repeating: 0, count: vectors.terms.count)
    var signatures = [UInt64](repeating: 0, count: vectors.count)
    vectors.withForwardVectors { vectors in
      heads.withUnsafeMutableBufferPointer { heads in
        for (place, document) in order.enumerated() {
          let block = place / blockSize
          for entry in vectors.offsets[Int(document)]..<vectors.offsets[Int(document) + 1] {
            let head = Int(vectors.terms[entry]) * blocks + block
            heads[head + 2].start += 1
            heads[head].bound = max(heads[head].bound, vectors.weights[entry])
          }
        }
        var sum: UInt32 = 0
        for head in heads.indices {
          sum += heads[head].start
          heads[head].start = sum
        }
        for (place, document) in order.enumerated() {
          let block = place / blockSize
          for entry in vectors.offsets[Int(document)]..<vectors.offsets[Int(document) + 1] {
            let head = Int(vectors.terms[entry]) * blocks + block
            let posting = Int(heads[head + 1].start)
            heads[head + 1].start += 1
            documents[posting] = UInt16(place % blockSize)
            weights[posting] = vectors.weights[entry]
            signatures[place] |= PostingBlock.signature(of: vectors.terms[entry])
          }
        }
      }
    }
    self.heads = FlatArray(heads)
    self.documents = FlatArray(documents)
    self.weights = FlatArray(weights)
    self.signatures = FlatArray(signatures)
  }

  /// Calls `body` with the blocks.
  ///
  /// - Parameters:
  ///   - names: the number of each document, by its place.
  ///   - forward: the documents' vectors, by their numbers.
  func withBlocks<Result>(
    names: UnsafePointer<UInt32>, forward: ForwardVectors, _ body: ([PostingBlock]) -> Result
  ) -> Result {
    heads.withUnsafeBufferPointer { heads in
      documents.withUnsafeBufferPointer { documents in
        weights.withUnsafeBufferPointer { weights in
          signatures.withUnsafeBufferPointer { signatures in
            // Where there is no posting nobody reads.
            guard let places = documents.baseAddress, let values = weights.baseAddress else {
              return body([])
            }
            return body(
              (0..<blockCount).map { block in
                let start = block * blockSize
                return PostingBlock(
                  names: names + start, forward: forward, isForwardByPlace: false,
                  heads: heads.baseAddress! + block, stride: blockCount, documents: places, weights: values,
                  signatures: signatures.baseAddress! + start,
                  meanEntries: documents.count / documentCount + 1)
              })
          }
        }
      }
    }
  }
}
