public import Matchmaking

/// A report in the words of one language: what every format shows, each in its own syntax.
///
/// Encoded, it is the report for programs; `docs/report.schema.json` describes it.
public struct Page: Hashable, Sendable, Encodable {
  /// The language of its words.
  public let language: Language
  /// The ISO week: `2026-W48`.
  public let week: String
  /// The day as of which listings were current: `2026-11-23`.
  public let asOf: String
  /// What the page is.
  public let title: String
  /// Whom it is for, and what is in it.
  public let summary: String
  /// What there is to do, by kind.
  public let sections: [Part]
  /// What the network lacks; nil if nothing.
  public let advice: Hint?
  /// How to read the page.
  public let footer: String

  /// The opportunities of one kind.
  public struct Part: Hashable, Sendable, Encodable {
    /// What there is to do.
    public let kind: Opportunity.Kind
    /// The heading.
    public let title: String
    /// The best ones.
    public let items: [Item]
    /// What this week's page has shown before and is no longer there to do; nil where there is none.
    public let settled: [Ended]?
    /// How many there are in all.
    public let total: Int
    /// How many more there are, and the command that shows them; nil if all are here.
    public let more: Hint?
    /// Why there are none, and the command that would help; nil if there are some.
    public let advice: Hint?
  }

  /// Something that the page has shown and that is no longer there to do.
  public struct Ended: Hashable, Sendable, Encodable {
    /// Its short name.
    public let id: String
    /// Who it was about.
    public let title: String
    /// How it ended: "done this week".
    public let note: String
    /// All of it in one line.
    public var text: String { "\(title) · \(note)" }
  }

  /// A sentence, and the command that goes with it.
  public struct Hint: Hashable, Sendable, Encodable {
    /// The sentence; it ends with a colon where a command follows.
    public let text: String
    /// The command; nil where there is none.
    public let command: String?
  }

  /// One thing to do.
  public struct Item: Hashable, Sendable, Encodable {
    /// Names it from week to week; for `linkup snooze` and `linkup dismiss`; nil where a name is kept from the reader, since it
    /// is made of all names.
    public let id: String?
    /// The contacts whom it is about, by identifier; none whom the reader must not know.
    public let contacts: [String]
    /// Who it is about.
    public let title: String
    /// What changed since it was last shown; nil if it is new.
    public let note: String?
    /// Why it is worth doing.
    public let reason: String
    /// The evidence in the people's own words.
    public let quotes: [Line]
    /// What links them, where they are, and the score; empty if nothing is known.
    public let facts: String
    /// The score, 0…1; nil where nothing was matched.
    public let score: Double?
    /// What to type to learn more, or to record what was done.
    public let commands: [String]
    /// A letter to send; nil where there is nothing to write.
    public let letter: Draft?
  }

  /// A need or an offer.
  public struct Line: Hashable, Sendable, Encodable {
    /// Need or offer.
    public let kind: Listing.Kind
    /// Who needs or offers.
    public let lead: String
    /// The words, in quotation marks.
    public let words: String
    /// What to know before repeating them: `urgent, private`; empty for nothing.
    public let asides: String
    /// All of it in one line.
    public var text: String { "\(lead) \(words)" + (asides.isEmpty ? "" : " (\(asides))") }
  }

  /// A letter.
  public struct Draft: Hashable, Sendable, Encodable {
    /// The readers' mail addresses, as far as known.
    public let emails: [String]
    /// The reader's telephone number; nil if it isn't known.
    public let phone: String?
    /// The subject.
    public let subject: String
    /// The text.
    public let body: String
  }

  /// Words a report.
  ///
  /// - Parameter language: nil for the one that its reader prefers.
  public init(_ report: Report, in language: Language? = nil) {
    let language = language ?? report.language
    let wording = language.wording
    self.language = language
    week = report.week.description
    asOf = report.asOf.description
    title = wording.heading(report.week)
    summary =
      wording.summary(report)
      + (report.sender.map { " " + wording.sent(by: $0.name, replyTo: report.replyTo) } ?? "")
    sections = report.sections.map { Self.part($0, wording) }
    advice = report.advice.map { Self.hint(wording.advice($0.finding), $0.command, wording) }
    footer = wording.footer(
      report.asOf, hasScores: report.sections.contains { $0.opportunities.contains { $0.score != nil } })
  }

  private static func part(_ section: Section, _ wording: any Wording) -> Part {
    let rest = section.total - section.opportunities.count
    return Part(
      kind: section.kind, title: wording.title(section.kind),
      items: section.opportunities.map { item($0, wording) },
      settled: section.settled.isEmpty
        ? nil
        : section.settled.map { Ended(id: $0.id, title: $0.title, note: wording.ended($0)) },
      total: section.total,
      more: rest > 0
        ? hint(wording.more(rest, ofAll: section.opportunities.isEmpty), section.command, wording) : nil,
      advice: section.advice.map { hint(wording.advice($0.finding), $0.command, wording) })
  }

  private static func note(_ novelty: Opportunity.Novelty, _ wording: any Wording) -> String? {
    guard case .changed(let changes) = novelty else { return nil }
    return wording.changed(changes)
  }

  private static func hint(_ text: String, _ command: ShellCommand?, _ wording: any Wording) -> Hint {
    Hint(text: command == nil ? text : text + wording.colon, command: command?.description)
  }

  private static func item(_ opportunity: Opportunity, _ wording: any Wording) -> Item {
    let people = opportunity.people
    let title =
      people.isEmpty
      ? (opportunity.quotes.first.map { wording.lead($0) } ?? "")
      : wording.list(people.map { wording.name($0, startsSentence: true) })
    return Item(
      id: people.contains(where: \.isHidden) ? nil : opportunity.id,
      contacts: people.filter { !$0.isHidden }.map(\.id.rawValue), title: title,
      note: note(opportunity.novelty, wording), reason: wording.reason(opportunity),
      quotes: opportunity.quotes.map {
        Line(
          kind: $0.kind, lead: wording.lead($0), words: wording.words($0),
          asides: wording.asides($0).joined(separator: ", "))
      }, facts: wording.facts(opportunity), score: opportunity.score.map { ($0 * 10_000).rounded() / 10_000 },
      commands: opportunity.commands.map(\.description),
      letter: opportunity.letter.map {
        Draft(emails: $0.emails, phone: $0.phone, subject: $0.subject, body: $0.body)
      })
  }
}
