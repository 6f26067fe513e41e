import ArgumentParser

/// What a report can be written as.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case md, txt
}
