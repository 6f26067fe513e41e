import Matchmaking
import NetworkStore

/// What reports have shown, by the short names behind the entries.
extension NetworkOptions {
  /// Shows it no more until a day, or never again, and says so.
  func silence(_ id: String, until day: Day?, saying words: String) throws {
    try forEachShown(id) { store, shown in
      try store.silence(shown.opportunity, until: day)
      return words
    }
  }

  /// Lets reports show it again, and says so.
  func unsilence(_ id: String) throws {
    try forEachShown(id) { store, shown in
      try store.unsilence(shown.opportunity) ? "may be shown again" : "was neither snoozed nor dismissed"
    }
  }

  private func forEachShown(
    _ id: String, _ change: (NetworkStore, NetworkStore.Shown) throws -> String
  ) throws {
    // As it is printed, or without its brackets.
    let name = id.trimmingPrefix("[").lowercased().prefix { $0 != "]" }
    let store = try NetworkStore(path: path, access: .editing)
    let all = try store.shown(called: String(name))
    guard !all.isEmpty else {
      throw Failure(
        "no report has shown '\(id.terminalSafe)'; linkup report shows the names behind each entry")
    }
    let output = StandardOutput()
    for shown in all { try output.line("\(shown.title.terminalSafe): \(try change(store, shown))") }
    try output.flush()
  }
}
