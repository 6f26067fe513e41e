internal import Matchmaking

/// A linkup command that a reader can copy into a terminal.
public struct ShellCommand: Hashable, Sendable, CustomStringConvertible {
  /// The program and its arguments, as they are.
  public let arguments: [String]

  /// A linkup command; options stand before the operands, which may begin with a dash.
  init(_ name: String, options: [String] = [], operands: [String] = []) {
    let end = operands.contains { $0.unicodeScalars.first == "-" } ? ["--"] : []
    arguments = ["linkup", name] + options + end + operands
  }

  /// The command that explains a pair.
  static func why(_ one: Person, _ other: Person) -> ShellCommand {
    ShellCommand("why", operands: [one.id.rawValue, other.id.rawValue])
  }

  /// The command that notes a call with the host, or other contact of which there are options.
  static func log(_ person: Person) -> ShellCommand { ShellCommand("log", operands: [person.id.rawValue]) }

  /// The command that begins an introduction; the first of the two is asked first.
  static func introduce(_ one: Person, _ other: Person) -> ShellCommand {
    ShellCommand("introduce", operands: [one.id.rawValue, other.id.rawValue])
  }

  /// The command that shows so many candidates, those of one contact or of the whole network.
  static func match(_ contact: Person?, total: Int) -> ShellCommand {
    ShellCommand(
      "match", options: total > matchLimit ? ["--limit", String(total)] : [],
      operands: contact.map { [$0.id.rawValue] } ?? [])
  }

  /// The command that shows all of one section.
  static func all(_ kind: Opportunity.Kind) -> ShellCommand {
    ShellCommand("report", options: ["--all", kind.rawValue])
  }

  /// How many `linkup match` shows when it isn't told.
  private static let matchLimit = 20

  /// The line to copy: quoted for a POSIX shell, and on one line without hidden characters, for which bash,
  /// zsh and ksh have `$'…'`.
  public var description: String {
    arguments.map(Self.quoted).joined(separator: " ")
  }

  private static func quoted(_ argument: String) -> String {
    let scalars = argument.unicodeScalars
    if scalars.contains(where: \.isHidden) { return "$'" + scalars.map(escaped).joined() + "'" }
    if !scalars.isEmpty, scalars.allSatisfy(isPlain) { return argument }
    if scalars.contains("'"), !scalars.contains(where: Set("\"$`\\!".unicodeScalars).contains) {
      return "\"\(argument)\""
    }
    // By scalars: an apostrophe with an accent on it is another character, but an apostrophe to the shell.
    return "'" + scalars.map { $0 == "'" ? #"'\''"# : String($0) }.joined() + "'"
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    if scalar == "'" || scalar == "\\" { return "\\\(scalar)" }
    guard scalar.isHidden else { return String(scalar) }
    let digits = String(scalar.value, radix: 16)
    return "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
  }

  /// Letters of any language and what no shell takes for its own.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
      || "-_.,:/@+".unicodeScalars.contains(scalar)
  }
}
