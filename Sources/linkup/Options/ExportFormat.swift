import ArgumentParser

/// What a network can be written as.
enum ExportFormat: String, ExpressibleByArgument, CaseIterable {
  case jsonl, csv, vcard, jsonld, murmurations
}
