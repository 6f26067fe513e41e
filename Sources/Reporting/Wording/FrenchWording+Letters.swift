internal import Matchmaking

/// The letters, in French.
extension FrenchWording {
  func asking(_ name: String, offer: String?, need: String?) -> (subject: String, body: [String]) {
    (
      "Puis-je vous demander quelque chose\u{A0}?",
      [
        "Bonjour \(name),",
        [
          offer.map { "Vous proposez «\u{A0}\($0)\u{A0}»." }, need.map { "Je cherche «\u{A0}\($0)\u{A0}»." },
          "Auriez-vous un moment pour en parler\u{A0}?",
        ].compactMap { $0 }.joined(separator: " "),
      ]
    )
  }

  func askingThrough(_ name: String, other: String, offer: String?) -> (subject: String, body: [String]) {
    (
      "Pourriez-vous me mettre en relation\u{A0}?",
      [
        "Bonjour \(name),",
        offer.map { "Vous connaissez \(other), qui propose «\u{A0}\($0)\u{A0}»." }
          ?? "Vous connaissez \(other), qui pourrait m'aider.",
        "Pourriez-vous nous mettre en relation\u{A0}? Si cela vous gêne, dites-le simplement.",
      ]
    )
  }

  func offering(_ name: String, need: String?, offer: String?) -> (subject: String, body: [String]) {
    (
      "Puis-je vous aider\u{A0}?",
      [
        "Bonjour \(name),",
        [
          need.map { "Vous cherchez «\u{A0}\($0)\u{A0}»." },
          offer.map { "Je pourrais vous aider\u{A0}: «\u{A0}\($0)\u{A0}»." }
            ?? "Je pourrais peut-être vous aider.",
          "On en parle\u{A0}?",
        ].compactMap { $0 }.joined(separator: " "),
      ]
    )
  }

  func wishing(_ name: String, _ text: String) -> (subject: String, body: [String]) {
    (
      "Une mise en relation, s'il vous plaît",
      [
        "Bonjour \(name),",
        "J'aimerais être mis en relation avec la personne qui écrit\u{A0}: «\u{A0}\(text.legible(limit: 240))\u{A0}».",
      ]
    )
  }

  func agreeing(_ name: String) -> (subject: String, body: [String]) {
    (
      "Oui, mettez-nous en relation",
      ["Bonjour \(name),", "Vous me demandiez si vous pouviez me présenter quelqu'un. Oui, volontiers."]
    )
  }

  func reminding(_ name: String) -> (subject: String, body: [String]) {
    (
      "Puis-je vous présenter quelqu'un\u{A0}?",
      [
        "Bonjour \(name),",
        "Je vous demandais l'autre jour si je pouvais vous présenter quelqu'un. Un simple oui ou non suffit, et non ne gêne personne.",
      ]
    )
  }

  func askingWhatCame(_ name: String, other: String) -> (subject: String, body: [String]) {
    (
      "Alors\u{A0}?",
      [
        "Bonjour \(name),",
        "Avez-vous pu échanger avec \(other)\u{A0}? Est-ce que cela vous a été utile\u{A0}?",
      ]
    )
  }

  func thanking(_ name: String, other: String) -> (subject: String, body: [String]) {
    ("Merci", ["Bonjour \(name),", "Merci d'avoir aidé \(other)."])
  }

  func gettingInTouch(
    _ name: String, _ listing: (kind: Listing.Kind, text: String)?
  ) -> (subject: String, body: [String]) {
    let reason = listing.map { stillTrue($0.kind, "«\u{A0}\($0.text)\u{A0}»") + " " } ?? ""
    return (
      "Comment allez-vous\u{A0}?",
      [
        "Bonjour \(name),",
        "Nous ne nous sommes pas parlé depuis un moment. Comment allez-vous\u{A0}? "
          + "\(reason)Un appel cette semaine\u{A0}?",
      ]
    )
  }

  func askingAround(
    _ kind: Listing.Kind, _ text: String, isOwn: Bool
  ) -> (subject: String, body: [String]) {
    let who = isOwn ? "Je" : "Quelqu'un que je connais"
    return (
      kind == .need ? "Connaissez-vous quelqu'un\u{A0}?" : "Cela peut-il servir\u{A0}?",
      [
        "Bonjour,",
        kind == .need
          ? "\(who) cherche «\u{A0}\(text)\u{A0}». Savez-vous qui pourrait aider\u{A0}?"
          : "\(who) propose «\u{A0}\(text)\u{A0}». Savez-vous à qui cela servirait\u{A0}?",
      ]
    )
  }

  func askingForNeeds(_ name: String) -> (subject: String, body: [String]) {
    (
      "Que cherchez-vous\u{A0}?",
      [
        "Bonjour \(name),",
        "Que cherchez-vous en ce moment, et à quoi pourriez-vous aider d'autres\u{A0}? Je connais peut-être quelqu'un.",
      ]
    )
  }

  func askingWhetherItStands(
    _ name: String, _ kind: Listing.Kind, _ text: String?
  ) -> (subject: String, body: [String]) {
    let words = text.map { "«\u{A0}\($0)\u{A0}»" } ?? "ce que vous m'aviez dit"
    return (
      "Toujours d'actualité\u{A0}?",
      [
        "Bonjour \(name),",
        stillTrue(kind, words),
      ]
    )
  }

  private func stillTrue(_ kind: Listing.Kind, _ words: String) -> String {
    kind == .need ? "Cherchez-vous toujours \(words)\u{A0}?" : "Proposez-vous toujours \(words)\u{A0}?"
  }
}
