internal import Foundation
internal import Matchmaking

/// What a page says, in French.
struct FrenchWording: Wording {
  var language: Language { .french }
  var colon: String { "\u{A0}:" }

  func heading(_ week: Week) -> String { "linkup\u{A0}: semaine \(week), \(FrenchDates.range(week))" }

  func contents(_ report: Report) -> String {
    let counts = report.sections.filter { !$0.opportunities.isEmpty }
      .map { count($0.kind, $0.opportunities.count) }
    return counts.isEmpty ? "semaine calme, rien qui vaille la peine d'agir" : list(counts)
  }

  func summary(_ report: Report) -> String {
    let news = contents(report)
    return (report.host.map { "Pour \(name($0))\u{A0}: \(news)." } ?? "\(news).").capitalizedFirst
  }

  func sent(by name: String, replyTo: String?) -> String {
    "\(name) tient la liste de qui cherche et propose quoi, et a pensé à vous\u{A0}; pour dire oui, non, ou plus jamais, "
      + "répondez à \(name)" + (replyTo.map { " (\($0))" } ?? "")
      + ". Les noms ne sont donnés qu'une fois les deux côtés d'accord."
  }

  private func count(_ kind: Opportunity.Kind, _ count: Int) -> String {
    let many = count > 1 ? "s" : ""
    let people = "\(count) personne\(many)"
    return switch kind {
    case .linkUp: "\(count) mise\(many) en relation"
    case .supply: "\(people) à aider"
    case .ask: "\(people) à solliciter"
    case .followUp: "\(count) mise\(many) en relation à suivre"
    case .thank: "\(count) merci\(many) à dire"
    case .checkIn: "\(people) à appeler"
    case .findOut: "\(count) question\(many) à poser"
    case .stale: "\(count) annonce\(many) à vérifier"
    case .unmet: "\(count) annonce\(many) sans réponse"
    }
  }

  func title(_ kind: Opportunity.Kind) -> String {
    switch kind {
    case .linkUp: "À mettre en relation"
    case .supply: "À aider\u{A0}: vous avez ce qu'il leur faut"
    case .ask: "À solliciter\u{A0}: ils ont ce qu'il vous faut"
    case .followUp: "À suivre\u{A0}: mises en relation en cours"
    case .thank: "À remercier\u{A0}: quelqu'un a aidé"
    case .checkIn: "À appeler\u{A0}: ils se font rares"
    case .findOut: "À demander\u{A0}: que cherchent-ils\u{A0}?"
    case .stale: "Toujours vrai\u{A0}? Annonces à vérifier"
    case .unmet: "Personne encore\u{A0}: où demander"
    }
  }

  func reason(_ opportunity: Opportunity) -> String {
    let quotes = opportunity.quotes
    let people = opportunity.people
    let soon = quotes.contains { $0.kind == .need && $0.urgency == .high } ? ", et cela presse" : ""
    func help() -> String {
      guard quotes.count >= 2 else { return "" }
      return "\(claim(quotes[1], startsSentence: true)) ce \(that(claim(quotes[0], startsSentence: false)))"
    }
    switch opportunity.reason {
    case .help: return help() + soon + "."
    case .helpAndBack:
      return help() + soon
        + (opportunity.kind == .ask
          ? ", et vous avez de quoi rendre la pareille." : ", et vous y trouverez aussi votre compte.")
    case .swap: return "Un échange\u{A0}: chacun a ce que l'autre cherche\(soon)."
    case .ring:
      return
        "Un cercle\u{A0}: chacun cherche ce que le suivant propose\u{A0}; présentez-les tous les trois\(soon)."
    case .longShot: return "Un pari\u{A0}: \(help()), et aucun de vos cercles ne les réunit."
    case .awaited(let person, let since):
      if person.isReader {
        return
          "On vous a demandé le \(day(since))\u{A0}: voulez-vous être mis en relation\u{A0}? Oui ou non, les deux conviennent."
      }
      return "\(name(person, startsSentence: true))\u{A0}: pas de réponse à la question du \(day(since))."
    case .made(let since): return "Vous les avez présentés le \(day(since)). Qu'en est-il advenu\u{A0}?"
    case .helped(let on):
      guard people.count == 2 else { return "Cela a aidé, le \(day(on))." }
      return
        "\(name(people[0], startsSentence: true)) a aidé \(name(people[1])) le \(day(on)), et personne n'a encore dit merci."
    case .quiet(let since, let usual):
      return
        "Rien depuis le \(day(since)), alors que \(usual) jours sont l'usage\u{A0}; et il y a une raison d'appeler."
    case .needsUnknown: return "On ne sait pas ce que cette personne cherche. Demandez-le-lui."
    case .ending(let until): return "Cela prend fin le \(day(until)). Est-ce toujours d'actualité\u{A0}?"
    case .old(let since): return "Cela date du \(day(since)). Est-ce toujours vrai\u{A0}?"
    case .nobodyOffers(let group):
      return "Aucune offre de votre réseau ne convient assez." + (group.map { " Demandez à \($0)." } ?? "")
    case .nobodyNeeds(let group):
      return "Aucun besoin de votre réseau ne convient assez." + (group.map { " Parlez-en à \($0)." } ?? "")
    }
  }

  func lead(_ quote: Quote) -> String {
    let verb =
      switch (quote.kind, quote.person.isReader) {
      case (.need, true): "cherchez"
      case (.need, false): "cherche"
      case (.offer, true): "proposez"
      case (.offer, false): "propose"
      }
    return "\(subject(quote.person, startsSentence: true)) \(verb)"
  }

  private func subject(_ person: Person, startsSentence: Bool) -> String {
    person.isReader ? (startsSentence ? "Vous" : "vous") : name(person, startsSentence: startsSentence)
  }

  /// With "que" before it, or "qu'" before a vowel or a silent h.
  private func that(_ clause: String) -> String {
    let first = clause.folding(options: .diacriticInsensitive, locale: nil).lowercased().first
    return first.map("aeiouh".contains) ?? false ? "qu'\(clause)" : "que \(clause)"
  }

  /// How sure it is: "vous avez peut-être", "Claire Bonnafous cherche".
  private func claim(_ quote: Quote, startsSentence: Bool) -> String {
    let isReader = quote.person.isReader
    let verb =
      switch (quote.kind, quote.basis) {
      case (.need, .stated): isReader ? "cherchez" : "cherche"
      case (.offer, .stated): isReader ? "proposez" : "propose"
      case (.need, .implied): isReader ? "semblez chercher" : "semble chercher"
      case (.offer, .implied): isReader ? "avez peut-être" : "a peut-être"
      }
    return "\(subject(quote.person, startsSentence: startsSentence)) \(verb)"
  }

  func quoted(_ text: String) -> String { "«\u{A0}\(text)\u{A0}»" }

  func asides(_ quote: Quote) -> [String] {
    let terms: String? =
      switch quote.terms {
      case .gift: "en cadeau"
      case .favour: "pour rendre service"
      case .exchange: "en échange"
      case .loan: "en prêt"
      case .paid: "payant"
      case nil: nil
      }
    return [
      quote.kind == .need && quote.urgency == .high ? "urgent" : nil,
      quote.until.map { "jusqu'au \(day($0))" }, terms,
      quote.basis == .implied ? "supposé" : nil, quote.visibility == .private ? "privé" : nil,
    ].compactMap { $0 }
  }

  func links(_ groups: [String], withReader: Bool) -> String {
    "\(withReader ? "en commun avec vous" : "en commun")\u{A0}: \(list(groups))"
  }

  func place(_ towns: [String], withReader: Bool) -> String {
    if withReader { return towns.first == towns.last ? "\(towns[0]), comme vous" : towns[0] }
    return Set(towns).count == 1 ? "même ville, \(towns[0])" : "\(towns[0]) et \(towns[1])"
  }

  func via(_ name: String) -> String { "vous ne vous connaissez pas encore\u{A0}: passez par \(name)" }

  func score(_ hundredths: String) -> String {
    "score \(hundredths.split(separator: ".").joined(separator: ","))"
  }

  func changed(_ changes: [Content.Change]) -> String {
    "a changé depuis la dernière fois\u{A0}: "
      + changes.map { change in
        switch change {
        case .words: "d'autres mots"
        case .urgency(.high): "urgent désormais"
        case .urgency: "moins urgent"
        case .until(let day): day.map { "désormais jusqu'au \(self.day($0))" } ?? "désormais sans fin"
        case .state: "cela a avancé"
        }
      }.joined(separator: ", ")
  }

  func ended(_ settled: Settled) -> String {
    settled.isDone ? "fait cette semaine" : "n'est plus d'actualité"
  }

  func more(_ count: Int, ofAll: Bool) -> String {
    ofAll ? "\(count) en tout" : "… et \(count) autre\(count > 1 ? "s" : "")"
  }

  func advice(_ finding: Advice.Finding) -> String {
    switch finding {
    case .noHost:
      "Le réseau n'a pas d'hôte\u{A0}; personne à aider ou à solliciter ne figure donc ici. Dites qui vous êtes"
    case .everybodyIsFull: "Tous ceux qu'on pourrait présenter ont déjà assez de rencontres. Voyez vous-même"
    case .noNeedsKnown: "On ne connaît encore aucun besoin. Quelqu'un cherche quelque chose\u{A0}? Notez-le"
    case .noOffersKnown: "On ne connaît encore aucune offre. Quelqu'un propose quelque chose\u{A0}? Notez-le"
    case .noFit:
      "Personne ne va assez bien avec personne cette semaine. Quelqu'un cherche quelque chose\u{A0}? Notez-le"
    case .ownOffersUnknown: "On ne sait pas encore ce que vous proposez. Dites ce que vous pouvez faire"
    case .nobodyNeedsOwn:
      "Personne, à ce qu'on sait, ne cherche cette semaine ce que vous proposez. Quelqu'un cherche quelque chose\u{A0}? Notez-le"
    case .ownNeedsUnknown: "On ne sait pas encore ce que vous cherchez. Dites-le"
    case .nobodyOffersOwn:
      "Personne, à ce qu'on sait, ne propose cette semaine ce que vous cherchez. Quelqu'un propose quelque chose\u{A0}? Notez-le"
    }
  }

  func footer(_ asOf: Day, hasScores: Bool) -> String {
    "État au \(day(asOf))."
      + (hasScores
        ? " Les scores vont de 0 à 1\u{A0}; «\u{A0}linkup why\u{A0}» montre de quoi un score est fait." : "")
  }

  func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return "\(parts.dropLast().joined(separator: ", ")) et \(last)"
  }

  func somebody(startsSentence: Bool) -> String { startsSentence ? "Quelqu'un" : "quelqu'un" }

  func day(_ day: Day) -> String { FrenchDates.day(day) }

  func labels() -> Labels {
    Labels(
      write: "Écrire", call: "Appeler", draft: "Un brouillon", commands: "Commandes",
      contents: "Cette semaine", network: "Le réseau", rhythm: "Le rythme")
  }

  func draft(emails: [String], phone: String?) -> String {
    "Un brouillon" + (emails.isEmpty ? "" : " à \(list(emails))")
      + (phone.map { ", ou appelez le \($0)" } ?? "") + colon
  }

  func index(of week: Week) -> (title: String, summary: String) {
    (
      "linkup\u{A0}: pages personnelles, semaine \(week)",
      "Une page pour chaque contact qui a de quoi lire\u{A0}; rien n'a été envoyé."
    )
  }
}
