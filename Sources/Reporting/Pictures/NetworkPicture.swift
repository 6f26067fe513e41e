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
  private static let width = 720.0, height = 480.0

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
      if !members.isEmpty { circles.append(Circle(name: group.name.legible(limit: 28), members: members)) }
    }
    let rest = network.contacts.map(\.id).filter { !placed.contains($0) }
    if !rest.isEmpty { circles.append(Circle(name: nil, members: rest)) }
    self.circles = circles.sorted { ($1.members.count, $0.name ?? "~") < ($0.members.count, $1.name ?? "~") }
  }

  func svg(_ language: Language) -> String {
    let isFrench = language == .french
    var places: [Contact.ID: (x: Double, y: Double)] = [:]
    var back: [String] = []
    var labels: [String] = []
    let met = Set(introductions.joined().map(\.id))
    // Rows of circles, as even as may be: every circle has a cell of its own, so that nothing overlaps.
    let columns = circles.count <= 3 ? circles.count : circles.count <= 8 ? 4 : 5
    let rows = (circles.count + columns - 1) / columns
    let (cellWidth, cellHeight) = (Self.width / Double(columns), Self.height / Double(rows))
    let largest = Double(circles.map(\.members.count).max() ?? 1)
    for (number, circle) in circles.enumerated() {
      let x = (Double(number % columns) + 0.5) * cellWidth
      let y = (Double(number / columns) + 0.5) * cellHeight - 10
      let room = min(cellWidth, cellHeight - 34) / 2 - 6
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
      let name = circle.name ?? (isFrench ? "autres" : "others")
      labels.append(SVG.text(Self.fitted(name, width: cellWidth - 8), x: x, y: y + room + 20))
      labels.append(SVG.text("\(circle.members.count)", x: x, y: y + room + 34, style: "small"))
    }
    var links: [String] = []
    var badges: [String] = []
    for (number, people) in introductions.enumerated() {
      let ends = people.compactMap { places[$0.id] }
      guard ends.count == people.count, ends.count >= 2 else { continue }
      for index in ends.indices.dropLast() { links.append(Self.line(ends[index], ends[index + 1])) }
      if ends.count == 3 { links.append(Self.line(ends[2], ends[0])) }
      let at = Self.free(
        (x: (ends[0].x + ends[1].x) / 2, y: (ends[0].y + ends[1].y) / 2), among: badges.count, number)
      let title = people.map(\.name).joined(separator: " – ")
      badges.append(
        SVG.circle(x: at.x, y: at.y, radius: 9, style: "badge", title: title)
          + SVG.text("\(number + 1)", x: at.x, y: at.y + 4, style: "badge-text"))
    }
    let title = isFrench ? "Le réseau" : "The network"
    let groups = circles.map {
      "\($0.name ?? (isFrench ? "autres" : "others")) \($0.members.count)"
    }
    let description =
      (isFrench ? "\(contacts) contacts par groupe : " : "\(contacts) contacts by group: ")
      + groups.joined(separator: ", ") + ". "
      + (isFrench ? "Mises en relation : " : "Introductions: ")
      + introductions.enumerated().map { "\($0 + 1) \($1.map(\.name).joined(separator: " – "))" }
      .joined(separator: "; ") + "."
    return SVG.picture(
      width: Int(Self.width), height: Int(Self.height), title: title, description: description,
      back + links + badges + labels)
  }

  private static func line(_ one: (x: Double, y: Double), _ other: (x: Double, y: Double)) -> String {
    "<path class=\"link\" d=\"M\(SVG.number(one.x)) \(SVG.number(one.y))L\(SVG.number(other.x)) \(SVG.number(other.y))\"/>"
  }

  /// A badge's place, moved a little for each badge before it, so that badges of like lines don't hide each other.
  private static func free(
    _ middle: (x: Double, y: Double), among count: Int, _ number: Int
  ) -> (x: Double, y: Double) {
    (middle.x + Double(number % 3 - 1) * 20, middle.y + Double(number % 2) * 22 - 11)
  }

  /// A label that fits, at about seven units a letter.
  private static func fitted(_ text: String, width: Double) -> String { text.cut(to: max(4, Int(width / 7))) }
}
