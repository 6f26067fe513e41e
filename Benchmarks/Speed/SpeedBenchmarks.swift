import Benchmark

/// Every question about speed, a file each; the package's plugin looks for this name.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident], maxDuration: .seconds(3), maxIterations: 10_000)
  IndexBuild.register()
  SingleQuery.register()
  JoinBySize.register()
  NetworkMatching.register()
  Updating.register()
}
