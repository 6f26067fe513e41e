/// The names of the fields with which a JSON text begins: enough to tell what wrote it.
struct JSONGlance {
  /// The fields of the first object, be it in a list.
  private(set) var first: Set<String> = []
  /// Those of the objects right within it.
  private(set) var second: Set<String> = []
  /// Those of the objects within these.
  private(set) var third: Set<String> = []
  /// Whether the text begins with a list.
  let isList: Bool

  /// How many bytes are looked at.
  private static let reach = 65_536

  /// Nil if the text begins with neither an object nor a list.
  init?(_ text: SourceText) {
    let bytes = Array(text.bytes.prefix(Self.reach))
    guard let start = bytes.firstIndex(where: { !$0.isBlank }) else { return nil }
    isList = bytes[start] == UInt8(ascii: "[")
    guard isList || bytes[start] == UInt8(ascii: "{") else { return nil }
    // For each open bracket, whether it is an object's.
    var open: [Bool] = []
    var objects = 0
    var position = start
    while position < bytes.count {
      switch bytes[position] {
      case .quote:
        var string = JSONString(bytes: bytes, opening: position, end: bytes.count)
        guard let text = string.text() else { return }
        position = string.position
        let next = bytes[position...].first { !$0.isBlank }
        if open.last == true, next == UInt8(ascii: ":") { add(text, depth: objects) }
        continue
      case UInt8(ascii: "{"):
        open.append(true)
        objects += 1
      case UInt8(ascii: "["): open.append(false)
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if open.popLast() == true { objects -= 1 }
        if open.isEmpty || objects == 0 && !first.isEmpty { return }
      default: break
      }
      position += 1
    }
  }

  private mutating func add(_ name: String, depth: Int) {
    switch depth {
    case 1: first.insert(name)
    case 2: second.insert(name)
    case 3: third.insert(name)
    default: break
    }
  }

  /// Whether this is a line of linkup's own, which may keep any field of another program.
  var isOwn: Bool { !isList && first.isSuperset(of: ["id", "name"]) && !first.contains("@context") }
}
