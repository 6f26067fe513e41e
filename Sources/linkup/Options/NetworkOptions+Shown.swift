import NetworkStore

extension NetworkOptions {
  /// What a report has shown under a short name.
  func shown(called id: String) throws -> [NetworkStore.Shown] {
    let shown = try NetworkStore(path: path, access: .reading).shown(called: id.lowercased())
    guard !shown.isEmpty else {
      throw Failure(
        "no report has shown '\(id.terminalSafe)'; linkup report shows the names behind each entry")
    }
    return shown
  }
}
