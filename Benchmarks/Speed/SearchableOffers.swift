import Retrieval
import TestSupport

/// Offers that are ready to be searched, and needs to search for.
struct SearchableOffers {
  let model: LexicalModel
  let index: TextIndex
  let needs: [String]

  init(count: Int, similarity: LexicalSimilarity) {
    let texts = SyntheticTexts(count: count)
    model = LexicalModel(documents: Texts(texts.offers), similarity: similarity)
    index = TextIndex(TextVectors(terms: model.documents), mix: .terms)
    needs = texts.needs
  }
}
