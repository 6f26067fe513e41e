internal import Matchmaking

/// The report's sentences that are the same in every format, in English.
struct EnglishWording {
  let report: Report

  /// What the page is.
  var heading: String { "linkup: week \(report.week), \(EnglishDates.range(report.week))" }

  /// Whom it is for, and what is in it.
  var summary: String {
    let counts = report.sections.filter { !$0.opportunities.isEmpty }.map(Self.count)
    let news = counts.isEmpty ? "a quiet week, nothing good enough to act on" : Self.list(counts)
    return (report.host.map { "For \($0.name): \(news)." } ?? "\(news).").capitalizedFirst
  }

  private static func count(_ section: Section) -> String {
    let count = section.opportunities.count
    let people = count == 1 ? "1 person" : "\(count) people"
    return switch section.kind {
    case .linkUp: count == 1 ? "1 introduction to make" : "\(count) introductions to make"
    case .supply: "\(people) to help"
    case .ask: "\(people) to ask"
    }
  }

  /// Who an opportunity is about.
  func title(_ opportunity: Opportunity) -> String {
    Self.list(opportunity.people.map(\.name))
  }

  /// A need or offer with its words and what to know before repeating them.
  func line(_ quote: Quote) -> String {
    // Quotation marks within become single ones, so that nobody's words can end their own quotation.
    let words = quote.text.unicodeScalars.map { String($0 == "“" ? "‘" : $0 == "”" ? "’" : $0) }.joined()
    let asides = asides(quote)
    return "\(quote.lead) “\(words)”" + (asides.isEmpty ? "" : " (\(asides))")
  }

  private func asides(_ quote: Quote) -> String {
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
      quote.kind == .need && quote.urgency == .high ? "urgent" : nil,
      quote.until.map { "until \(EnglishDates.day($0))" }, terms, quote.basis == .implied ? "implied" : nil,
      quote.visibility == .private ? "private" : nil,
    ].compactMap { $0 }.joined(separator: ", ")
  }

  /// What links the people, where they are, and the score.
  func facts(_ opportunity: Opportunity) -> String {
    let groups = opportunity.groups.prefix(3) + (opportunity.groups.count > 3 ? ["more"] : [])
    let subject = opportunity.kind == .linkUp ? "both in" : "you are both in"
    let link = groups.isEmpty ? nil : "\(subject) \(Self.list(Array(groups)))"
    let score = "score \(Self.hundredths(opportunity.score))"
    return [link, opportunity.place, score].compactMap { $0 }.joined(separator: " · ").capitalizedFirst
  }

  /// How many more there are than are shown; nil if all are.
  func more(_ section: Section) -> String? {
    let count = section.total - section.opportunities.count
    return count > 0 ? (section.opportunities.isEmpty ? "\(count) in all" : "… and \(count) more") : nil
  }

  /// How to read the page.
  var footer: String {
    let day = "As of \(EnglishDates.day(report.asOf))."
    guard report.sections.contains(where: { !$0.opportunities.isEmpty }) else { return day }
    return "\(day) Scores run from 0 to 1; “linkup why” shows what a score is made of."
  }

  /// "a", "a and b", "a, b and c".
  private static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return "\(parts.dropLast().joined(separator: ", ")) and \(last)"
  }

  private static func hundredths(_ score: Double) -> String {
    let hundredths = Int((score * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}

extension String {
  /// The text with its first letter in upper case; for the report's own words, never for a name.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
