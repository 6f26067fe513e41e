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
        linkup join needs.tsv offers.tsv --approximate
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

  @Flag(
    help: """
      Look through a sixth of the offers for each need, those of like meaning: with 100,000 offers and more it is \
      faster, and misses one of fifty of the ten best. For semantic and hybrid; exact with less than 1,000 offers \
      for each that may come out.
      """)
  var approximate = false

  @OptionGroup var threads: ThreadsOption
  @OptionGroup var model: ModelOption

  func validate() throws {
    guard limit >= 1 else { throw ValidationError("--limit is \(limit); it must be 1 or more.") }
    if approximate, similarity == .words || similarity == .lexical {
      throw ValidationError(
        "--approximate is for --similarity semantic or hybrid; \(similarity.rawValue) is always exact.")
    }
  }

  func run() throws {
    // Offers by id: equal scores then come in order of id.
    var (offers, needs) = try IdentifiedTexts.both(
      (offers, byID: true), (needs, byID: false), threads: threads.count)
    let writer = try JoinWriter(
      format: format, needs: needs.ids, offers: offers.ids, threads: threads.count)
    let (similarity, encoder) = try comparison()
    if let encoder {
      try writeHybrid(needs, offers, similarity, encoder, to: writer)
    } else {
      let join = LexicalJoin(
        documents: offers.takeTexts(), similarity: similarity.lexical, threads: threads.count)
      try join.hits(for: needs.texts, limit: limit) { found in
        try writer.write(found.queries) { need in
          found[need].map { (Int($0.document), Double(min(1, $0.score))) }
        }
      }
    }
    try writer.output.flush()

    let skipped = needs.skipped + offers.skipped
    for reason in skipped { StandardError.say(reason) }
    if !skipped.isEmpty { throw ExitCode(2) }
  }

  /// Compares by meaning too.
  private func writeHybrid(
    _ needs: IdentifiedTexts, _ offers: IdentifiedTexts, _ similarity: Similarity, _ encoder: TextEncoder,
    to writer: JoinWriter
  ) throws {
    let progress = Progress("reading", of: "texts")
    let (queries, documents) = (needs.texts.strings, offers.texts.strings)
    let total = Set((queries + documents).map { Array($0.utf8) }).count
    let comparison = TextComparison(
      queries: queries, documents: documents, similarity: similarity, encoder: encoder
    ) { [threads] texts in
      defer { progress.end() }
      return encoder.encode(texts, threads: threads.count) { progress.add($0, of: total) }
    }
    let found = comparison.documents.join(
      comparison.queries, limit: limit, threads: threads.count, isApproximate: approximate)
    try writer.write(found.indices) { need in
      let hits = found[need]
      return hits.map { hit in
        let score =
          similarity == .hybrid
          ? Calibration.hybrid.relevance(hit.score, best: hits.first?.score ?? 0, pool: documents.count)
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
