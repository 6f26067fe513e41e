internal import Matchmaking

/// How many interactions with the host there were in each of the last weeks.
struct RhythmPicture {
  private let counts: [Int]
  private let quiet: [String]
  private let last: Week

  /// So many weeks are shown, the report's own the last.
  private static let weeks = 26

  /// Nil where no interaction of these weeks is known.
  init?(_ report: Report, _ network: Network) {
    last = report.week
    var counts = [Int](repeating: 0, count: Self.weeks)
    for interaction in network.interactions
    where report.host.map({ [interaction.first, interaction.second].contains($0.id) }) ?? true {
      let ago = (report.week.monday.number - Week(containing: interaction.day).monday.number) / 7
      if 0..<Self.weeks ~= ago { counts[Self.weeks - 1 - ago] += 1 }
    }
    guard counts.contains(where: { $0 > 0 }) else { return nil }
    self.counts = counts
    quiet = report.sections.filter { $0.kind == .checkIn }.flatMap(\.opportunities).flatMap(\.people).map(
      \.name)
  }

  func picture(_ language: Language) -> Picture {
    let isFrench = language == .french
    let total = counts.reduce(0, +)
    let most = counts.max() ?? 0
    let caption =
      (isFrench
        ? "\(total) contacts pris en \(Self.weeks) semaines, au plus \(most) en une semaine."
        : "\(total) interactions in \(Self.weeks) weeks, at most \(most) in one.")
      + (quiet.isEmpty
        ? "" : (isFrench ? " Se font rares\u{A0}: " : " Gone quiet: ") + language.wording.list(quiet) + ".")
    return Picture(
      wide: svg(.wide, language, caption), narrow: svg(.narrow, language, caption), caption: caption)
  }

  private func svg(_ shape: Picture.Shape, _ language: Language, _ caption: String) -> String {
    let (height, base) = (170.0, 130.0)
    let step = (shape.width - 40) / Double(Self.weeks)
    let most = Double(counts.max() ?? 1)
    var parts = [
      "<path class=\"axis\" d=\"M30 \(SVG.number(base))H\(SVG.number(shape.width - 6))\"/>",
      SVG.text("\(counts.max() ?? 0)", x: 22, y: 22, anchor: "end", style: "small"),
      SVG.text("0", x: 22, y: base + 4, anchor: "end", style: "small"),
    ]
    for (number, count) in counts.enumerated() where count > 0 {
      let tall = (base - 18) * Double(count) / most
      parts.append(
        "<rect class=\"bar\" x=\"\(SVG.number(30 + Double(number) * step + 1))\" y=\"\(SVG.number(base - tall))\" "
          + "width=\"\(SVG.number(step - 2))\" height=\"\(SVG.number(tall))\"/>")
    }
    let wording = language.wording
    let first = last.monday.adding(days: -7 * (Self.weeks - 1))
    parts.append(SVG.text(wording.day(first), x: 30, y: base + 20, anchor: "start", style: "small"))
    parts.append(
      SVG.text(wording.day(last.monday), x: shape.width - 6, y: base + 20, anchor: "end", style: "small"))
    return SVG.picture(
      shape, height: height, title: language == .french ? "Le rythme" : "The rhythm", description: caption,
      parts)
  }
}
