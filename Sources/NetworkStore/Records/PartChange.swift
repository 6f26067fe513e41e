internal import GRDB

/// What differs between the rows that one table has and those that it is to have. Rows whose key is still there are
/// changed in place, not removed.
///
/// Rows are made of the network's parts one by one as they are written: a second copy of a large network would double
/// the memory that an import takes.
struct PartChange<Element: Equatable, Part: StoredPart> {
  private let stored: [Element]
  private let wanted: [Element]
  private let part: (Element) -> Part
  /// Places in `stored`.
  private var removed: [Int] = []
  /// Places in `wanted`.
  private var added: [Int] = []
  private var changed: [(before: Int, after: Int)] = []

  /// Compares two lists whose elements are rows.
  ///
  /// - Parameter key: what makes out an element's row, where that takes less than to make the row.
  init(
    from stored: [Element], to wanted: [Element], key: ((Element) -> Part.Key)? = nil,
    _ part: @escaping (Element) -> Part
  ) {
    let key = key ?? { part($0).key }
    (self.stored, self.wanted, self.part) = (stored, wanted, part)
    guard !stored.isEmpty else {
      added = Array(wanted.indices)
      return
    }
    guard stored != wanted else { return }
    var places: [Part.Key: Int] = [:]
    places.reserveCapacity(stored.count)
    for place in stored.indices { places[key(stored[place])] = place }
    var isKept = [Bool](repeating: false, count: stored.count)
    for place in wanted.indices {
      guard let known = places[key(wanted[place])] else {
        added.append(place)
        continue
      }
      isKept[known] = true
      if part(stored[known]) != part(wanted[place]) { changed.append((known, place)) }
    }
    removed = stored.indices.filter { !isKept[$0] }
  }

  func delete(in database: Database) throws {
    guard !removed.isEmpty else { return }
    try Part.delete(removed.lazy.map { part(stored[$0]) }, in: database)
  }

  /// Adds and changes rows, and tells a recorder what this does to the table.
  func insert(in database: Database, recordedBy recorder: ChangeRecorder?) throws {
    var old = StoredRow()
    func write(_ place: Int) {
      old.removeAll()
      part(stored[place]).write(to: &old)
    }
    if recorder != nil {
      for place in removed {
        write(place)
        try recorder?.record(from: old, to: nil, in: Part.table)
      }
    }
    if !changed.isEmpty {
      try Part.update(changed.lazy.map { part(wanted[$0.after]) }, in: database) { row, number in
        guard recorder != nil else { return }
        write(changed[number].before)
        try recorder?.record(from: old, to: row, in: Part.table)
      }
    }
    try Part.insert(added.count, in: database, recordedBy: recorder) { part(wanted[added[$0]]) }
  }
}
