internal import Retrieval

/// The words that tell hands-on help from what can be done from afar, English and French.
///
/// Each is compared after folding, without articles and possessives, in the singular: `walk the dog` is found in
/// `walk our dogs`. A word that has another common meaning is left out rather than guessed.
enum PresenceLexicon {
  /// The longest phrase that begins at a word of a clause, and where it ends: what it says, where `ordinary`
  /// stands for "in person", and nil for what only looks as if it said something.
  static func entry(at start: Int, of words: [String]) -> (said: Presence?, end: Int)? {
    guard let phrases = phrases[singular(words[start])] else { return nil }
    for phrase in phrases {
      if let end = end(of: phrase.rest, after: start, of: words) { return (phrase.said, end) }
    }
    return nil
  }

  private struct Phrase {
    let rest: [String]
    let said: Presence?
  }

  private static func end(of rest: [String], after start: Int, of words: [String]) -> Int? {
    var next = start + 1
    for wanted in rest {
      while next < words.count, words[next] != wanted, fillers.contains(words[next]) { next += 1 }
      guard next < words.count, singular(words[next]) == wanted else { return nil }
      next += 1
    }
    return next
  }

  /// Phrases by their first word, those of more words first.
  private static let phrases: [String: [Phrase]] = {
    var phrases: [String: [Phrase]] = [:]
    for (said, text) in [
      (.handsOn, handsOn), (.fromAfar, fromAfar), (.anywhere, anywhere), (.ordinary, inPerson),
      (nil, misleading),
    ] as [(Presence?, String)] {
      for entry in text.split(separator: ";") {
        let words = Words.split(String(entry)).map { singular($0.text) }
        let kept = words.prefix(1) + words.dropFirst().filter { !fillers.contains($0) }
        phrases[kept[0], default: []].append(Phrase(rest: Array(kept.dropFirst()), said: said))
      }
    }
    return phrases.mapValues { $0.sorted { $0.rest.count > $1.rest.count } }
  }()

  private static func singular(_ word: String) -> String {
    word.utf8.count > 3 && (word.hasSuffix("s") || word.hasSuffix("x")) ? String(word.dropLast()) : word
  }

  private static let fillers: Set<String> = [
    "the", "an", "my", "our", "your", "his", "her", "their", "of", "some", "le", "les", "un", "une", "de",
    "du",
    "des", "mon", "ma", "mes", "notre", "nos", "votre", "vos", "son", "sa", "ses", "leur", "leurs",
  ]

  private static let handsOn = """
    cat sitter; cat sitting; catsitter; catsitting; dog sitter; dog sitting; dogsitter; dogsitting; pet sitter; \
    pet sitting; petsitting; dog walker; dog walking; walk the dog; feed the cat; feed the animals; look after; \
    babysitter; babysitting; baby sitter; baby sitting; childcare; child care; childminder; childminding; nanny; \
    house sitter; house sitting; plumber; plumbing; leak; leaking; sink; boiler; electrician; wiring; handyman; \
    odd jobs; diy; carpenter; carpentry; roofer; roofing; mason; masonry; tiler; tiling; locksmith; house painting; \
    move house; moving house; help moving; cleaner; cleaning; housekeeping; housekeeper; ironing; gardener; \
    gardening; garden; lawn; mow; mowing; hedge; pruning; water the plants; ride; lift to; carpool; carpooling; \
    car sharing; car pooling; errands; groceries; lend; lending; borrow; borrowing; ladder; trailer; drill; \
    hairdresser; haircut; masseur; massage; home help; caregiver; carer; elderly care; repair; repairing; repaired; \
    mechanic; sewing; seamstress; firewood; spare room; physiotherapist; \
    garde de chat; garder mon chat; garder mon chien; garder les enfants; garde d'enfants; garder les animaux; \
    garde d'animaux; nourrir le chat; promener le chien; promenade de chien; nounou; assistante maternelle; \
    arroser les plantes; plombier; plomberie; fuite; évier; robinet; chaudière; électricien; électricité; bricolage; \
    bricoleur; bricoler; petits travaux; menuisier; menuiserie; couvreur; toiture; maçon; maçonnerie; carreleur; \
    carrelage; serrurier; déménagement; déménager; déménageur; ménage; nettoyage; repassage; jardinier; jardinage; \
    jardin; pelouse; tondre; tondeuse; tonte; haie; élagage; covoiturage; trajet; faire les courses; emprunter; \
    perceuse; échelle; remorque; coiffeur; coiffeuse; masseuse; auxiliaire de vie; réparer; \
    répare; réparation; réparateur; à domicile; mécanicien; couture; couturière; bois de chauffage; chambre d'ami; kinésithérapeute
    """

  private static let fromAfar = """
    translate; translating; translation; translator; proofread; proofreading; proofreader; copywriting; copywriter; \
    ghostwriter; editing; accountant; accounting; bookkeeper; bookkeeping; tax; tax return; vat; payroll; invoicing; \
    lawyer; legal; contract law; software; developer; programmer; programming; coding; web; website; webmaster; \
    wordpress; app development; database; data analysis; data scientist; devops; seo; newsletter; social media; \
    digital marketing; graphic design; graphic designer; logo; illustrator; illustration; transcription; subtitling; \
    advice; adviser; advisor; consulting; consultant; mentor; mentoring; career coaching; business coaching; \
    business plan; grant writing; cover letter; spreadsheet; voice over; podcast; video editing; photo editing; crowdfunding; \
    traduction; traduire; traducteur; traductrice; relecture; relire; relecteur; relectrice; rédaction; rédacteur; \
    rédactrice; comptable; comptabilité; expert-comptable; fiscalité; fiscaliste; impôts; tva; fiche de paie; \
    facturation; avocat; avocate; juriste; juridique; logiciel; développeur; développeuse; développement web; \
    programmeur; programmation; site internet; base de données; référencement; réseaux sociaux; graphiste; graphisme; \
    illustrateur; illustratrice; sous-titrage; conseil; conseiller; conseillère; consultante; mentorat; \
    lettre de motivation; tableur; voix off; montage vidéo; retouche photo; plan d'affaires; dossier de subvention
    """

  private static let anywhere = """
    remote; remotely; online; anywhere; wherever; worldwide; work from home; working from home; by phone; over the phone; \
    by video; video call; on zoom; over zoom; via zoom; by zoom; by skype; over skype; by email; \
    à distance; distanciel; en ligne; télétravail; travail à domicile; travailler à domicile; partout; n'importe où; \
    où que vous soyez; où que tu sois; où que ce soit; peu importe le lieu; en visio; par visio; visioconférence; \
    par téléphone; par skype; par zoom; sur zoom; par mail; par courriel
    """

  private static let inPerson = """
    in person; on site; onsite; face to face; on the spot; sur place; présentiel; en personne; face à face; \
    to rent; for rent; à louer; flatshare; colocation; photo; photographer; photographe
    """

  private static let misleading = """
    remote control; remote controlled; remote village; remote area; remote island; jardin d'enfants; \
    jardin public
    """
}
