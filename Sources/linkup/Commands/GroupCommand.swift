import ArgumentParser
import Interchange
import Matchmaking
import NetworkStore

/// `linkup group`: who belongs to a club, community, employer or lodge.
struct GroupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "group",
    abstract: "Put contacts into a group that they share, or take them out.",
    discussion: """
      The group is founded by its first member and goes with its last. Without contacts its members are shown. Whom you \
      take out, no import brings back.

      EXAMPLES
        linkup group "Rotary Toulouse" marc nadia
        linkup group "Rotary Toulouse" marc --remove
        linkup group "Rotary Toulouse"
      """)

  @Argument(help: "The group's name.")
  var name: String

  @Argument(help: ArgumentHelp("Contacts: ids, mail addresses, names or parts of them.", valueName: "who"))
  var who: [String] = []

  @Flag(help: "Take them out of the group.")
  var remove = false

  @OptionGroup var network: NetworkOptions

  func validate() throws {
    guard name.contains(where: { !$0.isWhitespace }) else { throw ValidationError("The name is empty.") }
    if remove, who.isEmpty { throw ValidationError("Say whom to take out.") }
  }

  func run() throws {
    try FieldLimit.text.check(name, of: "the name")
    let store = try NetworkStore(path: network.path, access: who.isEmpty ? .reading : .editing)
    let network =
      try who.isEmpty
      ? store.network()
      : store.update { network in
        let contacts = try who.map { try network.contact(who: $0).id }
        var members = Set(network.groups.first { $0.name == name }?.members ?? [])
        if remove {
          if let stranger = contacts.first(where: { !members.contains($0) }) {
            throw Failure("'\(stranger)' is not in the group; nothing was changed")
          }
          members.subtract(contacts)
        } else {
          members.formUnion(contacts)
        }
        let others = network.groups.filter { $0.name != name }
        var next = try network.with(
          groups: members.isEmpty ? others : others + [Group(name: name, members: Array(members))])
        for contact in contacts {
          next = try next.changing(contact) {
            if remove { $0.deny(.membership(name)) } else { $0.allow(.membership(name)) }
          }
        }
        return (next, next)
      }
    let output = StandardOutput()
    guard let group = network.groups.first(where: { $0.name == name }) else {
      if who.isEmpty { throw Failure("there is no group '\(name.shortened(to: 60))'") }
      return
    }
    for member in group.members { try output.line("\(network.name(of: member).terminalSafe)  \(member)") }
    try output.flush()
  }
}
