internal import Matchmaking

/// What a page says, in English.
struct EnglishWording: Wording {
  var language: Language { .english }
  var colon: String { ":" }

  func heading(_ week: Week) -> String { "linkup: week \(week), \(EnglishDates.range(week))" }

  func contents(_ report: Report) -> String {
    let counts = report.sections.filter { !$0.opportunities.isEmpty }
      .map { count($0.kind, $0.opportunities.count) }
    return counts.isEmpty ? "a quiet week, nothing good enough to act on" : list(counts)
  }

  func summary(_ report: Report) -> String {
    let news = contents(report)
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
      write: "Write", call: "Call", draft: "A draft", commands: "Commands", contents: "This week",
      network: "The network", rhythm: "The rhythm")
  }

  func draft(emails: [String], phone: String?) -> String {
    "A draft" + (emails.isEmpty ? "" : " to \(list(emails))") + (phone.map { ", or call \($0)" } ?? "")
      + colon
  }

  func index(of week: Week) -> (title: String, summary: String) {
    (
      "linkup: digests, week \(week)",
      "One page for each contact who has something to read; nothing was sent."
    )
  }
}
