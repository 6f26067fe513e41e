import ArgumentParser

/// The frozen names of what `join` can compare by.
enum JoinSimilarity: String, ExpressibleByArgument, CaseIterable {
  case hybrid, words, lexical, semantic
}
