/// A page of lines no wider than a number of terminal columns, as far as words and commands let it.
struct TextPage {
  private let width: Int
  private var page: [String] = []

  init(width: Int) {
    self.width = width
  }

  /// The lines, each ended by a newline.
  var text: String { page.map { $0 + "\n" }.joined() }

  /// An empty line, except at the top and after another.
  mutating func gap() {
    if page.last?.isEmpty == false { page.append("") }
  }

  /// A line as it is, however wide.
  mutating func line(_ text: String) {
    page.append(text)
  }

  /// A heading after a gap, underlined.
  mutating func heading(_ text: String, underline: String) {
    gap()
    lines(text)
    page.append(String(repeating: underline, count: min(width, text.columns)))
  }

  /// A paragraph after a gap; a command follows in the same line if there is room, else in the next.
  mutating func paragraph(_ text: String, command: String? = nil) {
    gap()
    guard let command else { return lines(text) }
    let line = "\(text) \(command)"
    if line.columns <= width { return self.line(line) }
    lines(text)
    self.line("  " + command)
  }

  /// A text broken into lines at spaces, and within a word that is wider than a line.
  mutating func lines(_ text: String, first: String = "", rest: String = "") {
    var line = first
    var used = first.columns
    var isBlank = true
    func next() {
      page.append(line)
      (line, used, isBlank) = (rest, rest.columns, true)
    }
    for word in text.split(separator: " ") {
      let columns = word.columns
      if !isBlank, used + 1 + columns <= width {
        line += " " + word
        used += 1 + columns
        continue
      }
      if !isBlank { next() }
      for character in word {
        if !isBlank, used + character.columns > width { next() }
        line.append(character)
        used += character.columns
        isBlank = false
      }
    }
    if !isBlank { page.append(line) }
  }
}
