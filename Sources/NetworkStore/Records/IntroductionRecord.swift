internal import GRDB
internal import Matchmaking

/// An introduction as a row.
struct IntroductionRecord: StoredPart {
  let introduction: Introduction

  static let table = "introduction"
  static let columns = ["first", "second", "day", "state", "declinedBy"]
  static let keyCount = 4

  init(_ introduction: Introduction) {
    self.introduction = introduction
  }

  init(row: Row) throws {
    introduction = Introduction(
      Contact.ID(row[0]), Contact.ID(row[1]), state: try row.value(3), day: try row.day(2),
      declinedBy: (row[4] as String?).map { Contact.ID($0) })
  }

  var values: [(any DatabaseValueConvertible)?] {
    [
      introduction.first.rawValue, introduction.second.rawValue, introduction.day.description,
      introduction.state.rawValue, introduction.declinedBy?.rawValue,
    ]
  }
}
