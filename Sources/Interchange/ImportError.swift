/// Why nothing of a file could be imported.
public enum ImportError: Error, Hashable, Sendable {
  /// The file cannot be read; the reason is the system's.
  case unreadable(path: String, reason: String)
  /// A folder cannot be walked to its end.
  case folder(path: String, reason: String)
  /// An archive or an entry of it cannot be read; the reason says what to do.
  case archive(path: String, reason: String)
  /// There is nothing in the file but white space.
  case empty(path: String)
  /// None of several files that were found holds contacts.
  case nothing(files: Int)
  /// The file is no text; the advice says what it is and what to do.
  case notText(path: String, advice: String)
  /// The file may hold contacts, and can't be opened here; the advice says what it is and what to do.
  case closed(path: String, advice: String)
  /// The file is a text that holds no contacts in a format that linkup knows; the advice says what to do.
  case unknownFormat(path: String, advice: String)
  /// No table among several files, of which this is the first, has one of the columns whose meaning was said.
  case columns(path: String, headers: [String])
}

extension ImportError {
  /// Whether the file may hold contacts, and can't be opened here.
  var isOfClosedFile: Bool { if case .closed = self { true } else { false } }

  /// Whether the file could be read, but holds no contacts: one of many may be passed over for that.
  public var isAboutContent: Bool {
    switch self {
    case .empty, .notText, .closed, .unknownFormat, .nothing: true
    case .unreadable, .folder, .archive, .columns: false
    }
  }
}

extension ImportError: CustomStringConvertible {
  /// One line: the path, what is wrong and what to do next.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path): cannot be read: \(reason); check the name and the rights"
    case .folder(let path, let reason): "\(path): \(reason); name the files that matter"
    case .archive(let path, let reason): "\(path): \(reason)"
    case .columns(let path, let headers):
      "\(path): has no column \(headers.map(RecordProblem.shown).joined(separator: " or ")), nor has another file: "
        + "look up how the first row of a table, or a member of a JSON list, writes it"
    case .nothing(let count):
      count == 0
        ? "there is no file: name files, or folders that have some"
        : "none of the \(count) files holds contacts: name one of them to see why"
    case .empty(let path): "\(path): is empty of contacts: export them again"
    case .notText(let path, let advice), .closed(let path, let advice), .unknownFormat(let path, let advice):
      "\(path): \(advice)"
    }
  }
}
