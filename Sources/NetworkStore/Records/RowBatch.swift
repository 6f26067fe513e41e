internal import Dispatch
internal import GRDB

/// Rows that are added to a table together: one thread writes them as values while another puts those before them into
/// SQLite, which is as much work again.
struct RowBatch {
  /// The rows, one after the other.
  private var rows = StoredRow()
  private var count = 0
  /// What the record of a change keeps of them; see ``ChangeRecorder``.
  private(set) var record: [UInt8] = []

  /// Adds a part as a row.
  mutating func add<Part: StoredPart>(_ part: Part, isRecorded: Bool) {
    let start = rows.bytes.count
    part.write(to: &rows)
    count += 1
    if isRecorded {
      ChangeRecorder.append(added: rows.bytes, from: start, key: Part.keyCount, to: &record)
    }
  }

  /// Executes a statement for each row that takes its values.
  func execute(_ statement: Statement) throws {
    var start = 0
    for _ in 0..<count { start = try rows.execute(statement, from: start) }
  }

  /// Empties the batch for the next one; its buffers stay.
  private mutating func removeAll() {
    rows.removeAll()
    count = 0
    record.removeAll(keepingCapacity: true)
  }

  /// Hands over, batch by batch, rows that another thread makes, no more than one batch ahead.
  ///
  /// - Parameters:
  ///   - total: how many rows there are.
  ///   - add: adds the row with a number to a batch; called in the order of the numbers.
  ///   - use: takes each batch, on the caller's thread.
  static func each(
    of total: Int, add: (Int, inout RowBatch) -> Void, use: (RowBatch) throws -> Void
  ) throws {
    let batches = stride(from: 0, to: total, by: size).map { $0..<min($0 + size, total) }
    try withoutActuallyEscaping(add) { add in
      // One thread has the next batch while the other has the present one, and this waits for both.
      nonisolated(unsafe) let add = add
      nonisolated(unsafe) var next = RowBatch()
      let making = DispatchGroup()
      func make(_ batch: Range<Int>) {
        DispatchQueue.global(qos: .userInitiated).async(group: making) {
          next.removeAll()
          for number in batch { add(number, &next) }
        }
      }
      defer { making.wait() }
      var present = RowBatch()
      if let first = batches.first { make(first) }
      for number in batches.indices {
        making.wait()
        swap(&present, &next)
        if number + 1 < batches.count { make(batches[number + 1]) }
        try use(present)
      }
    }
  }

  private static let size = 1024
}
