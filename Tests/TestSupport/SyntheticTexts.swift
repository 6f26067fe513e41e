/// Needs and offers of made-up words, the same on every machine.
///
/// Each text is an opening such as "looking for" and 2 to 8 words drawn independently by the law of Zipf and
/// Mandelbrot, weight 1/(rank + 40), out of 30,000 words of two or three syllables whose frequent sounds
/// recur in many words. The numbers are chosen so that the work is that of real English: of 10,000 offers a
/// need's words meet 4 postings for every hundred, its n-grams 210; in texts made of WordNet's glosses it is
/// 3 and 200.
public struct SyntheticTexts {
  /// The needs.
  public let needs: [String]
  /// The offers.
  public let offers: [String]

  /// So many needs and as many offers; a smaller number gives the first ones of a larger.
  public init(count: Int) {
    let vocabulary = Vocabulary()
    var random = SeededRandom(seed: 1)
    let needOpenings = ["looking for", "i need", "who knows", "need help with", "want to find", "seeking"]
    let offerOpenings = [
      "i offer", "can help with", "available for", "expert in", "we provide", "i can teach",
    ]
    var needs: [String] = []
    var offers: [String] = []
    for _ in 0..<count {
      needs.append(vocabulary.text(after: needOpenings, using: &random))
      offers.append(vocabulary.text(after: offerOpenings, using: &random))
    }
    self.needs = needs
    self.offers = offers
  }
}
