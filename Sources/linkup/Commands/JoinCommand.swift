import ArgumentParser
import Foundation
import Matchmaking
import Retrieval

/// `linkup join`: two files of texts in, top-k matches out; for other programs.
struct JoinCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Match two files of texts, needs with offers, without a network.",
    discussion: """
      NEEDS and OFFERS hold one text a line, id<TAB>text; files named .jsonl hold objects with the fields id \
      and text. NEEDS may be - for standard input. For each need, in its order, the best offers come out, one \
      a line: need-id<TAB>offer-id<TAB>score, best first, ties by offer id; the score is 0…1, with six \
      decimals. An offer that shares nothing with the need is not among them.

      SIMILARITIES
        words     BM25 over words, as other search engines have it
        lexical   words and character n-grams, this project's best mix of both
        semantic  meaning, in any language
        hybrid    meaning and letters; the score is the chance that the match is a good one

      EXAMPLES
        linkup join needs.tsv offers.tsv
        linkup join needs.tsv offers.tsv --similarity words --limit 5
        cut -f 1,2 needs.tsv | linkup join - offers.jsonl --format jsonl
      """)

  @Argument(help: "A file of needs, or - for standard input.", completion: .file())
  var needs: String

  @Argument(help: "A file of offers.", completion: .file())
  var offers: String

  @Option(parsing: .unconditional, help: "How many offers for each need at most.")
  var limit: Int = 10

  @Option(help: "How texts are compared: words, lexical, semantic or hybrid.")
  var similarity: JoinSimilarity = .hybrid

  @Option(help: "tsv, or jsonl: objects with the fields need, offer and score.")
  var format: JoinFormat = .tsv

  @OptionGroup var threads: ThreadsOption
  @OptionGroup var model: ModelOption

  func validate() throws {
    guard limit >= 1 else { throw ValidationError("--limit is \(limit); it must be 1 or more.") }
  }

  func run() throws {
    // Offers by id: equal scores then come in order of id.
    let offerTexts = try IdentifiedTexts(path: offers)
    let order = offerTexts.ids.indices.sorted { offerTexts.ids[$0] < offerTexts.ids[$1] }
    let needTexts = try IdentifiedTexts(path: needs)
    let found = try relevances(of: order.map { offerTexts.texts[$0] }, for: needTexts.texts)

    let writer = JoinWriter(format: format)
    for (need, hits) in found.enumerated() {
      try writer.write(
        need: needTexts.ids[need], hits.map { (offerTexts.ids[order[$0.offer]], $0.score) })
    }
    try writer.output.flush()

    let skipped = needTexts.skipped + offerTexts.skipped
    for reason in skipped { StandardError.say(reason) }
    if !skipped.isEmpty { throw ExitCode(2) }
  }

  /// For each need the best offers with their scores, 0…1, best first.
  private func relevances(of offers: [String], for needs: [String]) throws -> [[(offer: Int, score: Double)]]
  {
    let (similarity, encoder) = try comparison()
    let progress = Progress("reading", of: "texts")
    let total = Set((needs + offers).map { Array($0.utf8) }).count
    let comparison = TextComparison(
      queries: needs, documents: offers, similarity: similarity, encoder: encoder
    ) { [threads] texts in
      defer { progress.end() }
      return encoder?.encode(texts, threads: threads.count) { progress.add($0, of: total) }
        ?? SemanticVectors()
    }
    let found = comparison.documents.join(comparison.queries.documents, limit: limit, threads: threads.count)
    return found.map { hits in
      hits.map { hit in
        let score =
          similarity == .hybrid
          ? Calibration.hybrid.relevance(hit.score, best: hits[0].score, pool: offers.count)
          : Double(min(1, hit.score))
        return (Int(hit.document), score)
      }
    }
  }

  /// What to compare by: without a model letters must do, where both were asked for.
  private func comparison() throws -> (Similarity, TextEncoder?) {
    switch similarity {
    case .words: (.words, nil)
    case .lexical: (.lexical, nil)
    case .semantic: (.semantic, try model.required().encoder)
    case .hybrid: model.load().map { (.hybrid, $0.encoder) } ?? (.lexical, nil)
    }
  }
}
