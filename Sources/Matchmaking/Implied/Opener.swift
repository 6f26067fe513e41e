/// A phrase that begins a need or an offer in a note: "looking for", "donne des cours".
struct Opener: Sendable {
  let kind: Listing.Kind
  /// Its folded words.
  let words: [String]
  /// How many of its last words belong to the listing's text.
  let kept: Int
  /// Whether a determiner must follow: who "runs a bakery" offers something, who "runs late" does not.
  let needsDeterminer: Bool

  /// The longest opener that stands at a place of a sentence.
  static func at(_ start: Int, of sentence: [NoteWord]) -> Opener? {
    byFirstWord[sentence[start].folded]?.first { opener in
      let end = start + opener.words.count
      guard end < sentence.count, zip(sentence[start...], opener.words).allSatisfy({ $0.folded == $1 }),
        sentence[(start + 1)..<end].allSatisfy({ $0.gap == .none })
      else { return false }
      return !opener.needsDeterminer || NoteVocabulary.determiners.contains(sentence[end].folded)
    }
  }

  /// Longest first.
  private static let byFirstWord: [String: [Opener]] = {
    let all = phrases(needs, .need) + phrases(offers, .offer)
    return Dictionary(grouping: all) { $0.words[0] }
      .mapValues { $0.sorted { $0.words.count > $1.words.count } }
  }()

  /// The phrases of a list, one a line: what stands behind a bar belongs to the text, and `+` at the end asks
  /// for a determiner.
  private static func phrases(_ list: String, _ kind: Listing.Kind) -> [Opener] {
    list.split(separator: "\n").map { line in
      let words = line.split(separator: " ").map(String.init)
      let said = words.filter { $0 != "|" && $0 != "+" }
      let kept = words.firstIndex(of: "|").map { said.count - $0 } ?? 0
      return Opener(kind: kind, words: said, kept: kept, needsDeterminer: words.last == "+")
    }
  }

  private static let needs = """
    looking for
    looks for
    looking to
    seeking
    seeks
    searching for
    in search of
    in need of
    on the lookout for
    hunting for
    is after +
    needs
    need
    could do with
    could use +
    short of
    wants
    would like to | meet
    would like to | learn
    would like to find
    would love to find
    would love to | meet
    would love to | learn
    would appreciate
    hoping to find
    hopes to find
    trying to find
    keen to find
    keen to | meet
    keen to | learn
    interested in
    desperate for
    struggles with
    struggles to find
    struggles to | hire
    hiring
    recruiting
    recruits
    asked me for
    asked for +
    asked me if i knew
    asked me if i know
    asked me whether i knew
    asked me whether i know
    asked if i knew
    asked whether i knew
    cherche
    cherchent
    recherche
    recherchent
    a la recherche
    en recherche
    en quete
    a besoin
    ont besoin
    a bien besoin
    a grand besoin
    aurait besoin
    aurait bien besoin
    lui faut
    lui faudrait
    aimerait
    aimerait bien
    aimerait trouver
    aimerait bien trouver
    voudrait
    voudrait bien
    voudrait trouver
    souhaite
    souhaiterait
    souhaite trouver
    espere trouver
    essaie de trouver
    a du mal a
    a du mal a trouver
    galere pour trouver
    galere a trouver
    peine a trouver
    manque de
    interesse par
    interessee par
    recrute
    recrutent
    embauche
    a demande si je connaissais
    a demande si je connais
    demande si je connais
    """

  private static let offers = """
    can help with
    can help
    can offer
    can give
    can | advise
    can | fix
    can | host
    can | introduce
    can | lend
    can | proofread
    can | recommend
    can | repair
    can | teach
    can | translate
    could help with
    could | introduce
    could | teach
    happy to
    glad to
    willing to
    ready to
    offers
    offers to
    gives +
    available for
    available to
    volunteers as
    would like to | mentor
    would like to | teach
    would love to | mentor
    would love to | teach
    | expert in
    | expert on
    | specialist in
    | specialises in
    | specializes in
    | good at
    | advises
    | bakes
    | builds
    | caters for
    | coaches
    | designs
    does the | books
    does the | accounts
    | edits
    | fixes
    | grows
    | helps
    | hosts +
    | installs
    | makes +
    | mentors
    | organises
    | organizes
    | photographs
    | proofreads
    | repairs
    | restores
    | runs +
    | speaks at
    | speaks on
    | teaches
    | trains +
    | translates
    | treats
    | tutors
    rents out
    sells
    has | a spare
    ask him about
    ask her about
    propose +
    propose aussi +
    offre +
    peut aider
    peut donner
    peut
    pourrait aider
    donne des | cours
    donne des | conseils
    donne des | formations
    dispo pour
    disponible pour
    pret a
    prete a
    ok pour
    partant pour
    partante pour
    volontaire pour
    | specialiste de
    | specialiste du
    | specialiste des
    | specialiste en
    | expert en
    | experte en
    | accompagne +
    | aide +
    | anime +
    | coache +
    | conseille +
    | corrige +
    | enseigne
    | fabrique +
    | forme +
    | heberge +
    | installe +
    | livre +
    loue +
    | maitrise +
    maitrise parfaitement +
    | organise +
    ouvre | volontiers
    | prete +
    | redige +
    | relit +
    | repare +
    | restaure +
    | soigne
    | tient +
    | traduit +
    vend +
    | fait du
    | fait de la
    | fait des
    """
}
