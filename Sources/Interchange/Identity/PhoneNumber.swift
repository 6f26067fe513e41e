/// A telephone number in the form that is the same whoever writes it: E.164, `+33612345678`.
///
/// By the numbering plans of libphonenumber, of which it knows prefixes and lengths, but not which numbers are
/// in use.
package struct PhoneNumber: Hashable, Sendable {
  /// A plus sign, the calling code and the number, digits alone.
  package let text: String

  /// The main region of its calling code, as an ISO 3166-1 code.
  var region: String? { NumberingPlan.region(ofInternational: Array(text.utf8.dropFirst())[...]) }

  /// Reads a number as people write it: with spaces and punctuation, with `+`, `00` or what the country dials
  /// instead, with `(0)`, with an extension, which is cut off.
  ///
  /// - Parameters:
  ///   - written: The number.
  ///   - country: Where it is dialled, as an ISO 3166-1 code or a name in English or French; nil if unknown,
  ///     and then a number without `+` or `00` is none, for it may be anybody's.
  package init?(_ written: String, country: String?) {
    guard let dialled = DialledNumber(written) else { return nil }
    let digits = dialled.digits[...]
    if dialled.hasPlus {
      self.init(international: digits, dialled)
      return
    }
    let plan = country.flatMap(NumberingPlan.of(country:))
    for prefix in (plan?.internationalPrefixes ?? []) + [[UInt8(ascii: "0"), UInt8(ascii: "0")]]
    where digits.starts(with: prefix) {
      if let number = PhoneNumber(international: digits.dropFirst(prefix.count), dialled) {
        self = number
        return
      }
    }
    guard let plan else { return nil }
    if let national = plan.national(digits) {
      self.init(plan, national)
    } else if digits.starts(with: plan.callingCode),
      let national = plan.national(digits.dropFirst(plan.callingCode.count))
    {
      // Some programs leave the plus sign out.
      self.init(plan, national)
    } else {
      return nil
    }
  }

  private init?(international digits: ArraySlice<UInt8>, _ dialled: DialledNumber) {
    guard let plan = NumberingPlan.of(international: digits) else { return nil }
    let rest = digits.dropFirst(plan.callingCode.count)
    if let national = plan.national(rest) {
      self.init(plan, national)
    } else if let zero = dialled.optionalZero, zero == rest.startIndex,
      let national = plan.national(rest.dropFirst())
    {
      self.init(plan, national)
    } else {
      return nil
    }
  }

  private init?(_ plan: NumberingPlan, _ national: ArraySlice<UInt8>) {
    // One digit throughout stands for a number that somebody did not want to give.
    guard national.contains(where: { $0 != national.first }) else { return nil }
    text = "+" + plan.callingCode[...].text + national.text
  }
}
