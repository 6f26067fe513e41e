internal import Foundation
internal import Matchmaking

/// Circles of contacts, each in the smallest of the largest groups that it belongs to, and the week's introductions between them.
struct NetworkPicture {
  /// A circle and who is in it.
  private struct Circle {
    let name: String?
    let members: [Contact.ID]
  }

  private let circles: [Circle]
  private let introductions: [[Person]]
  private let contacts: Int

  /// At most so many groups have a circle of their own.
  private static let most = 9
  /// A circle draws no more dots than this; the rest is in its number.
  private static let dots = 120

  /// Nil for a network without contacts.
  init?(_ report: Report, _ network: Network) {
    guard !network.contacts.isEmpty else { return nil }
    contacts = network.contacts.count
    introductions = report.sections.filter { $0.kind == .linkUp }.flatMap(\.opportunities).map(\.people)
    let groups = network.groups.filter { $0.members.count > 1 }
      .sorted { ($1.members.count, $0.name) < ($0.members.count, $1.name) }.prefix(Self.most)
    var placed: Set<Contact.ID> = []
    var circles: [Circle] = []
    // Whoever is in several is drawn in the smallest, which says most of him.
    for group in groups.reversed() {
      let members = group.members.filter { placed.insert($0).inserted }.sorted()
      if !members.isEmpty { circles.append(Circle(name: group.name.legible(limit: 40), members: members)) }
    }
    let rest = network.contacts.map(\.id).filter { !placed.contains($0) }
    if !rest.isEmpty { circles.append(Circle(name: nil, members: rest)) }
    // Those without a group of their own come last.
    self.circles = circles.sorted {
      ($0.name == nil ? 1 : 0, $1.members.count, $0.name ?? "")
        < ($1.name == nil ? 1 : 0, $0.members.count, $1.name ?? "")
    }
  }

  func picture(_ language: Language) -> Picture {
    let isFrench = language == .french
    let lines = introductions.enumerated().map { "\($0 + 1) \($1.map(\.name).joined(separator: " – "))" }
    let caption =
      lines.isEmpty
      ? ""
      : (isFrench ? "Mises en relation\u{A0}: " : "Introductions: ") + lines.joined(separator: "; ") + "."
    return Picture(
      wide: svg(.wide, isFrench, caption), narrow: svg(.narrow, isFrench, caption), caption: caption)
  }

  private typealias Point = (x: Double, y: Double)

  /// What words fill.
  private struct Box {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    /// The box around a line of text about its middle, at about seven units a letter.
    init(_ text: String, x: Double, y: Double) {
      let half = 3.5 * Double(text.count)
      (left, right, top, bottom) = (x - half, x + half, y - 12, y + 4)
    }

    /// How far away a point is; 0 inside.
    func distance(to point: Point) -> Double {
      hypot(max(left - point.x, 0, point.x - right), max(top - point.y, 0, point.y - bottom))
    }
  }

  private func svg(_ shape: Picture.Shape, _ isFrench: Bool, _ caption: String) -> String {
    var places: [Contact.ID: Point] = [:]
    var back: [String] = []
    var labels: [String] = []
    var words: [Box] = []
    let met = Set(introductions.joined().map(\.id))
    let others = isFrench ? "autres" : "others"
    // Rows of circles, as even as may be: every circle has a cell of its own, so that nothing overlaps.
    let most = shape == .wide ? (circles.count <= 8 ? 4 : 5) : 2
    let columns = circles.count <= 3 && shape == .wide ? circles.count : min(most, circles.count)
    let rows = (circles.count + columns - 1) / columns
    let height = (shape == .wide ? 240 : 180) * Double(rows)
    let (cellWidth, cellHeight) = (shape.width / Double(columns), height / Double(rows))
    let largest = Double(circles.map(\.members.count).max() ?? 1)
    for (number, circle) in circles.enumerated() {
      let x = (Double(number % columns) + 0.5) * cellWidth
      let y = (Double(number / columns) + 0.5) * cellHeight - 24
      let room = min(cellWidth, cellHeight - 60) / 2 - 6
      let radius = max(16, room * (Double(circle.members.count) / largest).squareRoot())
      back.append(SVG.circle(x: x, y: y, radius: radius, style: "ring"))
      // Those who are introduced come first, so that they are drawn however large the group is.
      let shown = (circle.members.filter(met.contains) + circle.members.filter { !met.contains($0) })
        .prefix(Self.dots)
      let step = radius / (Double(max(1, shown.count)) + 1).squareRoot() * 0.92
      let dot = min(5, max(1.6, step * 0.55))
      for (index, id) in shown.enumerated() {
        // A sunflower's seeds (Vogel, 1979): even, whatever their number.
        let (distance, angle) = (step * (Double(index) + 0.6).squareRoot(), Double(index) * 2.399963)
        let place = (x: x + distance * cos(angle), y: y + distance * sin(angle))
        places[id] = place
        back.append(
          SVG.circle(
            x: place.x, y: place.y, radius: met.contains(id) ? max(4, dot) : dot,
            style: met.contains(id) ? "met" : "dot"))
      }
      let lines = Self.fitted(circle.name ?? others, width: cellWidth - 8).map { (text: $0, style: "") }
      for (row, line) in (lines + [("\(circle.members.count)", "small")]).enumerated() {
        let height = y + room + 20 + 14 * Double(row)
        labels.append(SVG.text(line.text, x: x, y: height, style: line.style))
        words.append(Box(line.text, x: x, y: height))
      }
    }
    let groups = circles.map { "\($0.name ?? others) \($0.members.count)" }
    let description =
      (isFrench ? "\(contacts) contacts par groupe\u{A0}: " : "\(contacts) contacts by group: ")
      + groups.joined(separator: ", ") + ". " + caption
    return SVG.picture(
      shape, height: height, title: isFrench ? "Le réseau" : "The network", description: description,
      back + links(places, besides: words) + labels)
  }

  /// The introductions as lines, each with its number on it.
  private func links(_ places: [Contact.ID: Point], besides words: [Box]) -> [String] {
    var lines: [String] = []
    var badges: [String] = []
    // A number stands where it hides neither another one nor words nor anybody who is introduced.
    var taken = introductions.joined().compactMap { places[$0.id] }
    for (number, people) in introductions.enumerated() {
      let ends = people.compactMap { places[$0.id] }
      guard ends.count == people.count, ends.count >= 2 else { continue }
      for index in ends.indices.dropLast() { lines.append(Self.line(ends[index], ends[index + 1])) }
      if ends.count == 3 { lines.append(Self.line(ends[2], ends[0])) }
      let at = Self.free(from: ends[0], to: ends[1], taken, words)
      taken.append(at)
      badges.append(
        SVG.circle(
          x: at.x, y: at.y, radius: 9, style: "badge", title: people.map(\.name).joined(separator: " – "))
          + SVG.text("\(number + 1)", x: at.x, y: at.y + 4, style: "badge-text"))
    }
    return lines + badges
  }

  private static func line(_ one: Point, _ other: Point) -> String {
    "<path class=\"link\" d=\"M\(SVG.number(one.x)) \(SVG.number(one.y))L\(SVG.number(other.x)) \(SVG.number(other.y))\"/>"
  }

  /// A free place on a line or, if there is none, close to it, the nearest to the middle; the freest if all are taken.
  private static func free(
    from one: Point, to other: Point, _ taken: [Point], _ words: [Box]
  ) -> Point {
    let (dx, dy) = (other.x - one.x, other.y - one.y)
    let length = max(1, hypot(dx, dy))
    var places: [Point] = []
    for aside in [0.0, 12, -12, 20, -20, 30, -30] {
      for share in [0.5, 0.43, 0.57, 0.36, 0.64, 0.29, 0.71, 0.22, 0.78, 0.15, 0.85] {
        let x = one.x + dx * share - dy / length * aside
        places.append((x: x, y: one.y + dy * share + dx / length * aside))
      }
    }
    func room(_ place: Point) -> Double {
      min(
        taken.map { hypot($0.x - place.x, $0.y - place.y) - 20 }.min() ?? 0,
        words.map { $0.distance(to: place) - 11 }.min() ?? 0)
    }
    return places.first { room($0) >= 0 } ?? places.max { room($0) < room($1) }!
  }

  /// A label in one or two lines that fit, at about seven units a letter.
  private static func fitted(_ text: String, width: Double) -> [String] {
    let limit = max(4, Int(width / 7))
    guard text.count > limit, let space = text.prefix(limit + 1).lastIndex(of: " ") else {
      return [text.cut(to: limit)]
    }
    return [String(text[..<space]), String(text[text.index(after: space)...]).cut(to: limit)]
  }
}
