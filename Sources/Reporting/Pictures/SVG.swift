/// Pieces of SVG.
enum SVG {
  /// A number with one decimal at most, the same on every machine.
  static func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let rest = abs(tenths % 10)
    return (tenths < 0 ? "-" : "") + "\(abs(tenths / 10))" + (rest == 0 ? "" : ".\(rest)")
  }

  /// A text as it may stand between tags and in attributes.
  static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "<": "&lt;"
      case ">": "&gt;"
      case "&": "&amp;"
      case "\"": "&quot;"
      default: String(scalar)
      }
    }.joined()
  }

  static func text(_ text: String, x: Double, y: Double, anchor: String = "middle", style: String = "")
    -> String
  {
    "<text x=\"\(number(x))\" y=\"\(number(y))\" text-anchor=\"\(anchor)\""
      + (style.isEmpty ? "" : " class=\"\(style)\"") + ">\(escaped(text))</text>"
  }

  static func circle(x: Double, y: Double, radius: Double, style: String, title: String? = nil) -> String {
    "<circle cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"\(number(radius))\" class=\"\(style)\""
      + (title.map { "><title>\(escaped($0))</title></circle>" } ?? "/>")
  }

  /// A picture of a size, with its title and description for those who can't see it.
  static func picture(
    _ shape: Picture.Shape, height: Double, title: String, description: String, _ parts: [String]
  ) -> String {
    "<svg class=\"\(shape.rawValue)\" viewBox=\"0 0 \(number(shape.width)) \(number(height))\" role=\"img\" aria-label=\"\(escaped(title + ". " + description))\">"
      + "<title>\(escaped(title))</title><desc>\(escaped(description))</desc>\n\(parts.joined(separator: "\n"))\n</svg>"
  }
}
