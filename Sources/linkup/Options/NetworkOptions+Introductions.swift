import Matchmaking
import NetworkStore
import Reporting

extension NetworkOptions {
  /// Takes a step of the latest introduction of two contacts, and prints where it stands and what to write next.
  func step(
    _ one: String, _ other: String, asOf day: Day,
    _ step: (Introduction, _ one: Contact.ID, _ other: Contact.ID) throws -> Introduction
  ) throws {
    let store = try NetworkStore(path: path, access: .editing)
    let settings = try store.settings()
    let (network, introduction) = try store.update { network in
      let (one, other) = (try network.contact(who: one), try network.contact(who: other))
      guard
        let known = network.introductions.last(where: {
          Set([$0.first, $0.second]) == [one.id, other.id]
        })
      else {
        throw Failure(
          "\(one.name.terminalSafe) and \(other.name.terminalSafe) are not being introduced; begin with: linkup introduce \(one.id) \(other.id)"
        )
      }
      if known.state.isOpen, known.state(asOf: day, lapsingAfter: settings.lapseAfter) == .lapsed {
        throw Failure(
          "nothing was heard since \(known.day): the introduction has lapsed; to begin again: linkup introduce \(one.id) \(other.id) --anyway"
        )
      }
      let next: Introduction
      do {
        next = try step(known, one.id, other.id)
      } catch let error as IntroductionError {
        throw Failure(error.reason(naming: network.name))
      }
      let introductions = network.introductions.filter {
        ($0.first, $0.second, $0.since) != (next.first, next.second, next.since)
      }
      let changed = try network.with(introductions: introductions + [next])
      return (changed, (changed, next))
    }
    try Self.report(introduction, in: network)
  }

  /// Prints where an introduction stands, and what to write and record next.
  static func report(_ introduction: Introduction, in network: Network) throws {
    let output = StandardOutput()
    let names = [introduction.first, introduction.second].map { network.name(of: $0).terminalSafe }
    try output.line("\(names[0]) and \(names[1]): \(introduction.state.description)")
    if let draft = IntroductionDraft(for: introduction, in: network) {
      try output.line(
        "\nA draft for \(draft.to.map { network.name(of: $0).terminalSafe }.joined(separator: " and ")):")
      try output.line("  \(draft.subject.terminalSafe)\n")
      for line in draft.body.split(separator: "\n", omittingEmptySubsequences: false) {
        try output.line(line.isEmpty ? "" : "  \(String(line).terminalSafe)")
      }
    }
    switch introduction.awaited {
    case let awaited?:
      try output.line("\nThen: linkup answer \(awaited) \(introduction.other(than: awaited)) yes (or no)")
    case nil where introduction.state == .made:
      try output.line(
        "\nThen: linkup done \(introduction.first) \(introduction.second) helped (or met, or nothing)")
    case nil: break
    }
    try output.flush()
  }
}
