/// The words by which a note's sentence tells whose need or offer it speaks of, English and French, folded.
enum NoteVocabulary {
  /// May stand between the beginning of a clause and its opener without another meaning: the contact as a
  /// pronoun, auxiliaries, adverbs, and that the contact said so.
  static let fillers = words(
    """
    he she they is are s also still currently now really always just been has have and but so then said says \
    told me that herself himself would very even often sometimes regularly usually mostly mainly already \
    gladly actively urgently desperately badly apparently wrote writes mentioned
    il elle ils elles est sont aussi toujours encore actuellement vraiment en ce moment a dit m et mais puis \
    donc que qu maintenant souvent parfois regulierement surtout activement urgemment desesperement \
    volontiers benevolement ecrit raconte serait
    """)

  /// Turn the sentence around, or make it uncertain.
  static let negations = words(
    """
    not no never none nothing nobody without hardly dont doesnt didnt isnt arent cant cannot wont couldnt \
    wouldnt longer anymore nor neither
    ne pas plus jamais rien aucun aucune sans ni guere personne
    """)

  /// Make a need or offer one of another day, if of any.
  static let hypotheses = words(
    """
    if unless might may maybe perhaps possibly once when whether wondering wonders doubts
    si quand lorsque pourrait eventuellement
    """)

  /// The contact's own firm or club, whose needs and offers are the contact's.
  static let organisations = words(
    """
    company firm business shop association club team startup start restaurant practice school studio office \
    choir
    boite entreprise societe association asso club equipe cabinet ecole startup restaurant magasin boutique \
    atelier chorale
    """)

  /// Begin a noun.
  static let determiners = words(
    """
    a an the his her their own some two three four several free many all
    un une des du de la le les l ses son sa leur leurs deux trois quatre plusieurs
    """)

  /// Cannot begin what somebody needs or offers.
  static let emptyObjects = words(
    """
    be being it that this these those him them me us you nothing anything nobody no out over off well late early \
    better
    ca cela celui moi nous vous lui rien peut etre avoir paraitre sembler
    """)

  /// The contact's own people, whom to help is no offer to others.
  static let kin = words(
    """
    mother father parents brother sister son daughter wife husband kids children grandchildren family
    mere pere parents frere soeur fils fille femme mari enfants petits famille
    """)

  /// Begin the clause or sentence in which a need turns out to be met.
  static let ends = words("found sorted solved done filled trouve regle resolu pourvu fini")

  /// Say whose something is.
  static let possessives = words("his her their its the sa son ses leur leurs le la les l")

  /// The host, who writes the note, or the host's people.
  static let others = words("i im ive we you my our your je j nous vous on tu mon ma mes notre nos votre")

  private static func words(_ list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
