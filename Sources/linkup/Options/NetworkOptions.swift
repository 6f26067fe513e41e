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

  /// The file's path.
  var path: String {
    let environment = ProcessInfo.processInfo.environment
    if let path = file ?? environment["LINKUP_NETWORK"], !path.isEmpty { return path }
    let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = environment["HOME"] ?? NSHomeDirectory()
    return (data ?? home + "/.local/share") + "/linkup/network.sqlite"
  }
}
