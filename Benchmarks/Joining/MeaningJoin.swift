import Retrieval

/// The join by what texts mean, and by meaning and letters, of vectors that are ready-made.
struct MeaningJoin {
  let similarity: Similarity
  let queries: TextVectors
  let documents: TextVectors

  /// Reads the texts' letters where they count, and takes what they mean from the files beside them.
  init(_ similarity: Similarity, needs: Texts, offers: Texts, in folder: String, threads: Int) throws {
    self.similarity = similarity
    func vectors(_ terms: SparseVectors, of texts: Texts, named name: String) throws -> TextVectors {
      TextVectors(terms: terms, meaning: try MeaningFile.vectors(of: texts, named: name, in: folder))
    }
    let model = LexicalModel(documents: offers, similarity: similarity.lexical, threads: threads)
    queries = try vectors(model.queries(needs), of: needs, named: "needs")
    documents = try vectors(model.documents, of: offers, named: "offers")
  }
}
