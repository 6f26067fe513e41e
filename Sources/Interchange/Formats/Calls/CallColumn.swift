/// A column of a telephone's call log that linkup understands.
enum CallColumn: CaseIterable {
  case number, name, date, time, type, duration

  /// The column that a header in English, French or German means, and whether it is not English; nil for one
  /// that linkup does not know. Case, accents, punctuation and what stands in brackets make no difference.
  static func named(_ header: String) -> (column: CallColumn, isForeign: Bool)? {
    let bare = FoldedText(header.prefix { $0 != "(" && $0 != "[" }.description).slug.filter { $0.isLetter }
    for column in allCases {
      if column.english.contains(bare) { return (column, false) }
      if column.foreign.contains(bare) { return (column, true) }
    }
    return nil
  }

  private var english: Set<String> {
    switch self {
    case .number:
      [
        "number", "phonenumber", "phone", "phoneno", "callednumber", "callnumber", "contactnumber",
        "telephone",
      ]
    case .name: ["name", "contact", "contactname", "cachedname", "callername", "fullname"]
    case .date:
      ["date", "datetime", "calldate", "timestamp", "dateandtime", "datetime", "start", "startdate"]
    case .time: ["time", "calltime", "starttime"]
    case .type: ["type", "calltype", "direction"]
    case .duration:
      [
        "duration", "callduration", "durationsec", "durationseconds", "durationinseconds", "durations",
        "minutes",
      ]
    }
  }

  private var foreign: Set<String> {
    switch self {
    case .number:
      [
        "numero", "numeroappele", "numerodetelephone", "numerotelephone", "tel", "nummer", "telefonnummer",
        "rufnummer",
        "telefon",
      ]
    case .name: ["nom", "nomducontact", "correspondant", "kontakt", "kontaktname"]
    case .date: ["dateheure", "dateetheure", "datedelappel", "dateappel", "datum", "datumuhrzeit"]
    case .time: ["heure", "uhrzeit", "zeit"]
    case .type: ["typedappel", "typeappel", "sens", "typ", "anruftyp", "richtung", "anrufart"]
    case .duration:
      [
        "duree", "dureedelappel", "dureeappel", "dureesec", "dureeensecondes", "dauer", "anrufdauer",
        "gesprachsdauer",
      ]
    }
  }
}
