import ArgumentParser
import Foundation
import Retrieval

/// How long does the join take by itself, and one query?
///
/// Measured, in seconds of CPU time of the process: reading documents and queries into vectors, ordering the documents, and the
/// join of them all; with `--single` also the microseconds of single queries, from text to hits. Corpus: `needs.tsv` and
/// `offers.tsv` of a folder. Command: `Benchmarks/peers`, which runs the peers beside it.
@main
struct Joining: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "joining")

  @Argument(help: "A folder with needs.tsv and offers.tsv, id<TAB>text a line.") var folder: String
  @Option(help: "words, ngrams, lexical, semantic or hybrid.") var similarity = "words"
  @Option(help: "Join the first needs alone.") var sample = Int.max
  @Option(help: "How many threads work.") var threads = 1
  @Option(help: "How many of the last needs are asked one by one.") var single = 0
  @Flag(help: "Join by meaning approximately, too, with the share of the exact hits that it finds.")
  var approximate = false
  @Option(help: "Write the vectors to this folder, for peers to join.") var vectors: String?

  func run() throws {
    guard let chosen = Similarity(rawValue: similarity) else {
      throw ValidationError("there is no similarity '\(similarity)'")
    }
    if chosen.needsEncoder { return try joinMeanings(chosen) }
    let similarity = chosen.lexical
    let offers = try Self.texts("\(folder)/offers.tsv", .max)
    let needs = try Self.texts("\(folder)/needs.tsv", max(sample, single))
    let asked = 0..<min(sample, needs.count)
    var times = Times()
    let model = times.of("documents") {
      LexicalModel(documents: offers, similarity: similarity, threads: threads)
    }
    let queries = times.of("queries") { model.queries(needs, asked, threads: threads) }
    let blocks = times.of("order") { DocumentBlocks(model.documents) }
    // As the peers do, a few queries first.
    blocks.join(model.queries(needs, 0..<min(50, needs.count)), limit: 10, threads: 1) { _ in }
    var (hits, sum) = (0, 0.0)
    times.of("join") {
      blocks.join(queries, limit: 10, threads: threads) { found in
        for query in found.queries {
          hits += found[query].count
          for hit in found[query] { sum += Double(hit.score) }
        }
      }
    }
    if let vectors {
      try queries.write(to: "\(vectors)/needs.csr")
      try model.documents.write(to: "\(vectors)/offers.csr")
    }
    if single > 0 {
      let index = times.of("index") { LexicalIndex(blocks) }
      let scratch = index.makeScratch()
      var each: [Double] = []
      for number in needs.count - min(single, needs.count)..<needs.count {
        let start = Times.cpu()
        var query = SparseVectors()
        model.appendQuery(needs[number], to: &query)
        sum += Double(index.search(query, 0, limit: 10, scratch: scratch).count)
        each.append(1e6 * (Times.cpu() - start))
      }
      times.add(single: each)
    }
    times.print(needs: asked.count, hits: hits, sum: sum)
  }

  private func joinMeanings(_ similarity: Similarity) throws {
    let offers = try Self.texts("\(folder)/offers.tsv", .max)
    let needs = try Self.texts("\(folder)/needs.tsv", max(sample, single))
    let join = try MeaningJoin(similarity, needs: needs, offers: offers, in: folder, threads: threads)
    var times = Times()
    let index = times.of("index") { TextIndex(join.documents, mix: similarity.mix) }
    let found = times.of("join") { index.join(join.queries, limit: 10, threads: threads) }
    if single > 0 {
      var scratch = index.makeScratch()
      times.add(
        single: (needs.count - single..<needs.count).map { query in
          let start = Times.cpu()
          _ = index.search(join.queries, query, limit: 10, above: 0, scratch: &scratch)
          return 1e6 * (Times.cpu() - start)
        })
    }
    if approximate {
      let lists = times.of("lists") { index.meaningLists(threads: threads) }
      let near = times.of("approximate") { index.join(join.queries, limit: 10, threads: threads, in: lists) }
      times.add(recall: near, of: found)
    }
    let scores = found.joined().map { Double($0.score) }
    times.print(needs: found.count, hits: scores.count, sum: scores.reduce(0, +))
  }

  private static func texts(_ path: String, _ count: Int) throws -> Texts {
    var texts = Texts()
    for line in try Data(contentsOf: URL(fileURLWithPath: path)).split(separator: UInt8(ascii: "\n")).prefix(
      count)
    {
      let text = line.drop { $0 != UInt8(ascii: "\t") }.dropFirst()
      texts.append(text)
    }
    return texts
  }
}

extension SparseVectors {
  /// As NumPy reads them: the count and the number of entries, the offsets, then terms, then weights.
  fileprivate func write(to path: String) throws {
    var data = Data()
    withEntries { offsets, terms, weights in
      for number in [Int64(count), Int64(terms.count)] {
        withUnsafeBytes(of: number) { data.append(contentsOf: $0) }
      }
      for part in [
        UnsafeRawBufferPointer(offsets), UnsafeRawBufferPointer(terms), UnsafeRawBufferPointer(weights),
      ] {
        data.append(contentsOf: part)
      }
    }
    try data.write(to: URL(fileURLWithPath: path))
  }
}
