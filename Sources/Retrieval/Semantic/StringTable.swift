/// Strings of a model file, one after the other; valid as long as the file's object lives.
package struct StringTable {
  private let text: UnsafeBufferPointer<UInt8>
  private let offsets: UnsafeBufferPointer<UInt32>

  /// String `i` is the bytes `offsets[i] ..< offsets[i + 1]` of the text; nil if those are not all in it.
  init?(text: UnsafeBufferPointer<UInt8>, offsets: UnsafeBufferPointer<UInt32>) {
    guard let last = offsets.last, last <= text.count else { return nil }
    for i in 1..<offsets.count where offsets[i - 1] > offsets[i] { return nil }
    self.text = text
    self.offsets = offsets
  }

  /// The number of strings.
  package var count: Int { offsets.count - 1 }

  /// The UTF-8 bytes of a string.
  package subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[Int(offsets[index])..<Int(offsets[index + 1])])
  }
}
