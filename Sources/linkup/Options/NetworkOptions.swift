import ArgumentParser
import Foundation
import Matchmaking
import NetworkStore

/// Where the network is.
struct NetworkOptions: ParsableArguments {
  @Option(
    name: .customLong("network"),
    help: ArgumentHelp(
      "The network file; else $LINKUP_NETWORK, else the XDG data folder.", valueName: "file"),
    completion: .file())
  var file: String?

  func validate() throws {
    // Not the default file: who gives a name means that file, and an empty name is an unset variable.
    if file?.isEmpty == true {
      throw ValidationError("--network is empty; give the network file, or leave it out.")
    }
  }

  /// The file's path.
  var path: String {
    let environment = ProcessInfo.processInfo.environment
    if let path = file ?? environment["LINKUP_NETWORK"], !path.isEmpty { return path }
    let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"] ?? NSHomeDirectory()
    return (data ?? home + "/.local/share") + "/linkup/network.sqlite"
  }
}
