public import Matchmaking

/// What the host may write to the two of an introduction next: a text to send by hand, nothing is sent.
///
/// Who is asked first learns what the other needs or offers, but not who it is, unless that listing is public; the other then
/// learns who asks, since the first has agreed. Private words of the one are never in what the other reads, nor, before it has
/// agreed, words that name it: its employer, say.
public struct IntroductionDraft: Hashable, Sendable {
  /// Who is to read it.
  public let to: [Contact.ID]
  /// One line.
  public let subject: String
  /// The text, its lines parted by new lines.
  public let body: String

  /// The draft for where an introduction stands; nil where nobody is to be written to.
  ///
  /// - Complexity: O(length of the network's names and listings).
  public init?(for introduction: Introduction, in network: Network) {
    self.init(for: introduction, in: network, BlindWords(network))
  }

  /// The same, where what others may read is known already.
  init?(for introduction: Introduction, in network: Network, _ blindWords: BlindWords) {
    guard let first = network.contact(introduction.asked ?? introduction.first),
      let second = network.contact(introduction.other(than: first.id))
    else { return nil }
    let needs = introduction.subject.flatMap { network.listing($0.need) }
    let offers = introduction.subject.flatMap { network.listing($0.offer) }
    let host = network.host.flatMap(network.contact)?.name.asName
    func wording(of reader: Contact) -> Wording {
      Wording(
        isFrench: Language(preferredBy: reader.languages) == .french, reader: reader, host: host,
        network: network, blindWords: blindWords)
    }
    switch introduction.state {
    case .proposed, .askedFirst:
      let wording = wording(of: first)
      let isKnown = [needs, offers].contains { $0?.contact == second.id && $0?.visibility == .public }
      to = [first.id]
      subject = wording.subject
      body = wording.question(
        other: isKnown ? second.name.asName : nil, need: needs, offer: offers, owner: isKnown ? nil : second)
    case .askedBoth:
      let wording = wording(of: second)
      to = [second.id]
      subject = wording.subject
      body = wording.question(other: first.name.asName, need: needs, offer: offers, hasAgreed: true)
    case .made:
      // Both read it: in the first one's language if the other knows that, else in the other's if the first does.
      let languages = [first, second].map { $0.languages.map { $0.lowercased().prefix(2) } }
      let isCommon = languages[1].isEmpty || languages[0].first.map(languages[1].contains) ?? false
      let wording = wording(
        of: !isCommon && languages[1].first.map(languages[0].contains) ?? false ? second : first)
      to = [first.id, second.id]
      subject = wording.subject(first.name.asName, second.name.asName)
      body = wording.introduction(first, second)
    case .helped, .met, .nothing, .declined, .lapsed: return nil
    }
  }

  /// The sentences, in the reader's language.
  private struct Wording {
    let isFrench: Bool
    let reader: Contact
    let host: String?
    let network: Network
    let blindWords: BlindWords

    var subject: String {
      isFrench ? "Puis-je vous présenter quelqu'un\u{A0}?" : "May I introduce you to somebody?"
    }

    func subject(_ one: String, _ other: String) -> String { "\(one) – \(other)".legible(limit: 120) }

    /// Asks the reader; `other` is nil for somebody who isn't to be named yet.
    ///
    /// - Parameter owner: whose words must not tell who it is; nil once that may be known.
    func question(
      other: String?, need: Listing?, offer: Listing?, owner: Contact? = nil, hasAgreed: Bool = false
    ) -> String {
      let who = other ?? (isFrench ? "quelqu'un que je connais" : "somebody I know")
      let listings = [need, offer].compactMap(\.self)
      // What is private may be the host's own words about the reader.
      let mine = listings.first { $0.contact == reader.id && $0.visibility != .private }
      let theirs = listings.first { $0.contact != reader.id && $0.visibility != .private }
        .flatMap { listing in
          blindWords.of(listing, by: network.contact(listing.contact), isOpen: owner == nil).map {
            (kind: listing.kind, text: $0)
          }
        }
      // Whose words are kept back is spoken of all the same: else nobody knows what is asked.
      let isHelped = offer?.contact == reader.id
      let vaguely =
        isFrench
        ? "\(who.capitalizedFirst) \(isHelped ? "a peut-être besoin de vous" : "pourrait vous aider")."
        : "\(who.capitalizedFirst) may \(isHelped ? "need your help" : "be able to help you")."
      let reasons = [
        mine.map {
          isFrench
            ? "Vous \($0.kind == .need ? "cherchez" : "proposez")\u{A0}: \(quoted($0.text))."
            : "You \($0.kind == .need ? "need" : "offer"): \(quoted($0.text))."
        },
        theirs.map {
          isFrench
            ? "\(who.capitalizedFirst) \($0.kind == .need ? "cherche" : "propose")\u{A0}: \(quoted($0.text))."
            : "\(who.capitalizedFirst) \($0.kind == .need ? "needs" : "offers"): \(quoted($0.text))."
        } ?? (listings.isEmpty ? nil : vaguely),
      ].compactMap(\.self)
      let question =
        isFrench
        ? (hasAgreed ? "\(who.capitalizedFirst) est d'accord. " : "")
          + "Voulez-vous que je vous mette en relation\u{A0}?"
        : (hasAgreed ? "\(who.capitalizedFirst) has agreed. " : "") + "May I introduce the two of you?"
      let closing =
        switch (isFrench, hasAgreed) {
        case (true, true): "Si ce n'est pas le moment, dites-le simplement."
        case (true, false):
          "Si oui, je demanderai aussi de l'autre côté\u{A0}; sinon, dites-le\u{A0}: personne n'en saura rien."
        case (false, true): "If this isn't the moment, just say so."
        case (false, false):
          "If so, I'll ask on the other side too; if not, just say so, and nobody will know."
        }
      return letter([
        isFrench ? "Bonjour \(reader.name.asName)," : "Dear \(reader.name.asName),",
        reasons.joined(separator: " "),
        question + " " + closing,
      ])
    }

    /// Puts the two together.
    func introduction(_ one: Contact, _ other: Contact) -> String {
      let addresses = [one, other].map { contact in
        let address = (contact.emails + contact.phones).first
        return "\(contact.name.asName): \(address ?? (isFrench ? "(adresse à ajouter)" : "(add an address)"))"
      }
      return letter([
        isFrench
          ? "Bonjour \(one.name.asName), bonjour \(other.name.asName),"
          : "Dear \(one.name.asName), dear \(other.name.asName),",
        isFrench
          ? "C'est oui des deux côtés, vous voici donc en relation."
          : "You have both agreed, so here you are in touch with each other.",
        addresses.joined(separator: "\n"),
      ])
    }

    private func letter(_ paragraphs: [String]) -> String {
      (paragraphs + [host ?? ""]).filter { !$0.isEmpty }
        .map { $0.split(separator: "\n").map { String($0).legible(limit: 2000) }.joined(separator: "\n") }
        .joined(separator: "\n\n")
    }

    private func quoted(_ text: String) -> String {
      let words = text.legible(limit: 240)
      return isFrench ? "«\u{A0}\(words)\u{A0}»" : "“\(words)”"
    }
  }
}
