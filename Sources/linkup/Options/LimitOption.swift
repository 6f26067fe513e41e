import ArgumentParser

/// How many answers at most.
struct LimitOption: ParsableArguments {
  // Unconditional, so that -1 is a wrong number and not an unknown option.
  @Option(name: [.customShort("n"), .long], parsing: .unconditional, help: "How many at most.")
  var limit: Int = 20

  func validate() throws {
    guard limit >= 1 else { throw ValidationError("--limit is \(limit); it must be 1 or more.") }
  }
}
