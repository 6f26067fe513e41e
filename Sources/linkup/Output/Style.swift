import Foundation

/// Colour on a terminal, and none elsewhere.
struct Style {
  private let isColored: Bool

  init(_ choice: ColorChoice, environment: [String: String] = ProcessInfo.processInfo.environment) {
    isColored =
      switch choice {
      case .always: true
      case .never: false
      // https://no-color.org: present and not empty.
      case .auto:
        StandardOutput.isTerminal && environment["NO_COLOR"] ?? "" == "" && environment["TERM"] != "dumb"
      }
  }

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }

  private func wrap(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
