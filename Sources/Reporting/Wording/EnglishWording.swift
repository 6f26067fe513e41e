internal import Matchmaking

/// What a page says, in English.
struct EnglishWording: Wording {
  var language: Language { .english }
  var colon: String { ":" }

  func heading(_ week: Week) -> String { "linkup: week \(week), \(EnglishDates.range(week))" }

  func summary(_ report: Report) -> String {
    let counts = report.sections.filter { !$0.opportunities.isEmpty }
      .map { count($0.kind, $0.opportunities.count) }
    let news = counts.isEmpty ? "a quiet week, nothing good enough to act on" : list(counts)
    return (report.host.map { "For \(name($0)): \(news)." } ?? "\(news).").capitalizedFirst
  }

  func sent(by name: String, replyTo: String?) -> String {
    "\(name) keeps who needs and offers what, and thought of you; to say yes, no or no more, answer \(name)"
      + (replyTo.map { " (\($0))" } ?? "") + ". "
      + "Names are told once both sides agree."
  }

  private func count(_ kind: Opportunity.Kind, _ count: Int) -> String {
    let people = count == 1 ? "1 person" : "\(count) people"
    return switch kind {
    case .linkUp: count == 1 ? "1 introduction to make" : "\(count) introductions to make"
    case .supply: "\(people) to help"
    case .ask: "\(people) to ask"
    case .followUp: count == 1 ? "1 introduction to follow up" : "\(count) introductions to follow up"
    case .thank: count == 1 ? "1 thank-you" : "\(count) thank-yous"
    case .checkIn: "\(people) to call"
    case .findOut: count == 1 ? "1 question to ask" : "\(count) questions to ask"
    case .stale: count == 1 ? "1 listing to check" : "\(count) listings to check"
    case .unmet: count == 1 ? "1 listing without an answer" : "\(count) listings without an answer"
    }
  }

  func title(_ kind: Opportunity.Kind) -> String {
    switch kind {
    case .linkUp: "Link up: they should meet"
    case .supply: "Supply: you have what they need"
    case .ask: "Ask: they have what you need"
    case .followUp: "Follow up: introductions under way"
    case .thank: "Thank: somebody helped"
    case .checkIn: "Check in: they have gone quiet"
    case .findOut: "Find out: what do they need?"
    case .stale: "Still true? Listings to check"
    case .unmet: "Nobody yet: where else to ask"
    }
  }

  func reason(_ opportunity: Opportunity) -> String {
    let quotes = opportunity.quotes
    let people = opportunity.people
    let soon = quotes.contains { $0.kind == .need && $0.urgency == .high } ? ", and soon" : ""
    func help() -> String {
      guard quotes.count >= 2 else { return "" }
      return "\(claim(quotes[1], startsSentence: true)) what \(claim(quotes[0], startsSentence: false))"
    }
    switch opportunity.reason {
    case .help: return help() + "."
    case .helpAndBack:
      return help()
        + (opportunity.kind == .ask
          ? ", and you have something to give in return." : ", and there is something in it for you.")
    case .swap: return "A swap: each has what the other needs\(soon)."
    case .ring: return "A ring: each needs what the next has, so introduce all three together\(soon)."
    case .longShot: return "A long shot: \(help()), and no circle of yours has both."
    case .awaited(let person, let since):
      if person.isReader {
        return "You were asked on \(day(since)): shall we introduce you? Yes or no, both are fine."
      }
      return "\(name(person, startsSentence: true)) was asked on \(day(since)) and hasn't answered yet."
    case .made(let since): return "You introduced them on \(day(since)). What came of it?"
    case .helped(let on):
      guard people.count == 2 else { return "That helped, on \(day(on))." }
      return
        "\(name(people[0], startsSentence: true)) helped \(name(people[1])) on \(day(on)), and nobody has said thanks yet."
    case .quiet(let since, let usual):
      return "Nothing since \(day(since)), where \(usual) days are usual, and there is a reason to call."
    case .needsUnknown: return "Nothing is known of what they need. Ask what they are looking for just now."
    case .ending(let until): return "It ends on \(day(until)). Does it still stand?"
    case .old(let since): return "It has stood since \(day(since)). Is it still true?"
    case .nobodyOffers(let group):
      return "No offer in your network fits well enough." + (group.map { " Ask in \($0)." } ?? "")
    case .nobodyNeeds(let group):
      return "No need in your network fits well enough." + (group.map { " Tell \($0)." } ?? "")
    }
  }

  func lead(_ quote: Quote) -> String {
    "\(subject(quote.person, startsSentence: true)) \(quote.kind.rawValue)\(quote.person.isReader ? "" : "s")"
  }

  private func subject(_ person: Person, startsSentence: Bool) -> String {
    person.isReader ? (startsSentence ? "You" : "you") : name(person, startsSentence: startsSentence)
  }

  /// How sure and how pressing it is: "you may have", "Claire Bonnafous needs soon".
  private func claim(_ quote: Quote, startsSentence: Bool) -> String {
    let ending = quote.person.isReader ? "" : "s"
    let verb =
      switch (quote.kind, quote.basis) {
      case (_, .stated): quote.kind.rawValue + ending
      case (.need, .implied): "seem\(ending) to need"
      case (.offer, .implied): "may have"
      }
    let soon = quote.kind == .need && quote.urgency == .high ? " soon" : ""
    return "\(subject(quote.person, startsSentence: startsSentence)) \(verb)\(soon)"
  }

  func quoted(_ text: String) -> String { "“\(text)”" }

  func asides(_ quote: Quote) -> [String] {
    let terms: String? =
      switch quote.terms {
      case .gift: "as a gift"
      case .favour: "as a favour"
      case .exchange: "in exchange"
      case .loan: "on loan"
      case .paid: "paid"
      case nil: nil
      }
    return [
      quote.kind == .need && quote.urgency == .high ? "urgent" : nil, quote.until.map { "until \(day($0))" },
      terms,
      quote.basis == .implied ? "implied" : nil, quote.visibility == .private ? "private" : nil,
    ].compactMap { $0 }
  }

  func links(_ groups: [String], withReader: Bool) -> String {
    "\(withReader ? "you are both in" : "both in") \(list(groups))"
  }

  func place(_ towns: [String], withReader: Bool) -> String {
    if withReader { return towns.first == towns.last ? "in \(towns[0]) like you" : "in \(towns[0])" }
    return Set(towns).count == 1 ? "both in \(towns[0])" : "in \(towns[0]) and in \(towns[1])"
  }

  func via(_ name: String) -> String { "you don't know each other yet: ask \(name) first" }

  func score(_ hundredths: String) -> String { "score \(hundredths)" }

  func changed(_ changes: [Content.Change]) -> String {
    "changed since it was last shown: "
      + changes.map { change in
        switch change {
        case .words: "other words"
        case .urgency(.high): "urgent now"
        case .urgency: "less urgent now"
        case .until(let day): day.map { "until \(self.day($0)) now" } ?? "without end now"
        case .state: "it has moved on"
        }
      }.joined(separator: ", ")
  }

  func ended(_ settled: Settled) -> String {
    settled.isDone ? "done this week" : "no longer stands"
  }

  func more(_ count: Int, ofAll: Bool) -> String { ofAll ? "\(count) in all" : "… and \(count) more" }

  func advice(_ finding: Advice.Finding) -> String {
    switch finding {
    case .noHost: "The network has no host, so nobody to help or to ask is listed here. Name yourself"
    case .everybodyIsFull:
      "Everybody who could be introduced has enough introductions already. See for yourself"
    case .noNeedsKnown: "Nobody's needs are known yet. Heard what somebody needs? Note it"
    case .noOffersKnown: "Nobody's offers are known yet. Heard what somebody offers? Note it"
    case .noFit: "No two people fit well enough this week. Heard what somebody needs? Note it"
    case .ownOffersUnknown: "What you offer isn't known yet. Say what you can do for people"
    case .nobodyNeedsOwn:
      "Nobody needs what you offer this week, as far as is known. Heard what somebody needs? Note it"
    case .ownNeedsUnknown: "What you need isn't known yet. Say what you are looking for"
    case .nobodyOffersOwn:
      "Nobody offers what you need this week, as far as is known. Heard what somebody offers? Note it"
    }
  }

  func footer(_ asOf: Day, hasScores: Bool) -> String {
    "As of \(day(asOf))."
      + (hasScores ? " Scores run from 0 to 1; “linkup why” shows what a score is made of." : "")
  }

  func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return "\(parts.dropLast().joined(separator: ", ")) and \(last)"
  }

  func somebody(startsSentence: Bool) -> String { startsSentence ? "Somebody" : "somebody" }

  func day(_ day: Day) -> String { EnglishDates.day(day) }

  func labels() -> Labels {
    Labels(
      write: "Write", call: "Call", draft: "A draft", commands: "To record it", contents: "This week",
      network: "The network", rhythm: "The rhythm")
  }

  func draft(emails: [String], phone: String?) -> String {
    let ways = (emails.isEmpty ? [] : ["to \(list(emails))"]) + (phone.map { ["or call \($0)"] } ?? [])
    return (["A draft"] + ways).joined(separator: " ") + colon
  }

  func index(of week: Week) -> (title: String, summary: String) {
    (
      "linkup: digests, week \(week)",
      "One page for each contact who has something to read; nothing was sent."
    )
  }
}

/// The letters.
extension EnglishWording {
  func asking(_ name: String, offer: String?, need: String?) -> (subject: String, body: [String]) {
    (
      "May I ask you for something?",
      [
        "Dear \(name),",
        [
          offer.map { "You offer “\($0)”." }, need.map { "I'm looking for “\($0)”." },
          "Would you have a moment to talk about it?",
        ].compactMap { $0 }.joined(separator: " "),
      ]
    )
  }

  func askingThrough(_ name: String, other: String, offer: String?) -> (subject: String, body: [String]) {
    (
      "Could you put me in touch?",
      [
        "Dear \(name),",
        offer.map { "You know \(other), who offers “\($0)”." } ?? "You know \(other), who could help me.",
        "Could you put us in touch, or would you rather not?",
      ]
    )
  }

  func offering(_ name: String, need: String?, offer: String?) -> (subject: String, body: [String]) {
    (
      "Can I help?",
      [
        "Dear \(name),",
        [
          need.map { "You are looking for “\($0)”." },
          offer.map { "I could help: “\($0)”." } ?? "I may be able to help.",
          "Shall we talk?",
        ].compactMap { $0 }.joined(separator: " "),
      ]
    )
  }

  func wishing(_ name: String, _ text: String) -> (subject: String, body: [String]) {
    (
      "Please introduce us",
      ["Dear \(name),", "I'd like to be introduced to whoever wrote: “\(text.legible(limit: 240))”."]
    )
  }

  func agreeing(_ name: String) -> (subject: String, body: [String]) {
    ("Yes, please introduce us", ["Dear \(name),", "You asked whether you may introduce me. Yes, please."])
  }

  func reminding(_ name: String) -> (subject: String, body: [String]) {
    (
      "May I introduce you to somebody?",
      [
        "Dear \(name),",
        "I asked you lately whether I may introduce you to somebody. A short yes or no is enough; no is fine.",
      ]
    )
  }

  func askingWhatCame(_ name: String, other: String) -> (subject: String, body: [String]) {
    ("What came of it?", ["Dear \(name),", "Did you and \(other) get in touch? Was it of use?"])
  }

  func thanking(_ name: String, other: String) -> (subject: String, body: [String]) {
    ("Thank you", ["Dear \(name),", "Thank you for having helped \(other)."])
  }

  func gettingInTouch(_ name: String) -> (subject: String, body: [String]) {
    (
      "How are you?",
      ["Dear \(name),", "We haven't spoken for a while. How are you? Have you time for a call this week?"]
    )
  }

  func askingForNeeds(_ name: String) -> (subject: String, body: [String]) {
    (
      "What are you looking for?",
      [
        "Dear \(name),",
        "What are you looking for just now, and what could you help others with? I may know somebody.",
      ]
    )
  }

  func askingWhetherItStands(
    _ name: String, _ kind: Listing.Kind, _ text: String?
  ) -> (subject: String, body: [String]) {
    let words = text.map { "“\($0)”" } ?? "what you told me"
    return (
      "Still true?",
      [
        "Dear \(name),",
        kind == .need ? "Are you still looking for \(words)?" : "Do you still offer \(words)?",
      ]
    )
  }
}
