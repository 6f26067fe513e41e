internal import GRDB
internal import Matchmaking

/// An interaction as a row; of several that are the same, two calls on one day, each has its number.
struct InteractionRecord: StoredPart {
  let interaction: Interaction
  let number: Int

  static let table = "interaction"
  static let columns = ["first", "second", "day", "kind", "\"from\"", "note", "number"]
  static let keyCount = 7

  /// The rows of interactions, equal ones numbered from 1.
  static func records(of interactions: [Interaction]) -> [InteractionRecord] {
    var numbers: [Interaction: Int] = [:]
    return interactions.map { interaction in
      numbers[interaction, default: 0] += 1
      return InteractionRecord(interaction: interaction, number: numbers[interaction] ?? 1)
    }
  }

  private init(interaction: Interaction, number: Int) {
    self.interaction = interaction
    self.number = number
  }

  init(row: Row) throws {
    interaction = Interaction(
      Contact.ID(row[0]), Contact.ID(row[1]), day: try row.day(2), kind: try row.value(3),
      from: (row[4] as String?).map { Contact.ID($0) }, note: row[5])
    number = row[6]
  }

  var key: InteractionRecord { self }

  func write(to row: inout StoredRow) {
    row.add(interaction.first.rawValue)
    row.add(interaction.second.rawValue)
    row.add(interaction.day.description)
    row.add(interaction.kind.rawValue)
    row.add(interaction.from?.rawValue)
    row.add(interaction.note)
    row.add(number)
  }
}
