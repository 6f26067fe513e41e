/// The header of one mail while its lines come in.
struct MailHeader {
  /// How much of a field is kept: to hold more addresses than that, a mail must be to hundreds.
  static let fieldLimit = 65_536

  /// The 1-based line on which the mail begins.
  private(set) var line = 0
  /// Whether a field was longer than the limit.
  private(set) var isCut = false
  private var values = [[UInt8]](repeating: [], count: MailField.allCases.count)
  /// The line that parts the mail from the one before it in an mbox file.
  private var separator: [UInt8] = []
  private var field: MailField?
  private var hasFields = false

  /// The unfolded value of a field; empty if there is none.
  subscript(_ field: MailField) -> [UInt8] { values[field.rawValue] }

  /// The day on which it was written, else the one on which it was stored.
  var dates: [ArraySlice<UInt8>] {
    // "From" and the address go before the date.
    [self[.date][...], separator[...].split(separator: .space, maxSplits: 2).dropFirst(2).first ?? []]
  }

  /// Makes the header ready for the next mail, keeping its storage.
  mutating func begin(line: Int, separator: UnsafeRawBufferPointer?) {
    self.line = line
    isCut = false
    field = nil
    hasFields = false
    self.separator = separator.map { Array($0.prefix(200)) } ?? []
    for index in values.indices { values[index].removeAll(keepingCapacity: values[index].count < 4096) }
  }

  /// Takes the next line without its end; false if it is no line of a header.
  mutating func take(_ line: UnsafeRawBufferPointer, isCut: Bool) -> Bool {
    guard let first = line.first else { return false }
    if first == .space || first == .tab {
      if let field {
        append(line, to: field)
        if isCut { self.isCut = true }
      }
      return hasFields
    }
    guard let colon = line.prefix(100).firstIndex(of: UInt8(ascii: ":")) else {
      // A separator of an outer file, quoted when the mail was stored once more.
      return line.starts(with: ">From ".utf8)
    }
    var name = UnsafeRawBufferPointer(rebasing: line[..<colon])
    // Spaces before the colon are obsolete, and were allowed.
    while name.last == .space || name.last == .tab {
      name = UnsafeRawBufferPointer(rebasing: name.dropLast())
    }
    guard !name.isEmpty, name.allSatisfy({ (0x21...0x7E).contains($0) }) else { return false }
    hasFields = true
    field = MailField(named: name)
    guard let field else { return true }
    if !self[field].isEmpty {
      guard field.isRecipients else {
        self.field = nil
        return true
      }
      values[field.rawValue].append(UInt8(ascii: ","))
    }
    append(UnsafeRawBufferPointer(rebasing: line[(colon + 1)...]), to: field)
    if isCut { self.isCut = true }
    return true
  }

  private mutating func append(_ line: UnsafeRawBufferPointer, to field: MailField) {
    let room = Self.fieldLimit - self[field].count
    if line.count > room { isCut = true }
    values[field.rawValue].append(contentsOf: line.prefix(max(0, room)))
  }
}
