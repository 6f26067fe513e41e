internal import Matchmaking

/// What columns mean by their headers, where somebody has said it: that counts before what linkup knows of headers.
struct SaidColumns {
  private let columns: [String: ContactColumn]
  private let byFolded: [String: ContactColumn]
  /// Fields that have room for one text, which what was said fills.
  private let taken: Set<ContactColumn>

  init(_ columns: [String: ContactColumn] = [:]) {
    self.columns = columns
    byFolded = Dictionary(columns.map { ($0.key.folded, $0.value) }) { one, _ in one }
    let said = Set(columns.values)
    var taken = said.filter { !$0.isList }
    if said.contains(.name) {
      taken.formUnion([.namePrefix, .firstName, .middleName, .lastName, .nameSuffix])
    }
    if !said.isDisjoint(with: [.firstName, .lastName]) { taken.insert(.name) }
    self.taken = taken
  }

  var isEmpty: Bool { columns.isEmpty }

  /// What was said of a header, in whatever case; nil if nothing.
  subscript(header: String) -> ContactColumn? {
    columns.isEmpty ? nil : columns[header] ?? byFolded[header.folded]
  }

  /// What a header means, as was said or as it is known; nil if neither.
  func column(of header: String) -> ContactColumn? {
    if let said = self[header] { return said }
    return ContactColumn(header: header).flatMap { taken.contains($0) ? nil : $0 }
  }

  /// The first header of which something was said that none of these is.
  func missing(in headers: [String]) -> String? {
    let folded = Set(headers.map(\.folded))
    return columns.keys.filter { !folded.contains($0.folded) }.min()
  }
}
