import Matchmaking

extension Gazetteer {
  /// The gazetteer that came with linkup; nil, with a notice, if its file is missing or damaged: then towns have
  /// no distance.
  static func installed() -> Gazetteer? {
    do throws(GazetteerError) {
      return try Gazetteer()
    } catch {
      StandardError.say("\(error); the distance between towns doesn't count")
      return nil
    }
  }
}
