/// How telephone numbers of one region are made up and dialled.
struct NumberingPlan {
  /// Without the plus sign: `33`.
  let callingCode: [UInt8]
  /// What is dialled before a calling code, the longest first.
  let internationalPrefixes: [[UInt8]]
  /// What is dialled before a number within the region and is no part of it, the longest first.
  let trunkPrefixes: [[UInt8]]
  /// The lengths of numbers as bits: of its own ones, and of all with this calling code.
  fileprivate(set) var lengths: UInt32

  /// The number without trunk prefix; nil if it is too short or too long.
  func national(_ digits: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    for prefix in trunkPrefixes where digits.starts(with: prefix) {
      let rest = digits.dropFirst(prefix.count)
      // No number begins with a zero where that is the trunk prefix; `8` in Russia begins numbers too.
      let isSure = prefix.first == UInt8(ascii: "0") || !allows(digits.count)
      if isSure, allows(rest.count), !(prefix.first == UInt8(ascii: "0") && rest.first == prefix.first) {
        return rest
      }
    }
    let startsWithTrunk = trunkPrefixes.contains { $0 == [UInt8(ascii: "0")] && digits.starts(with: $0) }
    return allows(digits.count) && !startsWithTrunk ? digits : nil
  }

  private func allows(_ count: Int) -> Bool { count < 32 && lengths & (1 << UInt32(count)) != 0 }
}

extension NumberingPlan {
  /// The plan of a country by its ISO 3166-1 code or its name in English or French; nil if it is not known.
  static func of(country: String) -> NumberingPlan? {
    if let plan = all.byRegion[country] { return plan }
    let slug = FoldedText(country).slug
    return all.byRegion[slug.uppercased()] ?? all.regions[slug].flatMap { all.byRegion[$0] }
  }

  /// The plan of the main region with the calling code that begins a number, with the lengths of all regions
  /// that share the code.
  static func of(international digits: ArraySlice<UInt8>) -> NumberingPlan? {
    for length in 1...3 where digits.count > length {
      if let plan = all.byCode[Array(digits.prefix(length))] { return plan }
    }
    return nil
  }

  /// The main region with the calling code that begins a number.
  static func region(ofInternational digits: ArraySlice<UInt8>) -> String? {
    (1...3).lazy.filter { digits.count > $0 }.compactMap { all.mainRegions[Array(digits.prefix($0))] }.first
  }

  private struct All {
    var byRegion: [String: NumberingPlan] = [:]
    var byCode: [[UInt8]: NumberingPlan] = [:]
    var mainRegions: [[UInt8]: String] = [:]
    /// The region of each name.
    var regions: [String: String] = [:]
  }

  private static let all: All = {
    var all = All()
    for row in table.split(separator: "\n") {
      let fields = row.split(separator: " ")
      guard fields.count == 6 else {
        preconditionFailure("a numbering plan has \(fields.count) fields: \(row)")
      }
      func list(_ index: Int) -> [[UInt8]] {
        fields[index] == "-" ? [] : fields[index].split(separator: ",").map { Array($0.utf8) }
      }
      let lengths = fields[4].split(separator: ",").reduce(UInt32(0)) { $0 | 1 << (UInt32($1) ?? 31) }
      let plan = NumberingPlan(
        callingCode: Array(fields[1].utf8), internationalPrefixes: list(2).sorted { $0.count > $1.count },
        trunkPrefixes: list(3).sorted { $0.count > $1.count }, lengths: lengths)
      let region = String(fields[0])
      all.byRegion[region] = plan
      if all.mainRegions[plan.callingCode] == nil { all.mainRegions[plan.callingCode] = region }
      all.byCode[plan.callingCode, default: plan].lengths |= lengths
      for name in fields[5].split(separator: ",") { all.regions[String(name)] = region }
    }
    return all
  }()
}
