import Foundation
import Matchmaking
import NetworkStore

/// The index that is kept beside a large network.
extension NetworkOptions {
  /// An engine for one contact and whoever may be a candidate for it, by the index that is kept beside the network.
  ///
  /// - Returns: nil if there is none that holds, or if many contacts may be meant: then the whole network must be read.
  func engine(
    around who: String, limit: Int, asOf day: Day, model: SemanticModel?
  ) throws -> (engine: MatchEngine, contact: Contact)? {
    let store = try NetworkStore(path: path, access: .reading)
    let stamp = try store.stamp()
    guard
      let kept = try? KeptIndex(
        path: indexPath, stamp: stamp, asOf: day, settings: store.settings(), model: model)
    else { return nil }
    let meant = kept.contacts(called: who)
    guard meant.count <= Self.mostMeant else { return nil }
    let contact = try store.network(of: meant).contact(who: who)
    guard let surroundings = kept.surroundings(of: contact.id, limit: limit),
      let part = try store.part(surroundings, stamp: stamp),
      let engine = try? MatchEngine(part, of: kept, gazetteer: Gazetteer.installed())
    else { return nil }
    return (engine, contact)
  }

  private static let mostMeant = 1000

  /// Keeps the index of a large network's engine; where that can't be done, the next command builds it anew.
  func keepIndex(of engine: MatchEngine, model: SemanticModel?, stamp: String) {
    guard engine.network.listings.count >= Self.fewestListings else { return }
    try? KeptIndex.keep(engine, model: model, stamp: stamp, at: indexPath)
  }

  /// A smaller network is read at once. The variable is for tests.
  private static var fewestListings: Int {
    ProcessInfo.processInfo.environment["LINKUP_INDEX_FROM"].flatMap(Int.init) ?? 20_000
  }

  private var indexPath: String { path + ".index" }
}
