/// The vocabularies whose words linkup knows.
enum LinkedVocabulary {
  /// The word alone, if it belongs to a vocabulary that linkup knows, however that is written; else the
  /// address as it is.
  static func word(of iri: String) -> String {
    for base in bases where iri.utf8.starts(with: base.utf8) {
      let word = String(iri.dropFirst(base.count))
      if !word.isEmpty { return word }
    }
    return iri
  }

  /// The vocabulary that a context of this address stands for: contexts are never fetched.
  static func vocabulary(ofContext address: String) -> String? {
    contexts.contains { address.hasPrefix($0) } ? bases[0] : nil
  }

  /// The prefixes that everybody means in the same way.
  static let prefixes = [
    "schema": bases[0], "foaf": "http://xmlns.com/foaf/0.1/", "vf": "https://w3id.org/valueflows/ont/vf#",
    "as": "https://www.w3.org/ns/activitystreams#", "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#", "bio": "http://purl.org/vocab/bio/0.1/",
    "rel": "http://purl.org/vocab/relationship/", "dc": "http://purl.org/dc/elements/1.1/",
  ]

  private static let contexts = ["http", "https"].flatMap { scheme in
    ["\(scheme)://schema.org", "\(scheme)://www.schema.org"]
  }

  private static let bases = [
    "https://schema.org/", "http://schema.org/", "http://www.schema.org/", "https://www.schema.org/",
    "http://xmlns.com/foaf/0.1/", "https://w3id.org/valueflows/ont/vf#", "http://w3id.org/valueflows/ont/vf#",
    "https://w3id.org/valueflows/", "http://w3id.org/valueflows/", "https://www.w3.org/ns/activitystreams#",
    "http://www.w3.org/2003/01/geo/wgs84_pos#", "http://www.w3.org/2000/01/rdf-schema#",
    "http://www.w3.org/2004/02/skos/core#", "http://purl.org/vocab/bio/0.1/",
    "http://purl.org/vocab/relationship/", "http://purl.org/dc/elements/1.1/",
  ]
}
