// swift-tools-version: 6.1
import PackageDescription

let package = Package(
  name: "linkup",
  platforms: [.macOS(.v13)],
  products: [
    .library(name: "Matchmaking", targets: ["Matchmaking"]),
    .library(name: "LinkUp", targets: ["Matchmaking", "Interchange", "NetworkStore", "Reporting"]),
    .executable(name: "linkup", targets: ["linkup"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .target(name: "Kernels"),
    .target(
      name: "Models", path: "data/models", exclude: ["README.md", "SHA256SUMS", "build"],
      resources: ["use", "minilm", "head", "language", "words"].map { .copy($0 + ".lkm") }),
    .target(
      name: "Places", path: "data/places", exclude: ["README.md", "SHA256SUMS", "build"],
      resources: [.copy("places.lkm")]),
    .target(name: "Retrieval", dependencies: ["Kernels", "Models"]),
    .target(name: "Matchmaking", dependencies: ["Retrieval", "Places"]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "Interchange", dependencies: ["CZlib", "Matchmaking"]),
    .target(
      name: "NetworkStore",
      dependencies: [
        "Matchmaking", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(
      name: "Reporting",
      dependencies: ["Matchmaking", .product(name: "Mustache", package: "swift-mustache")]),
    .executableTarget(
      name: "linkup",
      dependencies: [
        "Retrieval", "Matchmaking", "Interchange", "NetworkStore", "Reporting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "TestSupport", dependencies: ["Matchmaking"], path: "Tests/TestSupport"),
    .testTarget(name: "RetrievalTests", dependencies: ["Kernels", "Retrieval", "TestSupport"]),
    .testTarget(
      name: "MatchmakingTests", dependencies: ["Retrieval", "Matchmaking", "TestSupport"]),
    .testTarget(name: "InterchangeTests", dependencies: ["Interchange", "TestSupport"]),
    .testTarget(
      name: "NetworkStoreTests",
      dependencies: ["NetworkStore", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "TestSupport"], exclude: ["Snapshots"]),
    .testTarget(
      name: "linkupTests", dependencies: ["linkup", "Matchmaking", "NetworkStore", "TestSupport"]),
  ]
)

// The benchmarks, so that a plain build never sees them. They are no package of their own, because what they measure
// is visible within this one alone.
if Context.environment["LINKUP_BENCHMARKS"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []))
  package.targets += [
    .executableTarget(
      name: "quality",
      dependencies: [
        "Models", "Retrieval", "Matchmaking", "TestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/QualityTable"),
    .executableTarget(
      name: "encoding", dependencies: ["Models", "Retrieval"], path: "Benchmarks/Encoding",
      exclude: ["encode.py", "onnx_models.py", "requirements.txt"]),
    .executableTarget(
      name: "joining",
      dependencies: [
        "Models", "Retrieval", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/Joining", exclude: ["dense.py", "peers.py", "product.py", "requirements.txt"]),
    .executableTarget(
      name: "matching",
      dependencies: [
        "Matchmaking", "TestSupport", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/Matching", exclude: ["bound.py", "requirements.txt"]),
    .executableTarget(
      name: "community", dependencies: ["Matchmaking", "TestSupport"], path: "Benchmarks/Community"),
    .executableTarget(
      name: "speed",
      dependencies: [
        "Retrieval", "Matchmaking", "TestSupport", .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Speed",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
}

// The fuzzers, which need every target that they read with to be built for them.
let fuzzing = Context.environment["LINKUP_FUZZING"] != nil
if fuzzing {
  package.targets.append(
    .executableTarget(
      name: "fuzzing", dependencies: ["Interchange", "Matchmaking"], path: "Fuzzing",
      exclude: ["README.md", "Corpus", "leaks", "run"],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]))
}

// One place for the settings that every target shares.
for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
  // Not what they rest on, which would take minutes more to build and hide the readers among its branches.
  if fuzzing, ["Interchange", "fuzzing"].contains(target.name) {
    target.swiftSettings?.append(
      .unsafeFlags(["-sanitize=fuzzer,address"] + (target.name == "fuzzing" ? ["-parse-as-library"] : [])))
  }
}

// The documentation's plugin, so that a plain build never sees it.
if Context.environment["LINKUP_DOCUMENTATION"] != nil {
  package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}
