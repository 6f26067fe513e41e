/// Where each field of a contact comes from: which file, or the host, who typed it.
///
/// What the host typed is never overwritten by an import.
public struct FieldSources: Hashable, Sendable, Codable {
  /// A field of a contact that may come from several files.
  public enum Field: String, Hashable, Sendable, Codable, CaseIterable, CodingKeyRepresentable {
    case name, headline, organisation, place, languages, emails, phones, urls, sponsor, capacity, notes
    case lastContact, doNotIntroduce
  }

  /// What stands for the host where a file's name would stand.
  public static let host = "host"

  /// What gave the fields that are not among ``exceptions``; nil if unknown.
  public private(set) var origin: String?
  /// Fields that something else gave, later.
  public private(set) var exceptions: [Field: String]

  /// Fields that all come from one file, or from the host, but for some.
  public init(_ origin: String? = nil, except exceptions: [Field: String] = [:]) {
    self.origin = origin
    self.exceptions = exceptions.isEmpty ? exceptions : exceptions.filter { $0.value != origin }
  }

  /// What gave a field; nil if unknown. A field is the host's if the host gave it.
  public subscript(field: Field) -> String? {
    get { exceptions[field] ?? origin }
    set { exceptions[field] = newValue == origin ? nil : newValue }
  }
}
