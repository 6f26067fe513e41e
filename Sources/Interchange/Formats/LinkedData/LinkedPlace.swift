internal import Foundation
internal import Matchmaking

/// Where a contact is, as linked data says it: a text, an address, coordinates, or a place with some of these.
struct LinkedPlace {
  private(set) var place = Place()
  /// What was left out, and why.
  private(set) var problems: [String] = []
  private let graph: LinkedGraph

  init(_ graph: LinkedGraph) {
    self.graph = graph
  }

  /// The place, if anything is known of it.
  var result: Place? { place == Place() ? nil : place }

  /// Adds what values say; what came earlier stays.
  mutating func add(_ values: [LinkedGraph.Value], _ word: String) throws(RecordProblem) {
    for value in values { try add(value, word, depth: 0) }
  }

  private mutating func add(_ value: LinkedGraph.Value, _ word: String, depth: Int) throws(RecordProblem) {
    if case .node(let index) = value {
      // Places may lie in one another in a circle.
      if depth < 4 { try add(LinkedNode(graph, index), depth: depth + 1) }
      return
    }
    if place.locality == nil, let text = try LinkedNode(graph, 0).text(of: value, word) {
      place.locality = text
    }
  }

  /// Two values of a kind at most: places that share parts could be walked in any number of ways.
  private mutating func add(_ described: LinkedNode, depth: Int) throws(RecordProblem) {
    var node = described
    let locality = try node.text("addressLocality", "locality", "city")
    let region = try node.text("addressRegion", "region")
    let country = try node.text("addressCountry", "country")
    place.locality = place.locality ?? locality
    place.region = place.region ?? region
    place.country = place.country ?? country
    try add(
      latitude: node.text("latitude", "lat"), longitude: node.text("longitude", "long", "lon"))
    for value in node.values("geo", "location", "Point").prefix(2) { try add(value, "geo", depth: depth) }
    for value in node.values("address", "mappableAddress", "containedInPlace").prefix(2)
    where place.locality == nil {
      try add(value, "address", depth: depth)
    }
    if place.locality == nil, depth == 1 {
      place.locality = graph.label(node.index) ?? node.id.flatMap(Self.name)
    }
  }

  /// Adds coordinates, which count both or not at all.
  mutating func add(latitude: String?, longitude: String?) {
    guard place.latitude == nil, let latitude, let longitude else { return }
    guard let north = Double(latitude), let east = Double(longitude), (-90...90).contains(north),
      (-180...180).contains(east)
    else {
      problems.append(
        "place: \(RecordProblem.shown(latitude)), \(RecordProblem.shown(longitude)) are no coordinates; left out"
      )
      return
    }
    (place.latitude, place.longitude) = (north, east)
  }

  /// The name at the end of an encyclopaedia's address for a place: `http://dbpedia.org/resource/Toulouse`.
  private static func name(_ address: String) -> String? {
    guard address.contains("dbpedia.org/resource/") || address.contains("wikipedia.org/wiki/") else {
      return nil
    }
    let last = address.split(separator: "/").last.map(String.init) ?? ""
    let name = (last.removingPercentEncoding ?? last).replacing("_", with: " ")
    return name.utf8.contains(0) ? nil : name
  }
}
