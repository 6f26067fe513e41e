import ArgumentParser

/// How many answers at most.
struct LimitOption: ParsableArguments {
  @Option(name: [.customShort("n"), .long], help: "How many at most.")
  var limit: Int = 20

  func validate() throws {
    guard limit >= 1 else { throw ValidationError("--limit is \(limit); it must be 1 or more.") }
  }
}
