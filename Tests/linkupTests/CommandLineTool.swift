import Foundation
import TestSupport

/// The real binary, run in a folder of its own: whatever the user's environment holds makes no difference.
struct CommandLineTool {
  let folder = TemporaryFolder()
  /// Changes to the environment of a run.
  var environment: [String: String] = [:]

  /// What a run gave back.
  struct Outcome {
    let code: Int32
    let output: String
    let errors: String
  }

  /// Runs `linkup` with arguments.
  @discardableResult
  func run(_ arguments: String..., input: String = "") throws -> Outcome {
    try launch(Self.binary.path, arguments, input: Data(input.utf8))
  }

  /// Runs a line of shell in which `linkup` is on the path.
  func shell(_ line: String) throws -> Outcome {
    try launch("/bin/bash", ["-c", "set -o pipefail; " + line], input: Data())
  }

  private func launch(_ program: String, _ arguments: [String], input: Data) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = [
      "PATH": Self.binary.deletingLastPathComponent().path + ":" + path, "HOME": folder.path,
      "LANG": "C.UTF-8",
      "TZ": "UTC",
    ].merging(environment) { $1 }
    // Files, not pipes: a pipe that nobody empties would stop the process.
    let standardInput = folder.write(input, to: ".stdin")
    let standardOutput = folder.write("", to: ".stdout")
    let standardError = folder.write("", to: ".stderr")
    process.standardInput = FileHandle(forReadingAtPath: standardInput)
    process.standardOutput = FileHandle(forWritingAtPath: standardOutput)
    process.standardError = FileHandle(forWritingAtPath: standardError)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: try Self.text(standardOutput),
      errors: try Self.text(standardError))
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  /// The binary lies beside the test bundle.
  private static let binary: URL = {
    var folder = Bundle.main.bundleURL
    while folder.path != "/" {
      let binary = folder.appendingPathComponent("linkup")
      if FileManager.default.isExecutableFile(atPath: binary.path),
        (try? binary.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == false
      {
        return binary
      }
      folder.deleteLastPathComponent()
    }
    preconditionFailure("no linkup beside the tests; build it first: swift build -c release")
  }()

  /// The repository.
  static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent()
}
