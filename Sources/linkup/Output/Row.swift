/// One line of an answer for programs: the same fields in JSON and CSV, frozen by tests.
protocol Row: Encodable {
  /// The fields' names, in the order of ``cells``.
  static var columns: [String] { get }
  /// The fields' values as texts; empty for none.
  var cells: [String] { get }
}
