import ArgumentParser
import Matchmaking
import NetworkStore

/// `linkup match`: suggests introductions.
struct MatchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "match",
    abstract: "Suggest introductions: for everyone, for one contact, or for a text.",
    discussion: """
      Without WHO the whole network is matched: the best introductions, so that nobody gets more than he has \
      capacity for (three, unless the contact says otherwise). With WHO the best for this one contact. With \
      --need or --offer a text is matched with the offers or needs of the network; with WHO as well, only with \
      this contact's.

      A swap is a pair in which each has something for the other. Where three could help each other in a circle and \
      have no room for their pairs, they are suggested as a ring, to be introduced all together; rings follow the pairs, \
      and --limit holds for each of both. For programs every match has a row, its kind is help, swap or ring, and rows of \
      one rank belong together.

      People who know each other well, pairs with an introduction of the last year, and paused or lapsed listings \
      are left out; 'linkup why A B' says why. A relevance of 0.5 means that a sensible reader would introduce \
      the two about every second time; below 0.35 no introduction is suggested. Whoever asks with a text sees \
      weaker matches as well, marked as weak.

      Beside a network of 20,000 listings or more an index is kept, in FILE.index, by which WHO is answered at once. It \
      may be deleted: it is made anew, as after each change.

      EXAMPLES
        linkup match
        linkup match "Claire Bonnafous"
        linkup match --need "comptable bilingue à Toulouse"
        linkup match --offer "I can proofread French and English"
        linkup match --format csv --limit 100 > introductions.csv
      """)

  @Argument(help: ArgumentHelp("A contact: id, mail address, name or part of it.", valueName: "who"))
  var who: String?

  @Option(help: ArgumentHelp("Find offers that meet this need.", valueName: "text"))
  var need: String?

  @Option(help: ArgumentHelp("Find needs that this offer meets.", valueName: "text"))
  var offer: String?

  @Option(help: "Only contacts within so many steps of ties from the host.")
  var reach: Int?

  @OptionGroup var limit: LimitOption
  @OptionGroup var asOf: AsOfOption
  @OptionGroup var threads: ThreadsOption
  @OptionGroup var model: ModelOption
  @OptionGroup var network: NetworkOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    if let reach, reach < 1 { throw ValidationError("--reach is \(reach); it must be 1 or more.") }
    if need != nil, offer != nil { throw ValidationError("Give --need or --offer, not both.") }
    for (name, text) in [("--need", need), ("--offer", offer)] {
      if let text, !text.contains(where: { !$0.isWhitespace }) { throw ValidationError("\(name) is empty.") }
    }
  }

  func run() throws {
    let model = model.load()
    if let who, need ?? offer == nil, reach == nil,
      let found = try network.engine(around: who, limit: limit.limit, asOf: asOf.day, model: model)
    {
      return try MatchWriter(engine: found.engine, options: output).write(
        found.engine.candidates(for: found.contact.id, limit: limit.limit), for: found.contact.id)
    }
    let stamp = try NetworkStore(path: network.path, access: .reading).stamp()
    let engine = try network.engine(asOf: asOf.day, reach: reach, model: model, threads: threads.count)
    if reach == nil { network.keepIndex(of: engine, model: model, stamp: stamp) }
    let network = engine.network
    if reach != nil, network.host == nil {
      throw Failure("nobody is the host, so nobody is in reach; name the host: linkup add NAME --host")
    }
    let writer = MatchWriter(engine: engine, options: output)
    let contact = try who.map { try network.contact(who: $0) }
    if let text = need ?? offer {
      let isNeed = need != nil
      let pool = contact == nil ? limit.limit : network.listings.count
      let matches =
        (isNeed ? engine.offers(meeting: text, limit: pool) : engine.needs(metBy: text, limit: pool))
        .filter { match in contact.map { (isNeed ? match.offer : match.need).contact == $0.id } ?? true }
      try writer.write(Array(matches.prefix(limit.limit)), meeting: text)
    } else if let contact {
      try writer.write(engine.candidates(for: contact.id, limit: limit.limit), for: contact.id)
    } else {
      try writer.write(engine.matching(threads: threads.count), limit: limit.limit)
    }
  }
}
