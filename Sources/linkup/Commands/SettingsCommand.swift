import ArgumentParser
import Foundation
import Matchmaking
import NetworkStore

/// `linkup settings`: the numbers that decide.
struct SettingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings",
    abstract: "Show or change the numbers that decide who should meet whom.",
    discussion: """
      The settings belong to the network. Without a name all are shown, those that were changed with their \
      standard value.

      EXAMPLES
        linkup settings
        linkup settings trust 0.9
        linkup settings trust --reset
      """)

  @Argument(help: ArgumentHelp("Which setting.", valueName: "name"))
  var name: Settings.Name?

  @Argument(help: ArgumentHelp("Its new value.", valueName: "value"))
  var value: Double?

  @Flag(help: "Back to the standard value, or all of them to theirs.")
  var reset = false

  @OptionGroup var network: NetworkOptions

  func validate() throws {
    if let name, let value, name.isWhole, value != value.rounded() || !(0...1e9).contains(value) {
      throw ValidationError("\(name.rawValue) is \(value); it must be a whole number, 0 or more.")
    }
    if reset, value != nil { throw ValidationError("Give a value or --reset, not both.") }
  }

  func run() throws {
    let isChange = value != nil || reset
    let store = try NetworkStore(path: network.path, access: isChange ? .editing : .reading)
    var settings = try store.settings()
    if isChange {
      for changed in name.map({ [$0] }) ?? Settings.Name.allCases {
        settings[changed] = value ?? Settings.standard[changed]
      }
      do { try settings.validate() } catch {
        throw Failure("\(error); nothing was changed")
      }
      try store.keep(settings)
    }
    let output = StandardOutput()
    let width = Settings.Name.allCases.map(\.rawValue.count).max() ?? 0
    for shown in name.map({ [$0] }) ?? Settings.Name.allCases {
      let (value, standard) = (settings[shown], Settings.standard[shown])
      let label = shown.rawValue.padding(toLength: width, withPad: " ", startingAt: 0)
      let aside = value == standard ? "" : " (standard \(Self.text(standard)))"
      try output.line("\(label)  \(Self.text(value))\(aside)  \(shown.summary)")
    }
    try output.flush()
  }

  private static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(format: "%.4g", value)
  }
}
