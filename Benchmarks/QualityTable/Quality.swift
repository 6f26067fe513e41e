import ArgumentParser
import Foundation
import Models
import TestSupport

/// How well each similarity ranks on judged texts, beside each encoder alone, in one table.
@main
struct Quality: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "quality",
    abstract: "Measure how well each similarity ranks on judged sets.",
    discussion: """
      Prints nDCG@10, P@1, MAP, R@10 and AbsAP; where there is a calibrated relevance its error (ECE), the \
      share of queries answered, and P@1 of these; all with 95 % bootstrap intervals over the queries. A set \
      that is in none of the folders is skipped, and said to be.

      EXAMPLES
        Benchmarks/quality
        Benchmarks/quality --set timebanks-dev --set stackfaq-question --similarity lexical
        Benchmarks/quality --runs out/runs --format tsv > out/quality.tsv
      """)

  @Option(
    name: .customLong("folder"),
    help: "A folder that holds judged sets; the first one that has a set counts. May be repeated.")
  var folders: [String]

  @Option(name: .customLong("set"), help: "Measure this set alone. May be repeated.")
  var names: [String] = []

  @Option(name: .customLong("similarity"), help: "Measure this similarity or encoder alone. May be repeated.")
  var rankers: [Ranker] = []

  @Option(
    help: "A folder to write the rankings to, each set with its queries and grades, as score.py reads them.")
  var runs: String?

  @Option(help: "table, or tsv: every value and interval in full.")
  var format: TableFormat = .table

  func validate() throws {
    let known = JudgedSetSource.all.map(\.name)
    for name in names where !known.contains(name) {
      throw ValidationError("There is no set '\(name)'; there are \(known.joined(separator: ", ")).")
    }
  }

  func run() throws {
    let wanted = JudgedSetSource.all.filter { names.isEmpty || names.contains($0.name) }
    let found = wanted.compactMap { source in source.folder(among: folders).map { (source, $0) } }
    let missing = wanted.filter { $0.folder(among: folders) == nil }.map(\.name)

    guard let models = ModelFolder.find() else {
      throw ValidationError("The models are not beside the program.")
    }
    let encoders = try Encoders(folder: models)
    var table = ResultTable()
    for (source, folder) in found {
      let set = try source.read(in: folder)
      try runs.map { try set.write(to: $0) }
      for ranker in rankers.isEmpty ? Ranker.allCases : rankers {
        let ranking = Ranking(of: set, by: ranker, encoders: encoders)
        try runs.map { try ranking.write(to: "\($0)/\(set.name).\(ranker.rawValue).tsv") }
        table.append(Evaluation(of: ranking, on: set), of: ranker.rawValue, on: set)
      }
    }
    if !found.isEmpty { print(table.text(format), terminator: "") }
    if !missing.isEmpty {
      let line =
        "quality: skipped, for their files are not here: \(missing.joined(separator: ", ")); "
        + "set LINKUP_SHARED to a folder whose eval/ has them\n"
      FileHandle.standardError.write(Data(line.utf8))
      // Who names a set wants its figures; who names none takes what there is.
      if !names.isEmpty { throw ExitCode.failure }
    }
  }
}
