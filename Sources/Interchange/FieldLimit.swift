/// How many bytes of UTF-8 a field may have: what is longer is no name, need or offer, but a file in the
/// wrong place.
package enum FieldLimit: Int {
  /// For names, headlines, needs, offers and the like.
  case text = 65_536
  /// For notes, and for fields that linkup keeps without reading them.
  case notes = 1_048_576

  /// Refuses a text that is longer; the field's name goes before the message.
  package func check(_ text: String, of field: String) throws(RecordProblem) {
    let count = text.utf8.count
    guard count <= rawValue else {
      throw RecordProblem(
        reason: "\(field): has \(count) bytes, which is more than the \(rawValue) of a field; shorten it")
    }
  }
}
