import Foundation

/// How strong a tie is, from its kind and from how often and how lately the two were in touch.
///
/// Frequency and recency are what tells strong ties best (Gilbert and Karahalios, "Predicting Tie Strength with Social
/// Media", 2009); what is not kept up decays, kin and close friends more slowly (Roberts and Dunbar, "The Costs of Family
/// and Friends", 2011; Burt, "Decay Functions", 2000).
enum TieStrength {
  /// 0…1: what the kind alone says, and more with each interaction; never less for one more.
  ///
  /// - Parameters:
  ///   - kind: how the two know each other; nil if that isn't known.
  ///   - ages: how many days ago the interactions were, rising.
  static func of(_ kind: Tie.Kind?, ages: [Int]) -> Double {
    let halfLife = halfLife(kind)
    let touch = ages.reduce(0) { $0 + pow(2, -Double($1) / halfLife) }
    return 1 - (1 - base(kind)) * exp(-touch / 4)
  }

  private static func base(_ kind: Tie.Kind?) -> Double {
    switch kind {
    case .kin: 0.7
    case .friend: 0.6
    case .colleague: 0.4
    case .acquaintance: 0.2
    case nil: 0
    }
  }

  /// After how many days an interaction counts half.
  private static func halfLife(_ kind: Tie.Kind?) -> Double {
    switch kind {
    case .kin: 730
    case .friend: 365
    case .colleague: 180
    case .acquaintance, nil: 120
    }
  }
}
