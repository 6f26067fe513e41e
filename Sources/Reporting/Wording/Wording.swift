internal import Matchmaking

/// Everything that a page says in words, in one language.
protocol Wording: Sendable {
  var language: Language { get }
  var colon: String { get }

  // The page.
  func heading(_ week: Week) -> String
  func summary(_ report: Report) -> String
  /// How many there are of each kind: "2 people to ask and 1 person to help".
  func contents(_ report: Report) -> String
  /// Who sends a digest, and how to answer.
  func sent(by name: String, replyTo: String?) -> String
  func title(_ kind: Opportunity.Kind) -> String
  func reason(_ opportunity: Opportunity) -> String
  /// Who needs or offers, to stand before the words: "Claire Bonnafous needs", "You offer".
  func lead(_ quote: Quote) -> String
  /// The words in the language's quotation marks.
  func quoted(_ text: String) -> String
  /// What to know before repeating the words.
  func asides(_ quote: Quote) -> [String]
  func links(_ groups: [String], withReader: Bool) -> String
  func place(_ towns: [String], withReader: Bool) -> String
  func via(_ name: String) -> String
  func score(_ hundredths: String) -> String
  /// What has changed since it was last shown.
  func changed(_ changes: [Content.Change]) -> String
  /// How something ended that this week's page has shown.
  func ended(_ settled: Settled) -> String
  func more(_ count: Int, ofAll: Bool) -> String
  func advice(_ finding: Advice.Finding) -> String
  func footer(_ asOf: Day, hasScores: Bool) -> String
  func list(_ parts: [String]) -> String
  func somebody(startsSentence: Bool) -> String
  func day(_ day: Day) -> String
  func labels() -> Labels
  /// Where a letter can be sent, or its reader called; both may be unknown.
  func draft(emails: [String], phone: String?) -> String
  /// What the page of all digests says.
  func index(of week: Week) -> (title: String, summary: String)

  // Letters, each a subject and paragraphs.
  func asking(_ name: String, offer: String?, need: String?) -> (subject: String, body: [String])
  func askingThrough(_ name: String, other: String, offer: String?) -> (subject: String, body: [String])
  func offering(_ name: String, need: String?, offer: String?) -> (subject: String, body: [String])
  func wishing(_ name: String, _ text: String) -> (subject: String, body: [String])
  func agreeing(_ name: String) -> (subject: String, body: [String])
  func reminding(_ name: String) -> (subject: String, body: [String])
  func askingWhatCame(_ name: String, other: String) -> (subject: String, body: [String])
  func thanking(_ name: String, other: String) -> (subject: String, body: [String])
  /// - Parameter listing: what the reader needs or offers, the reason to get in touch; nil if it isn't to be said.
  func gettingInTouch(
    _ name: String, _ listing: (kind: Listing.Kind, text: String)?
  ) -> (subject: String, body: [String])
  /// To whoever may know somebody, such as a group.
  func askingAround(
    _ kind: Listing.Kind, _ text: String, isOwn: Bool
  ) -> (subject: String, body: [String])
  func askingForNeeds(_ name: String) -> (subject: String, body: [String])
  func askingWhetherItStands(
    _ name: String, _ kind: Listing.Kind, _ text: String?
  ) -> (subject: String, body: [String])
}

/// The page's own few words.
struct Labels {
  let write: String
  let call: String
  let draft: String
  let commands: String
  let contents: String
  let network: String
  let rhythm: String
}

extension Wording {
  /// A name, or "somebody".
  func name(_ person: Person, startsSentence: Bool = false) -> String {
    person.isHidden ? somebody(startsSentence: startsSentence) : person.name
  }

  /// A need or offer with its words and what to know before repeating them.
  func line(_ quote: Quote) -> String {
    let asides = asides(quote)
    return "\(lead(quote)) \(words(quote))" + (asides.isEmpty ? "" : " (\(asides.joined(separator: ", ")))")
  }

  /// The words of a need or offer. Quotation marks within become single ones, so that nobody's words can end their own
  /// quotation.
  func words(_ quote: Quote) -> String {
    let text = quote.text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "“", "«": "‘"
      case "”", "»": "’"
      default: String(scalar)
      }
    }.joined()
    return quoted(text.isolated)
  }

  /// What links the people, where they are, and the score.
  func facts(_ opportunity: Opportunity) -> String {
    let withReader = opportunity.people.count < 2
    let groups = opportunity.groups
    let score = opportunity.score.map { self.score(Self.hundredths($0)) }
    return [
      groups.isEmpty
        ? nil : links(Array(groups.prefix(3)) + (groups.count > 3 ? ["…"] : []), withReader: withReader),
      opportunity.towns.isEmpty ? nil : place(opportunity.towns, withReader: withReader),
      opportunity.via.map { via(name($0)) }, score,
    ].compactMap { $0 }.joined(separator: " · ").capitalizedFirst
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
