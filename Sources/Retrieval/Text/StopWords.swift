/// Words that say nothing about what somebody needs or offers, English and French, folded.
package enum StopWords {
  /// Whether a folded word is one of them. Complexity: O(length).
  static func contains(_ word: [UInt32]) -> Bool { folded.number(of: Term(.word, word[...])) != nil }

  /// The words of a text that say something; all of them if none does.
  package static func removed(from words: [Word]) -> [Word] {
    let kept = words.filter { !contains($0.scalars) }
    return kept.isEmpty ? words : kept
  }

  /// Leaves aside the words of a text that say nothing, unless all do.
  static func remove(from words: WordBuffer) {
    let folded = folded
    words.leaveAside { folded.number(of: $0) != nil }
  }

  private static let folded = TermTable(
    (english + " " + french).split(separator: " ").map { Term(.word, $0.unicodeScalars.map(\.value)[...]) })

  private static let english = """
    a about above after again against all also although am an and any anyone are as at be because been before \
    being below between both but by can cannot cant could did didnt do does doesnt doing dont down during each \
    else every few for from further get had has hasnt have havent having he her here hers herself him himself \
    his how however i if in into is isnt it its itself just let may me might more most much must my myself no \
    nor not of off on once one only or other our ours ourselves out over own per please same shall she should \
    so some somebody someone such than thank thanks that the their theirs them themselves then there these they \
    this those through to too under until up us very via was wasnt we were what when where whether which while \
    who whom whose why will with within without wont would yes yet you your yours yourself
    """

  private static let french = """
    alors apres au aucun aussi autre autres aux avant avec avez avoir avons bien ce cela celle celles celui ces \
    cet cette ceux chaque chez ci comme comment dans de depuis des dont donc du elle elles en encore entre est \
    et etaient etait etes etre eux faire hors ici il ils je la le les leur leurs lors lui ma mais me meme mes \
    mien moi moins mon ne ni non nos notre nous on ont ou par parce pas pendant peu peut plus pour pourquoi pres \
    puis quand que quel quelle quelles quelqu quelque quelques quels qui quoi sa sans se selon sera ses seulement \
    si sinon sommes sont sous soit suis sur ta tes tel telle tels toi tous tout toute toutes tres trop tu un une \
    vers voici voila vos votre vous y
    """
}
