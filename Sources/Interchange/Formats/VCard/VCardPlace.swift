internal import Matchmaking

/// Reads where a contact is, out of `ADR` and `GEO`.
enum VCardPlace {
  /// Takes over the place of a line, unless a preferred one said so already; a street or postcode is kept
  /// beside it.
  static func read(
    _ line: ContentLine, _ dialect: ContentDialect, into contact: inout Contact,
    _ unknown: inout VCardUnknownFields
  ) throws(RecordProblem) {
    if line.name == "GEO" { return try readPoint(line.text(dialect), of: "GEO", into: &contact) }
    let parts = try line.parts(dialect, at: .semicolon)
    func part(_ index: Int) -> String? {
      index < parts.count && !parts[index].isEmpty ? parts[index] : nil
    }
    let place = Place(locality: part(3), region: part(4), country: part(6) ?? line.parameter("CC"))
    if place != Place(),
      contact.place.map({ $0.locality == nil && $0.country == nil && $0.region == nil }) ?? true
    {
      contact.place = Place(
        locality: place.locality, region: place.region, country: place.country,
        latitude: contact.place?.latitude, longitude: contact.place?.longitude)
      if let point = line.parameter("GEO") { try readPoint(point, of: "ADR", into: &contact) }
    }
    if part(0) != nil || part(1) != nil || part(2) != nil || part(5) != nil {
      unknown.add(parts.filter { !$0.isEmpty }.joined(separator: ", "), as: "adr")
    }
  }

  /// `geo:43.6,1.44` of vCard 4.0 (RFC 5870), or `43.6;1.44` of the older ones.
  private static func readPoint(
    _ text: String, of field: String, into contact: inout Contact
  ) throws(RecordProblem) {
    if contact.place?.latitude != nil || text.isEmpty { return }
    let isURI = text.lowercased().hasPrefix("geo:")
    let point = isURI ? text.dropFirst(4).prefix { $0 != ";" } : text[...]
    let parts = point.split { $0 == ";" || $0 == "," }.map { String($0).trimmed }
    guard parts.count >= 2, let latitude = Double(parts[0]), let longitude = Double(parts[1]),
      (-90...90).contains(latitude), (-180...180).contains(longitude)
    else {
      throw RecordProblem(reason: "\(field): \(RecordProblem.shown(text)) is no point on earth; left out")
    }
    var place = contact.place ?? Place()
    (place.latitude, place.longitude) = (latitude, longitude)
    contact.place = place
  }
}
