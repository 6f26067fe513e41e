internal import GRDB
internal import Matchmaking

/// An interaction as a row.
struct InteractionRecord: StoredPart {
  let interaction: Interaction

  static let table = "interaction"
  static let columns = ["first", "second", "day", "kind", "note"]
  static let keyCount = 5

  init(_ interaction: Interaction) {
    self.interaction = interaction
  }

  init(row: Row) throws {
    interaction = Interaction(
      Contact.ID(row[0]), Contact.ID(row[1]), day: try row.day(2), kind: try row.value(3), note: row[4])
  }

  var values: [(any DatabaseValueConvertible)?] {
    [
      interaction.first.rawValue, interaction.second.rawValue, interaction.day.description,
      interaction.kind.rawValue, interaction.note,
    ]
  }
}
