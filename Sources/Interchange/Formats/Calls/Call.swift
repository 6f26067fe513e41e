/// One call of a log, as its row tells.
struct Call {
  /// The 1-based line on which it begins.
  var line: Int
  var number = ""
  var name = ""
  var date: CallDate?
  /// What stands in its place, for messages.
  var writtenDate = ""
  var type: CallType?
  /// How long it took, as written; nil if the log does not tell.
  var duration: String?

  /// Whether the two spoke: not so for a missed call, nor one without any length.
  var tookPlace: Bool {
    let took = duration.map { $0.utf8.contains { $0.isDigit && $0 != UInt8(ascii: "0") } }
    return type != .missed && took != false
  }
}
