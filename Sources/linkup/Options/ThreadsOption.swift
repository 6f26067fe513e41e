import ArgumentParser
import Foundation

/// How many threads work; the answer is the same for every number.
struct ThreadsOption: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "How many threads work (default: one for each core). The answer doesn't depend on it.")
  var threads: Int?

  /// The given number, else the number of cores.
  var count: Int { threads ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is \(threads); it must be 1…1024.")
    }
  }
}
