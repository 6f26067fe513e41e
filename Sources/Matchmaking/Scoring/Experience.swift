/// What became of earlier introductions for the same need or the same offer.
public struct Experience: Hashable, Sendable, Codable {
  /// How many of them helped; a meeting that came to no more counts half.
  public private(set) var right = 0.0
  /// How many were declined or came to nothing; a meeting counts half.
  public private(set) var wrong = 0.0
  /// Why the latest of those was declined, or came to nothing, if that is known.
  public private(set) var reason: String?

  /// No earlier introduction.
  public static let none = Experience()

  private init() {}

  /// What the introductions, in the order of their days, teach; those without an outcome teach nothing.
  init(of introductions: [Introduction]) {
    for introduction in introductions {
      switch introduction.state {
      case .helped: right += 1
      case .met: (right, wrong) = (right + 0.5, wrong + 0.5)
      case .nothing, .declined:
        wrong += 1
        reason = introduction.reason ?? reason
      case .proposed, .askedFirst, .askedBoth, .made, .lapsed: break
      }
    }
  }

  /// (n + right) / (n + right + wrong), where n stands for as many right ones that are taken on trust: 1 without
  /// experience.
  func factor(_ settings: Settings) -> Double {
    (settings.experiencePrior + right) / (settings.experiencePrior + right + wrong)
  }

  /// In plain words.
  var because: String {
    guard right + wrong > 0 else { return "no earlier introduction for this need or offer" }
    func count(_ number: Double) -> String { number == number.rounded() ? "\(Int(number))" : "\(number)" }
    return "of earlier introductions for this need or offer \(count(right)) helped, \(count(wrong)) didn't"
      + (reason.map { " (\($0))" } ?? "")
  }
}
