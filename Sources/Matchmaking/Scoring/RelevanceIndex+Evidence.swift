internal import Retrieval

extension RelevanceIndex {
  /// What in the words of a need and an offer makes them relevant.
  func evidence(need: Match.Side, offer: Match.Side) -> Evidence {
    let (mine, theirs) = (repaired(need), repaired(offer))
    func meant(_ side: Match.Side, _ repaired: String) -> String {
      side.listing.flatMap { Self.withoutEmployer($0, employers) } ?? repaired
    }
    let carriers = encoder?.carriers(of: meant(need, mine.text), and: meant(offer, theirs.text))
    return Evidence(
      wordsInCommon: WordsInCommon.between(mine.text, theirs.text), needWords: carriers?.text ?? [],
      offerWords: carriers?.other ?? [],
      repairs: (mine.repairs + theirs.repairs).map { Evidence.Repair(written: $0.written, read: $0.read) })
  }

  private func repaired(_ side: Match.Side) -> (text: String, repairs: [Spelling.Repair]) {
    comparison.repair(side.text, isInPool: side.listing.map { !later.contains($0.id) } ?? false)
  }
}
