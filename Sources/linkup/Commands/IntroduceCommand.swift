import ArgumentParser
import Matchmaking
import NetworkStore

/// `linkup introduce`: begins an introduction.
struct IntroduceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "introduce",
    abstract: "Begin an introduction: one of the two is asked first.",
    discussion: """
      Records that one of the two is asked whether they may be introduced, and prints a draft to send; linkup \
      sends nothing. Who is asked first doesn't learn who the other is before both have agreed, unless the other's \
      listing is public. First asked is whoever has the need, or whom --first names.

      A pair that 'linkup why' calls not proposed is refused; --anyway introduces it all the same, but never somebody \
      who must not be introduced.

      EXAMPLES
        linkup introduce marc nadia
        linkup introduce marc nadia --first nadia
      """)

  @Argument(help: ArgumentHelp("A contact: id, mail address, name or part of it.", valueName: "a"))
  var one: String

  @Argument(help: ArgumentHelp("Another contact.", valueName: "b"))
  var other: String

  @Option(help: ArgumentHelp("Who is asked first.", valueName: "who"))
  var first: String?

  @Flag(help: "Introduce a pair that isn't proposed.")
  var anyway = false

  @OptionGroup var asOf: AsOfOption
  @OptionGroup var threads: ThreadsOption
  @OptionGroup var model: ModelOption
  @OptionGroup var network: NetworkOptions

  func run() throws {
    let day = asOf.day
    let engine = try network.engine(asOf: day, model: model.load(), threads: threads.count)
    let known = engine.network
    let (one, other) = (try known.contact(who: one), try known.contact(who: other))
    let first = try first.map { try known.contact(who: $0).id }
    guard let assessment = engine.assessment(of: one.id, and: other.id),
      let proposed = engine.introduction(of: one.id, and: other.id)
    else { throw Failure("'\(one.id)' and '\(other.id)' are one contact") }
    if let barrier = assessment.exclusions.first(where: { !anyway || $0.isFinal }) {
      throw Failure(
        "\(one.name.terminalSafe) and \(other.name.terminalSafe) are not proposed, because"
          + " \(barrier.reason(naming: known.name))"
          + (barrier.isFinal ? "" : "; to introduce them all the same: --anyway"))
    }
    let needing = assessment.candidate?.matches.first?.need.contact
    let (network, introduction) = try NetworkStore(path: network.path, access: .editing).update { network in
      if let open = network.introductions.last(where: {
        $0.first == proposed.first && $0.second == proposed.second
      }), open.since == proposed.since {
        throw Failure("an introduction of the two was begun today: it is \(open.state.description)")
      }
      let introduction: Introduction
      do {
        introduction = try proposed.asking(first ?? needing ?? one.id, on: day)
      } catch let error as IntroductionError {
        throw Failure(error.reason(naming: network.name))
      }
      let next = try network.with(introductions: network.introductions + [introduction])
      return (next, (next, introduction))
    }
    try NetworkOptions.report(introduction, in: network)
  }
}

extension Exclusion {
  /// Whether nobody may pass over it.
  fileprivate var isFinal: Bool {
    switch self {
    case .doNotIntroduce, .samePerson: true
    case .host, .tie, .introduced, .outOfReach, .noRoom, .belowThreshold, .notCurrent: false
    }
  }
}
