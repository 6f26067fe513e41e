/// Elements in order that are few in most cases, where insertion is fastest.
enum InsertionOrder {
  /// So many elements are few.
  static let most = 24

  /// Sorts elements by a key of theirs. Complexity: O(n log n).
  @inline(__always)
  static func sort<Element: BitwiseCopyable, Key: Comparable>(
    _ elements: UnsafeMutableBufferPointer<Element>, by key: (Element) -> Key
  ) {
    guard elements.count <= most else {
      var elements = elements
      return elements.sort { key($0) < key($1) }
    }
    for next in elements.indices.dropFirst() {
      let element = elements[next]
      var place = next
      while place > 0, key(elements[place &- 1]) > key(element) {
        elements[place] = elements[place &- 1]
        place &-= 1
      }
      elements[place] = element
    }
  }
}
