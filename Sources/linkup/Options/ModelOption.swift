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
    asOf day: Day, settings: Settings = .standard, model: ModelOption, threads: ThreadsOption
  ) throws -> MatchEngine {
    let store = try NetworkStore(path: path, access: .reading)
    let network = try store.network()
    guard let model = model.load() else { return try MatchEngine(network, asOf: day, settings: settings) }
    let known = try store.encodings(of: model.name)
    let progress = Progress("reading", of: "texts")
    let engine = try MatchEngine(
      network, asOf: day, settings: settings,
      reading: Reading(model, known: known, threads: threads.count) { progress.add($0, of: $1) })
    progress.end()
    keep(engine.encodings, knowing: known)
    return engine
  }

  /// A search over the network in the file, likewise.
  func search(model: ModelOption) throws -> (network: Network, search: ContactSearch) {
    let store = try NetworkStore(path: path, access: .reading)
    let network = try store.network()
    guard let model = model.load() else { return (network, ContactSearch(network)) }
    let known = try store.encodings(of: model.name)
    let progress = Progress("reading", of: "texts")
    let threads = ProcessInfo.processInfo.activeProcessorCount
    let search = ContactSearch(
      network, reading: Reading(model, known: known, threads: threads) { progress.add($0, of: $1) })
    progress.end()
    keep(search.encodings, knowing: known)
    return (network, search)
  }

  /// Keeps what is new; a file that can't be written is read anew next time.
  private func keep(_ encodings: Encodings, knowing known: Encodings) {
    let new = encodings.without(known)
    guard !new.vectors.isEmpty else { return }
    try? NetworkStore(path: path, access: .editing).keep(new)
  }
}
