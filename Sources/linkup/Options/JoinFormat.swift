import ArgumentParser

/// How `join` writes its matches.
enum JoinFormat: String, ExpressibleByArgument, CaseIterable {
  case tsv, jsonl
}
