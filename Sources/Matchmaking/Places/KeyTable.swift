internal import Retrieval

/// Folded names in the order of their bytes, and the number that each stands for; one name may stand for several.
struct KeyTable {
  private let keys: StringTable
  private let numbers: UnsafeBufferPointer<UInt32>

  /// Reads the tensors `name.keys` and `name.of`; `limit` is more than any number may be.
  init(_ name: String, in file: ModelFile, limit: Int) throws(ModelError) {
    keys = try file.strings("\(name).keys")
    numbers = try file.tensor("\(name).of", of: UInt32.self, shape: [keys.count])
    for number in numbers where number >= limit {
      throw .damaged(path: file.path, reason: "its table \(name) points nowhere")
    }
    for index in numbers.indices.dropFirst()
    where keys[index].lexicographicallyPrecedes(keys[index - 1]) {
      throw .damaged(path: file.path, reason: "its table \(name) is in disorder")
    }
  }

  /// The numbers of a folded name, rising. Complexity: O(log names).
  subscript(key: String) -> [Int] {
    let key = Array(key.utf8)
    var (low, high) = (0, keys.count)
    while low < high {
      let middle = (low + high) / 2
      if keys[middle].lexicographicallyPrecedes(key) { low = middle + 1 } else { high = middle }
    }
    var found: [Int] = []
    while low < keys.count, keys[low].elementsEqual(key) {
      found.append(Int(numbers[low]))
      low += 1
    }
    return found
  }
}
