/// The postings of a run of documents, as a search walks them; valid as long as what it points into.
///
/// A block is small enough that the sums of its documents stay in a core's cache.
struct PostingBlock {
  /// What a block knows of a term.
  struct Head: BitwiseCopyable {
    /// Where the term's postings begin; they end where those of the following head begin.
    var start: UInt32
    /// The highest weight of the term in the block.
    var bound: Float
  }

  /// The number of each of its documents, by its place in the block.
  let names: UnsafePointer<UInt32>
  /// The documents' vectors, by their places in the block, or else by their numbers.
  let forward: ForwardVectors
  let isForwardByPlace: Bool
  /// The block's head of each term, each followed by one that tells where its postings end; see ``stride``.
  let heads: UnsafePointer<Head>
  /// How far the heads of two terms that follow each other stand apart.
  let stride: Int
  /// Places of documents within the block, which fit in 16 bits, term by term.
  let documents: UnsafePointer<UInt16>
  let weights: UnsafePointer<Float>
  /// For each document of the block a bit for each of its terms, by ``signature(of:)``.
  let signatures: UnsafePointer<UInt64>
  /// How many terms a document has on average, rounded up.
  let meanEntries: Int

  /// Whether documents are short enough for their signatures to tell anything.
  var hasSignatures: Bool { meanEntries <= 24 }

  /// The bit of a term in the signature of a document.
  @inline(__always)
  static func signature(of term: UInt32) -> UInt64 {
    1 &<< UInt64((term &* 2_654_435_761) &>> 26)
  }

  /// Where the entries of a document's vector stand.
  @inline(__always)
  func entries(of place: Int) -> Range<Int> {
    let row = isForwardByPlace ? place : Int(names[place])
    return forward.offsets[row]..<forward.offsets[row + 1]
  }

  /// The head of a term.
  @inline(__always)
  func head(of term: UInt32) -> UnsafePointer<Head> { heads + Int(term) * stride }
}
