import ArgumentParser
import Foundation
import Interchange
import Matchmaking
import NetworkStore

/// `linkup path`: who can introduce me.
struct PathCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "path",
    abstract: "Show who can introduce you to somebody.",
    discussion: """
      The strongest chain of ties and interactions from you, the host, or from --from: whom to ask first, and what each \
      link knows of the next. A tie's strength comes from its kind and from how often and how lately the two were in \
      touch; a chain is as strong as the product.

      EXAMPLES
        linkup path "Karim Benali"
        linkup path karim --from marc --format json
      """)

  @Argument(help: ArgumentHelp("A contact: id, mail address, name or part of it.", valueName: "who"))
  var who: String

  @Option(help: ArgumentHelp("From whom (default: the host).", valueName: "who"))
  var from: String?

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var network: NetworkOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let network = try NetworkStore(path: network.path, access: .reading).network()
    let target = try network.contact(who: who)
    let start: Contact
    if let from {
      start = try network.contact(who: from)
    } else if let host = network.host.flatMap(network.contact) {
      start = host
    } else {
      throw Failure(
        "nobody is the host, so say from whom: --from WHO; or name the host: linkup add NAME --host")
    }
    guard start.id != target.id else { throw Failure("'\(start.id)' is both ends of the path") }
    let path = try MatchEngine(network, asOf: asOf.day).path(from: start.id, to: target.id)
    let lines = StandardOutput()
    guard output.format == .table else {
      let rows = path.map { PathRow.rows($0, in: network) } ?? []
      return try RowWriter(output: lines).write(rows, as: output.format)
    }
    guard let path else {
      let groups = network.groups.filter { $0.members.contains(start.id) && $0.members.contains(target.id) }
      let shared =
        groups.isEmpty ? "" : "; both are in \(groups.map(\.name.terminalSafe).joined(separator: ", "))"
      return StandardError.say(
        "no chain is known from \(start.name) to \(target.name)\(shared); note who knows whom: linkup tie A B"
      )
    }
    let names = path.contacts.map { network.name(of: $0).terminalSafe }
    let degrees = "\(path.degrees) \(path.degrees == 1 ? "step" : "steps")"
    try lines.line(
      "\(names.joined(separator: " → ")): \(degrees), strength \(String(format: "%.2f", path.strength))")
    for row in PathRow.rows(path, in: network) {
      let touch = row.lastTouch.map { ", last in touch \($0)" } ?? ""
      let groups =
        row.groups.isEmpty ? "" : ", both in \(row.groups.map(\.terminalSafe).joined(separator: ", "))"
      try lines.line(
        "  \(row.name.terminalSafe) knows \(row.nextName.terminalSafe): \(row.kind?.rawValue ?? "in touch")\(touch)\(groups)"
      )
    }
    if path.degrees > 1 { try lines.line("Ask \(names[1]) first.") }
    try lines.flush()
  }
}
