/// Many texts as UTF-8, one behind the other.
package struct Texts: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  package init() {}

  /// Complexity: O(length of all).
  package init(_ texts: some Collection<String>) {
    ends.reserveCapacity(texts.count)
    for text in texts {
      bytes.append(contentsOf: text.utf8)
      ends.append(bytes.count)
    }
  }

  /// How many texts there are.
  package var count: Int { ends.count }

  /// Appends a text in valid UTF-8.
  package mutating func append(_ text: some Collection<UInt8>) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  package subscript(number: Int) -> String {
    String(decoding: bytes[range(of: number)], as: UTF8.self)
  }

  /// Appends a text in valid UTF-8.
  package mutating func append(_ text: UnsafeRawBufferPointer) {
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
  }

  /// The texts of some numbers, in their order. Complexity: O(their length).
  package subscript(numbers: [UInt32]) -> Texts {
    var texts = Texts()
    texts.ends.reserveCapacity(numbers.count)
    texts.bytes.reserveCapacity(numbers.reduce(0) { $0 + range(of: Int($1)).count })
    for number in numbers { withBytes(of: Int(number)) { texts.append(UnsafeRawBufferPointer($0)) } }
    return texts
  }

  /// All texts as strings. Complexity: O(length of all).
  package var strings: [String] { (0..<count).map { self[$0] } }

  /// Calls `body` with the bytes of all texts.
  package func withBytes<Result>(_ body: (TextBytes) throws -> Result) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { bytes in
      try ends.withUnsafeBufferPointer { try body(TextBytes(bytes: bytes, ends: $0)) }
    }
  }

  /// Calls `body` with a text's bytes.
  package func withBytes<Result>(of number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[range(of: number)])) }
  }

  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }
}
