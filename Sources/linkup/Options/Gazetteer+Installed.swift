import Foundation
import Matchmaking

extension Gazetteer {
  /// The gazetteer in `$LINKUP_PLACES`, else the one that came with linkup; nil, with a notice, if its file is
  /// missing or damaged: then places are compared by name.
  static func installed() -> Gazetteer? {
    do throws(GazetteerError) {
      let folder = ProcessInfo.processInfo.environment["LINKUP_PLACES"] ?? ""
      return try Gazetteer(folder: folder.isEmpty ? nil : folder)
    } catch {
      StandardError.say("\(error); comparing places by name, not by distance")
      return nil
    }
  }
}
