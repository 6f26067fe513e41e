/// The tasks that one file of topics gives: which language asks, and which one answers.
package enum TopicPairing: String, CaseIterable {
  case englishEnglish = "en-en"
  case frenchFrench = "fr-fr"
  case englishFrench = "en-fr"
  case frenchEnglish = "fr-en"
  /// Needs in both languages, and both languages' offers on the topic are right.
  case mixed

  package static let file = "topics-en-fr/topics.tsv"

  /// One line of the file: somebody's need, and an offer that meets it, by language.
  package struct Topic {
    let needs: [Language: String]
    let offers: [Language: String]
  }

  enum Language: String {
    case english = "en"
    case french = "fr"
  }

  package static func topics(in folder: String) throws(TabSeparatedFile.Unreadable) -> [Topic] {
    try TabSeparatedFile(path: "\(folder)/\(file)", columns: 4).rows.map { row in
      Topic(
        needs: [.english: row.cells[0], .french: row.cells[1]],
        offers: [.english: row.cells[2], .french: row.cells[3]])
    }
  }

  private var languages: (needs: [Language], offers: [Language]) {
    switch self {
    case .englishEnglish: ([.english], [.english])
    case .frenchFrench: ([.french], [.french])
    case .englishFrench: ([.english], [.french])
    case .frenchEnglish: ([.french], [.english])
    case .mixed: ([.english, .french], [.english, .french])
    }
  }

  /// The task; ids are the line's number and, where there are two on one line, the language.
  package func judgedSet(name: String, topics: [Topic]) -> JudgedSet {
    var queries: [IdentifiedText] = []
    var documents: [IdentifiedText] = []
    var judgements: [(query: String, document: String, grade: Int)] = []
    for (line, topic) in topics.enumerated() {
      func texts(_ parts: [Language: String], in languages: [Language]) -> [IdentifiedText] {
        let number = line < 10 ? "0\(line)" : "\(line)"
        return languages.compactMap { language in
          parts[language].map {
            IdentifiedText(id: languages.count > 1 ? "\(number)-\(language.rawValue)" : number, text: $0)
          }
        }
      }
      let needs = texts(topic.needs, in: languages.needs)
      let offers = texts(topic.offers, in: languages.offers)
      queries += needs
      documents += offers
      for need in needs { judgements += offers.map { (need.id, $0.id, 2) } }
    }
    return JudgedSet(name: name, queries: queries, documents: documents, judgements: judgements)
  }
}
