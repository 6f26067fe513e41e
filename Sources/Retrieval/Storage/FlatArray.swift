/// An array whose elements may lie in a mapped file, where nothing is read before it is asked for.
///
/// A value: whoever changes a mapped one gets a copy in memory.
package struct FlatArray<Element: BitwiseCopyable & Sendable>: @unchecked Sendable, RandomAccessCollection {
  // What is mapped is never written, and stays as long as its owner.
  private var array: [Element]
  private var mapped: UnsafeBufferPointer<Element>?
  private var owner: AnyObject?

  package init(_ array: [Element] = []) {
    self.array = array
  }

  /// Elements that belong to `owner`.
  init(mapped: UnsafeBufferPointer<Element>, owner: AnyObject) {
    array = []
    self.mapped = mapped
    self.owner = owner
  }

  package var startIndex: Int { 0 }

  @inline(__always)
  package var endIndex: Int { mapped?.count ?? array.count }

  @inline(__always)
  package subscript(index: Int) -> Element {
    if let mapped { mapped[index] } else { array[index] }
  }

  @inline(__always)
  package func withUnsafeBufferPointer<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result {
    if let mapped { try body(mapped) } else { try array.withUnsafeBufferPointer(body) }
  }

  package func withContiguousStorageIfAvailable<Result>(
    _ body: (UnsafeBufferPointer<Element>) throws -> Result
  ) rethrows -> Result? {
    try withUnsafeBufferPointer(body)
  }

  /// Lets `body` change the array.
  @inline(__always)
  mutating func change<Result>(_ body: (inout [Element]) throws -> Result) rethrows -> Result {
    if let mapped {
      array = Array(mapped)
      self.mapped = nil
      owner = nil
    }
    return try body(&array)
  }

  mutating func append(_ element: Element) { change { $0.append(element) } }

  mutating func append(contentsOf elements: some Sequence<Element>) {
    change { $0.append(contentsOf: elements) }
  }
}

extension FlatArray: Equatable where Element: Equatable {
  package static func == (one: Self, other: Self) -> Bool { one.elementsEqual(other) }
}
