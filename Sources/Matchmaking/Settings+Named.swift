extension Settings {
  /// The settings that a network keeps, by the names that people use.
  public enum Name: String, Hashable, Sendable, CaseIterable {
    case trust, capacity, period, reciprocity
    case minimumRelevance = "minimum-relevance"
    case freshnessHalfLife = "freshness-half-life"
    case coolDown = "cool-down"
    case lapseAfter = "lapse-after"
    case relevanceSlope = "relevance-slope"
    case relevanceShift = "relevance-shift"

    /// What it means, in one line.
    public var summary: String {
      switch self {
      case .trust: "0 where ideas come first … 1 where one deals only with people one is linked to"
      case .capacity: "introductions for each contact in one period, unless the contact says otherwise"
      case .period: "days for which an introduction counts against capacity"
      case .reciprocity: "what help in both directions adds, 0…1"
      case .minimumRelevance: "what is less relevant is not suggested, 0…1"
      case .freshnessHalfLife: "days after which a listing counts half"
      case .coolDown: "days for which a pair is left alone after an introduction"
      case .lapseAfter: "days without an answer after which an introduction has lapsed"
      case .relevanceSlope: "how much the model's log odds count; set by calibrate"
      case .relevanceShift: "what is added to the model's log odds; set by calibrate"
      }
    }

    /// Whether only whole numbers make sense.
    public var isWhole: Bool { [.capacity, .period, .coolDown, .lapseAfter].contains(self) }
  }

  /// A setting by its name. A whole one takes the nearest whole number.
  public subscript(_ name: Name) -> Double {
    get {
      switch name {
      case .trust: trust
      case .capacity: Double(capacity)
      case .period: Double(period)
      case .reciprocity: reciprocity
      case .minimumRelevance: minimumRelevance
      case .freshnessHalfLife: freshnessHalfLife
      case .coolDown: Double(coolDown)
      case .lapseAfter: Double(lapseAfter)
      case .relevanceSlope: recalibration.slope
      case .relevanceShift: recalibration.shift
      }
    }
    set {
      let whole = Int(exactly: newValue.rounded()) ?? -1
      switch name {
      case .trust: trust = newValue
      case .capacity: capacity = whole
      case .period: period = whole
      case .reciprocity: reciprocity = newValue
      case .minimumRelevance: minimumRelevance = newValue
      case .freshnessHalfLife: freshnessHalfLife = newValue
      case .coolDown: coolDown = whole
      case .lapseAfter: lapseAfter = whole
      case .relevanceSlope: recalibration.slope = newValue
      case .relevanceShift: recalibration.shift = newValue
      }
    }
  }
}
