import ArgumentParser
import Foundation
import Matchmaking
import NetworkStore

/// Which model reads what texts mean.
struct ModelOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the models; else $LINKUP_MODEL, else those that came with linkup.", valueName: "folder"),
    completion: .directory)
  var model: String?

  /// The model; nil, with a notice, if its files are missing or damaged: then letters alone are compared.
  func load() -> SemanticModel? {
    do throws(SemanticModelError) {
      return try required()
    } catch {
      StandardError.say("\(error); comparing letters alone, which finds less")
      return nil
    }
  }

  /// The model, for whoever can't do without.
  func required() throws(SemanticModelError) -> SemanticModel {
    let variable = ProcessInfo.processInfo.environment["LINKUP_MODEL"] ?? ""
    return try SemanticModel(folder: model ?? (variable.isEmpty ? nil : variable))
  }
}

extension NetworkOptions {
  /// An engine for the network in the file; what it reads anew is kept there, where the file can be written.
  func engine(
    asOf day: Day, reach: Int? = nil, model: SemanticModel?, threads: Int
  ) throws -> MatchEngine {
    let store = try NetworkStore(path: path, access: .reading)
    let network = try store.network()
    var settings = try store.settings()
    settings.reach = reach
    let gazetteer = Gazetteer.installed()
    return try reading(model, store: store, threads: threads) { reading in
      try MatchEngine(network, asOf: day, settings: settings, reading: reading, gazetteer: gazetteer)
    }
  }

  /// A search over the network in the file, likewise.
  func search(model: SemanticModel?, threads: Int) throws -> (network: Network, search: ContactSearch) {
    let store = try NetworkStore(path: path, access: .reading)
    let network = try store.network()
    return try reading(model, store: store, threads: threads) { reading in
      (network, ContactSearch(network, reading: reading))
    }
  }

  /// Reads what is new in the network in the file, so that whoever asks next need not wait, and forgets what
  /// is gone.
  func readAll(asOf day: Day, model: SemanticModel, threads: Int) throws {
    let engine = try engine(asOf: day, model: model, threads: threads)
    let (_, search) = try search(model: model, threads: threads)
    try NetworkStore(path: path, access: .editing).forget(allBut: engine.encodings.with(search.encodings))
  }

  /// Lets `make` read with what is known, shows how far it is, and keeps what is new; a file that can't be
  /// written is read anew next time.
  private func reading<Reader>(
    _ model: SemanticModel?, store: NetworkStore, threads: Int, make: (Reading?) throws -> Reader
  ) throws -> Reader {
    guard let model else { return try make(nil) }
    let known = try store.encodings(of: model.name)
    let progress = Progress("reading", of: "texts")
    defer { progress.end() }
    let path = path
    return try make(
      Reading(
        model, known: known, threads: threads, progress: { progress.add($0, of: $1) },
        keep: { try? NetworkStore(path: path, access: .editing).keep($0) }))
  }
}
