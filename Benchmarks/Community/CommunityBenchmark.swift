import Foundation

/// What does balanced matching buy a community?
///
/// Measured: share of needs met, load of the busiest hundredth, declines, over a year of weekly rounds.
/// Corpus: ``Community``, made up by a seed; people behave as ``Year`` says.
/// Command: `Benchmarks/community [--chart FILE]`.
@main
enum CommunityBenchmark {
  private static let seeds: ClosedRange<UInt64> = 1...10

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    precondition(
      arguments.isEmpty || (arguments.count == 2 && arguments.first == "--chart"),
      "usage: community [--chart FILE]")
    print(
      "\(Community.members) members, 52 weekly rounds; means of \(seeds.count) seeds, and the standard deviation\n"
    )
    print(pad("", 18) + Outcome.Measure.allCases.map { pad($0.rawValue, 36) }.joined())
    var means: [(method: Method, values: [Outcome.Measure: Double])] = []
    for method in Method.allCases {
      let outcomes = seeds.map { Year.run(Community(seed: $0), by: method) }
      var values: [Outcome.Measure: Double] = [:]
      var line = pad(method.rawValue, 18)
      for measure in Outcome.Measure.allCases {
        let all = outcomes.map { $0.value(measure) }
        let mean = all.reduce(0, +) / Double(all.count)
        let variance = all.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(all.count - 1)
        values[measure] = mean
        line += pad(String(format: "%.1f ± %.1f", mean, variance.squareRoot()), 36)
      }
      print(line.trimmingCharacters(in: .whitespaces))
      means.append((method, values))
    }
    if let path = arguments.last {
      try Chart(means: means).svg.write(toFile: path, atomically: false, encoding: .utf8)
    }
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
