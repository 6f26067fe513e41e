/// What the Universal Sentence Encoder made of pieces: all that depends on a piece alone and not on the text around it.
package struct KnownPieces {
  /// How many pieces are kept; one takes 13 kB.
  private static let most = 2048

  /// Where each piece stands in what follows.
  private(set) var rows: [UInt32: Int] = [:]
  /// The pieces by their rows.
  private(set) var pieces: [UInt32] = []
  /// Rows of three times 256: what they are to each order of convolution.
  var projected: [Float] = []
  /// For each order, what a piece adds at each place of a run.
  var partial: [[Float]] = [[], [], []]

  package init() {}

  /// Gives rows to the pieces of texts that have none; all else is forgotten if they were too many.
  ///
  /// - Returns: the pieces whose rows are to be added, in their order.
  mutating func add(_ texts: [[UInt32]]) -> [UInt32] {
    var new = missing(from: texts)
    if rows.count + new.count > Self.most, !rows.isEmpty {
      self = KnownPieces()
      new = missing(from: texts)
    }
    if rows.isEmpty {
      projected.reserveCapacity(new.count * 768)
      for (order, places) in [2, 3, 5].enumerated() {
        partial[order].reserveCapacity(new.count * places * 256)
      }
    }
    for piece in new { rows[piece] = rows.count }
    pieces += new
    return new
  }

  /// The distinct pieces that have no row, in order.
  private func missing(from texts: [[UInt32]]) -> [UInt32] {
    var new: Set<UInt32> = []
    var result: [UInt32] = []
    for piece in texts.joined() where rows[piece] == nil && new.insert(piece).inserted {
      result.append(piece)
    }
    return result
  }
}
