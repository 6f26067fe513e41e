internal import Matchmaking

/// The calls of a log by number, and by name where several share one.
struct Callers {
  private let country: String?
  private var callers: [Caller] = []
  private var positions: [String: [Int]] = [:]

  private struct Caller {
    var record: ContactRecord
    var named = Int.min
  }

  /// - Parameter country: where the telephone is: it dials numbers of that country without calling code.
  init(country: String?) {
    self.country = country
  }

  /// Counts a call; one without a number, from somebody who withheld it, is left out.
  mutating func add(_ call: Call, on day: Day) {
    let number = PhoneNumber(call.number, country: country)?.text
    guard let key = number ?? Self.digits(call.number) else { return }
    let known = positions[key]?.first {
      PersonName.areCompatible(callers[$0].record.contact.name, call.name)
    }
    let position = known ?? callers.count
    if position == callers.count {
      positions[key, default: []].append(position)
      var record = ContactRecord(line: call.line)
      // As written it would be anybody's, for the record has no country.
      record.contact.phones = [call.number.hasPrefix("+") ? call.number : key]
      record.fillsOnly = true
      record.joinsOnly = true
      callers.append(Caller(record: record))
    }
    if !call.name.isEmpty, day.number >= callers[position].named,
      PhoneNumber(call.name, country: country)?.text != key
    {
      callers[position].record.contact.name = call.name
      callers[position].named = day.number
    }
    // Digits that are no number would be somebody else the next time.
    if call.type == .outgoing, number != nil { callers[position].record.joinsOnly = false }
    let side: Reference.Side? =
      switch call.type {
      case .incoming: .this
      case .outgoing: .other
      case .missed, nil: nil
      }
    callers[position].record.references.append(
      Reference(field: "call", target: nil, meaning: .interaction(.call, day: day, from: side)))
  }

  /// One record for each number, in the order of their first calls: a contact if the host called it and
  /// knows whose it is, else something that only adds to one.
  var records: [ContactRecord] {
    callers.map { caller in
      var record = caller.record
      if record.contact.name.isEmpty { record.joinsOnly = true }
      return record
    }
  }

  /// The digits of a number that is in no numbering plan; nil if there are too few for a person's.
  private static func digits(_ text: String) -> String? {
    let digits = text.utf8.filter(\.isDigit)
    return digits.count >= 5 && digits.count <= 20 ? String(decoding: digits, as: UTF8.self) : nil
  }
}
