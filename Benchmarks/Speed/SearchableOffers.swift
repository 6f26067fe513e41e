import Retrieval

/// Offers that are ready to be searched, and needs to search for.
struct SearchableOffers {
  let model: LexicalModel
  let index: InvertedIndex
  let needs: [String]

  init(count: Int, similarity: LexicalSimilarity) {
    let texts = SyntheticTexts(count: count)
    model = LexicalModel(documents: texts.offers, similarity: similarity)
    index = InvertedIndex(model.documents)
    needs = texts.needs
  }
}
