/// Room for the postings of one block of documents after another, as a join needs them: the heads of all terms stand side by
/// side, since many queries ask for them.
final class TransientBlock {
  /// How many documents a block has at most.
  let size: Int

  private let heads: UnsafeMutablePointer<PostingBlock.Head>
  private let signatures: UnsafeMutablePointer<UInt64>
  private let offsets: UnsafeMutablePointer<Int>
  private var documents: UnsafeMutablePointer<UInt16>
  private var weights: UnsafeMutablePointer<Float>
  private var terms: UnsafeMutablePointer<UInt32>
  private var values: UnsafeMutablePointer<Float>
  private let termCount: Int
  private var room: Int

  /// - Parameter entryCount: how many entries all vectors have.
  init(termCount: Int, size: Int, entryCount: Int) {
    self.termCount = termCount
    self.size = size
    heads = .allocate(capacity: termCount + 2)
    signatures = .allocate(capacity: size)
    offsets = .allocate(capacity: size + 1)
    room = min(1 << 17, entryCount)
    documents = .allocate(capacity: room)
    weights = .allocate(capacity: room)
    terms = .allocate(capacity: room)
    values = .allocate(capacity: room)
  }

  deinit {
    heads.deallocate()
    signatures.deallocate()
    offsets.deallocate()
    freeRoom()
  }

  private func freeRoom() {
    documents.deallocate()
    weights.deallocate()
    terms.deallocate()
    values.deallocate()
  }

  /// Inverts some vectors, in place of those before. Complexity: O(their entries + terms).
  ///
  /// - Parameter names: which vectors.
  func fill(_ vectors: ForwardVectors, _ names: UnsafeBufferPointer<UInt32>) -> PostingBlock {
    precondition(names.count <= size, "a block holds \(size) documents, not \(names.count)")
    let count = copy(vectors, names)
    heads.update(repeating: PostingBlock.Head(start: 0, bound: 0), count: termCount + 2)
    // Until its postings are placed, a term's start stands one head further, and its count two.
    for entry in 0..<count {
      let term = Int(terms[entry])
      heads[term + 2].start &+= 1
      if values[entry] > heads[term].bound { heads[term].bound = values[entry] }
    }
    var sum: UInt32 = 0
    for term in 0..<termCount + 2 {
      sum &+= heads[term].start
      heads[term].start = sum
    }
    for place in names.indices {
      var signature: UInt64 = 0
      for entry in offsets[place]..<offsets[place + 1] {
        let term = Int(terms[entry])
        let posting = Int(heads[term + 1].start)
        heads[term + 1].start &+= 1
        documents[posting] = UInt16(truncatingIfNeeded: place)
        weights[posting] = values[entry]
        signature |= PostingBlock.signature(of: terms[entry])
      }
      signatures[place] = signature
    }
    return PostingBlock(
      names: names.baseAddress!, forward: ForwardVectors(offsets: offsets, terms: terms, weights: values),
      isForwardByPlace: true, heads: heads, stride: 1, documents: documents, weights: weights,
      signatures: signatures, meanEntries: count / max(1, names.count) + 1)
  }

  /// Copies vectors side by side; says how many entries they have.
  private func copy(_ vectors: ForwardVectors, _ names: UnsafeBufferPointer<UInt32>) -> Int {
    var count = 0
    for (place, name) in names.enumerated() {
      offsets[place] = count
      count += vectors.offsets[Int(name) + 1] - vectors.offsets[Int(name)]
    }
    offsets[names.count] = count
    if count > room {
      freeRoom()
      room = count
      documents = .allocate(capacity: room)
      weights = .allocate(capacity: room)
      terms = .allocate(capacity: room)
      values = .allocate(capacity: room)
    }
    for (place, name) in names.enumerated() {
      let (start, length) = (vectors.offsets[Int(name)], offsets[place + 1] - offsets[place])
      (terms + offsets[place]).update(from: vectors.terms + start, count: length)
      (values + offsets[place]).update(from: vectors.weights + start, count: length)
    }
    return count
  }
}
