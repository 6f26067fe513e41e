import Foundation

/// The similarity of each need's best offer, found when first asked for.
final class BestSimilarities: @unchecked Sendable {
  // The lock guards the values; a value depends on nothing but its number, so that it doesn't matter who finds it.
  private let lock = NSLock()
  private var values: [Float?]

  init(count: Int) {
    values = [Float?](repeating: nil, count: count)
  }

  /// The value of a number, by `find` where it isn't known.
  func value(_ number: Int, find: () -> Float) -> Float {
    if let known = lock.withLock({ values[number] }) { return known }
    let found = find()
    set(number, to: found)
    return found
  }

  func set(_ number: Int, to value: Float) {
    lock.withLock { values[number] = value }
  }
}
