/// What came of a year.
struct Outcome {
  var needs = 0
  var met = 0
  var introductions = 0
  var declined = 0
  var meetings = 0
  var rings = 0
  /// Introductions a month that the busiest hundredth of the members were asked about.
  var busiest = 0.0

  /// What is compared.
  enum Measure: String, CaseIterable {
    case met = "needs met, %"
    case busiest = "introductions a month, busiest 1 %"
    case declined = "introductions declined, %"
    case introductions = "introductions a need met"
    case rings = "rings a year"
  }

  func value(_ measure: Measure) -> Double {
    switch measure {
    case .met: 100 * Double(met) / Double(needs)
    case .busiest: busiest
    case .declined: 100 * Double(declined) / Double(introductions)
    case .introductions: Double(introductions) / Double(met)
    case .rings: Double(rings)
    }
  }
}
