/// Texts in the order in which they came, each once; however many there are, it takes linear time.
struct DistinctTexts {
  private(set) var texts: [String] = []
  private var known: Set<String> = []

  /// Adds a text, unless it is blank or there already.
  mutating func add(_ text: String) {
    if !text.isEmpty, known.insert(text).inserted { texts.append(text) }
  }
}
