/// Where the needs and offers of a part of a network stand among those of the whole, each way.
struct PartNumbering {
  var needs = OneWay()
  var offers = OneWay()

  /// Numbers of needs, or of offers.
  struct OneWay {
    private(set) var whole: [Int] = []
    private(set) var part: [Int: Int] = [:]

    /// Gives the next number of the part to one of the whole.
    mutating func append(_ number: Int) {
      part[number] = whole.count
      whole.append(number)
    }
  }
}
