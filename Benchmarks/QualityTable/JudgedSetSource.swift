import Foundation
import TestSupport

/// Where a judged set lies in a folder of sets, and how it is read.
struct JudgedSetSource {
  let name: String
  private let files: Files
  /// Whether each query gets a typo.
  private var isMisspelt = false

  private enum Files {
    /// Queries and documents, id and text a line, and judgements; where those are binary, 1 means right.
    case separate(queries: String, documents: String, judgements: String, binary: Bool)
    /// One file whose line i has a need and an offer in two languages each, all on one topic.
    case topics(TopicPairing)
    /// One file of sentences in two languages; line i's are translations of each other.
    case translations(file: String, isReversed: Bool)
  }

  /// Every set, in the order of the table: those most like what linkup is for come first.
  static let all =
    [
      timebanks("dev"), timebanks("dev-fr"), timebanks("dev", isMisspelt: true),
      esco("house_test"), esco("tech_test"), stackfaq("question"), stackfaq("answer"),
      melo("usa_q_en_c_en"), melo("fra_q_fr_c_fr"), melo("fra_q_fr_c_en"),
    ] + TopicPairing.allCases.map { JudgedSetSource(name: "topics-\($0.rawValue)", files: .topics($0)) }
    + ["fra", "spa", "deu"].flatMap {
      [tatoeba($0, "eng", isReversed: false), tatoeba($0, "eng", isReversed: true)]
    }

  private static func timebanks(_ needs: String, isMisspelt: Bool = false) -> JudgedSetSource {
    JudgedSetSource(
      name: "timebanks-\(needs)" + (isMisspelt ? "-typo" : ""),
      files: .separate(
        queries: "timebanks-\(needs)/needs.tsv", documents: "timebanks-dev/offers.tsv",
        judgements: "timebanks-\(needs)/qrels.tsv", binary: false),
      isMisspelt: isMisspelt)
  }

  private static func esco(_ part: String) -> JudgedSetSource {
    JudgedSetSource(
      name: "esco-\(part)",
      files: .separate(
        queries: "esco-skills/\(part)/queries.tsv", documents: "esco-skills/docs.tsv",
        judgements: "esco-skills/\(part)/qrels.tsv", binary: true))
  }

  private static func stackfaq(_ documents: String) -> JudgedSetSource {
    JudgedSetSource(
      name: "stackfaq-\(documents)",
      files: .separate(
        queries: "stackfaq/queries.tsv", documents: "stackfaq/docs_\(documents).tsv",
        judgements: "stackfaq/qrels.tsv", binary: true))
  }

  private static func melo(_ part: String) -> JudgedSetSource {
    JudgedSetSource(
      name: "melo-\(part)",
      files: .separate(
        queries: "melo/\(part)/queries.tsv", documents: "melo/\(part)/docs.tsv",
        judgements: "melo/\(part)/qrels.tsv", binary: true))
  }

  private static func tatoeba(_ first: String, _ second: String, isReversed: Bool) -> JudgedSetSource {
    JudgedSetSource(
      name: "tatoeba-" + (isReversed ? "\(second)-\(first)" : "\(first)-\(second)"),
      files: .translations(file: "tatoeba/\(first)-\(second).tsv", isReversed: isReversed))
  }

  /// The first of the folders that has all files of the set.
  func folder(among folders: [String]) -> String? {
    let paths =
      switch files {
      case .separate(let queries, let documents, let judgements, _): [queries, documents, judgements]
      case .topics: [TopicPairing.file]
      case .translations(let file, _): [file]
      }
    return folders.first { folder in
      paths.allSatisfy { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
    }
  }

  /// Reads the set.
  func read(in folder: String) throws(TabSeparatedFile.Unreadable) -> JudgedSet {
    switch files {
    case .topics(let pairing):
      return pairing.judgedSet(name: name, topics: try TopicPairing.topics(in: folder))
    case .translations(let file, let isReversed):
      let rows = try TabSeparatedFile(path: "\(folder)/\(file)", columns: 2).rows
      func texts(_ column: Int) -> [IdentifiedText] {
        rows.map { IdentifiedText(id: "\($0.line)", text: $0.cells[column]) }
      }
      return JudgedSet(
        name: name, queries: texts(isReversed ? 1 : 0), documents: texts(isReversed ? 0 : 1),
        judgements: rows.map { ("\($0.line)", "\($0.line)", 2) })
    case .separate(let queries, let documents, let judgements, let binary):
      let needs = try Self.texts("\(folder)/\(queries)")
      let judgements = try TabSeparatedFile(path: "\(folder)/\(judgements)", columns: 3).judgements()
      return JudgedSet(
        name: name, queries: isMisspelt ? Typos.inserted(into: needs) : needs,
        documents: try Self.texts("\(folder)/\(documents)"),
        judgements: binary ? judgements.map { ($0.query, $0.document, $0.grade > 0 ? 2 : 0) } : judgements)
    }
  }

  private static func texts(_ path: String) throws(TabSeparatedFile.Unreadable) -> [IdentifiedText] {
    try TabSeparatedFile(path: path, columns: 2).rows.map {
      IdentifiedText(id: $0.cells[0], text: $0.cells[1])
    }
  }
}
