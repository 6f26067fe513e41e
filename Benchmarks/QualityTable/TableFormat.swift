import ArgumentParser

/// How the table is written.
enum TableFormat: String, CaseIterable, ExpressibleByArgument {
  case table, tsv
}
