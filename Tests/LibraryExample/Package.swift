// swift-tools-version: 6.1
// linkup as another package uses it; CI builds and runs this under the thread sanitizer.
import PackageDescription

let package = Package(
  name: "LibraryExample",
  platforms: [.macOS(.v13)],
  dependencies: [.package(name: "linkup", path: "../..")],
  targets: [
    .executableTarget(
      name: "LibraryExample", dependencies: [.product(name: "Matchmaking", package: "linkup")])
  ]
)
