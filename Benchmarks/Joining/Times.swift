import Foundation
import Retrieval

/// What was measured, by name, in the order in which it was.
struct Times {
  private var times: [(String, Double)] = []

  /// Seconds of CPU time of the process so far.
  static func cpu() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }

  /// Does some work, and keeps its seconds of CPU time and by the clock.
  mutating func of<Result>(_ name: String, _ work: () -> Result) -> Result {
    let (start, wall) = (Self.cpu(), Date())
    let result = work()
    times.append(("\(name)_cpu", Self.cpu() - start))
    times.append(("\(name)_s", Date().timeIntervalSince(wall)))
    return result
  }

  /// Keeps the median and the 99th percentile of single queries' microseconds.
  mutating func add(single: [Double]) {
    let sorted = single.sorted()
    times += [("p50_cpu_us", sorted[sorted.count / 2]), ("p99_cpu_us", sorted[sorted.count * 99 / 100])]
  }

  /// Keeps the share of the right hits that were found.
  mutating func add(recall found: HitLists, of right: HitLists) {
    let both = zip(found, right).map { Set($0.map(\.document)).intersection($1.map(\.document)).count }
    times.append(("recall", Double(both.reduce(0, +)) / Double(max(1, right.joined().count))))
  }

  /// Prints all as JSON, with what was found.
  func print(needs: Int, hits: Int, sum: Double) {
    let fields =
      times.map { "\"\($0.0)\": \($0.1)" } + [
        "\"needs\": \(needs)", "\"hits\": \(hits)", "\"sum\": \(sum)",
      ]
    Swift.print("{\(fields.joined(separator: ", "))}")
  }
}
