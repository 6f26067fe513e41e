/// Vectors of texts, one row of ``width`` signed bytes each; the inner product of two is their similarity.
package struct SemanticVectors: Equatable, Sendable {
  /// How many numbers a vector has.
  package static let width = 384
  /// What 1 is kept as: a vector of length one has bytes of at most 127 in all but odd cases, which are clipped.
  static let one: Float = 512

  package private(set) var bytes = FlatArray<Int8>()

  package init() {}

  /// Rows of ``width`` bytes.
  package init(bytes: [Int8]) {
    precondition(bytes.count % Self.width == 0, "\(bytes.count) bytes are no vectors of \(Self.width)")
    self.bytes = FlatArray(bytes)
  }

  /// Rows that a file keeps.
  init(_ file: KeptFile, _ name: String) throws(ModelError) {
    bytes = try file.array(name)
    guard bytes.count % Self.width == 0 else { throw file.damaged("its \(name) are no vectors") }
  }

  /// How many vectors there are.
  package var count: Int { bytes.count / Self.width }

  /// The bytes of one vector.
  package subscript(_ index: Int) -> Slice<FlatArray<Int8>> {
    bytes[index * Self.width..<(index + 1) * Self.width]
  }

  /// Some of the vectors.
  package subscript(_ range: some RangeExpression<Int>) -> SemanticVectors {
    let range = range.relative(to: 0..<count)
    return SemanticVectors(bytes: Array(bytes[range.lowerBound * Self.width..<range.upperBound * Self.width]))
  }

  /// Adds a vector given as its bytes.
  package mutating func append(_ vector: some Collection<Int8>) {
    precondition(vector.count == Self.width, "a vector has \(Self.width) numbers, not \(vector.count)")
    bytes.append(contentsOf: vector)
  }

  /// Adds other vectors.
  mutating func append(contentsOf others: SemanticVectors) { bytes.append(contentsOf: others.bytes) }

  /// The vectors, with zeros in place of those of some numbers: they are like nothing.
  func without(_ numbers: Set<Int>) -> SemanticVectors {
    var others = self
    others.bytes.change { bytes in
      for number in numbers {
        let place = number * Self.width
        bytes.replaceSubrange(place..<place + Self.width, with: repeatElement(0, count: Self.width))
      }
    }
    return others
  }

  /// Adds a vector of floats of length one, rounded to bytes. What is no number, which only damaged weights make, becomes 0.
  mutating func append(rounding vector: some Sequence<Float>) {
    bytes.append(
      contentsOf: vector.lazy.map {
        $0.isNaN ? 0 : Int8(min(max(($0 * Self.one).rounded(.toNearestOrEven), -127), 127))
      })
  }

  /// Whether bytes can be a vector: there are ``width`` of them, and its length is about one.
  package static func isVector(_ bytes: [Int8]) -> Bool {
    guard bytes.count == width else { return false }
    let squares = bytes.reduce(Float(0)) { $0 + Float($1) * Float($1) } / (one * one)
    return (0.8...1.1).contains(squares)
  }

  /// The similarity of two vectors, -1…1: the sum of products is exact. Complexity: O(1).
  package static func similarity(_ x: Slice<FlatArray<Int8>>, _ y: Slice<FlatArray<Int8>>) -> Float {
    Float(zip(x, y).reduce(into: Int32(0)) { $0 += Int32($1.0) * Int32($1.1) }) / (one * one)
  }
}
