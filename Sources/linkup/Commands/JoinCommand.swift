import ArgumentParser
import Foundation
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
        semantic  meaning in any language; comes with the models
        hybrid    meaning and letters; comes with the models

      EXAMPLES
        linkup join needs.tsv offers.tsv
        linkup join needs.tsv offers.tsv --similarity words --limit 5
        cut -f 1,2 needs.tsv | linkup join - offers.jsonl --format jsonl
      """)

  @Argument(help: "A file of needs, or - for standard input.", completion: .file())
  var needs: String

  @Argument(help: "A file of offers.", completion: .file())
  var offers: String

  @Option(help: "How many offers for each need at most.")
  var limit: Int = 10

  @Option(help: "How texts are compared: words, lexical, semantic or hybrid.")
  var similarity: JoinSimilarity = .lexical

  @Option(help: "tsv, or jsonl: objects with the fields need, offer and score.")
  var format: JoinFormat = .tsv

  @OptionGroup var threads: ThreadsOption

  func validate() throws {
    guard limit >= 1 else { throw ValidationError("--limit is \(limit); it must be 1 or more.") }
  }

  func run() throws {
    guard let similarity = similarity.lexical else {
      throw Failure(
        "--similarity \(similarity.rawValue) comes with the models, which this version does not have; use lexical"
      )
    }
    // Offers by id: equal scores then come in order of id.
    let offerTexts = try IdentifiedTexts(path: offers)
    let order = offerTexts.ids.indices.sorted { offerTexts.ids[$0] < offerTexts.ids[$1] }
    let needTexts = try IdentifiedTexts(path: needs)
    let model = LexicalModel(documents: order.map { offerTexts.texts[$0] }, similarity: similarity)
    let found = TextIndex(TextVectors(terms: model.documents), mix: .terms).join(
      TextVectors(terms: model.queries(needTexts.texts)), limit: limit, threads: threads.count)

    let writer = JoinWriter(format: format)
    for (need, hits) in found.enumerated() {
      try writer.write(
        need: needTexts.ids[need], hits.map { (offerTexts.ids[order[Int($0.document)]], $0.score) })
    }
    try writer.output.flush()

    let skipped = needTexts.skipped + offerTexts.skipped
    for reason in skipped { StandardError.say(reason) }
    if !skipped.isEmpty { throw ExitCode(2) }
  }
}

/// The frozen names of what `join` can compare by.
enum JoinSimilarity: String, ExpressibleByArgument, CaseIterable {
  case hybrid, words, lexical, semantic

  var lexical: LexicalSimilarity? {
    switch self {
    case .words: .words
    case .lexical: .lexical
    case .hybrid, .semantic: nil
    }
  }
}

/// How `join` writes its matches.
enum JoinFormat: String, ExpressibleByArgument, CaseIterable {
  case tsv, jsonl
}
