/// The name of a card that has `N` but no `FN`.
enum VCardName {
  /// Given, further and family name, of `family;given;further;before;after`.
  static func text(of parts: [String]) -> String {
    let (family, given, further) = (part(0, parts), part(1, parts), part(2, parts))
    return [given, further, family].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// What stands before the name, such as `Mr.`.
  static func prefix(of parts: [String]) -> String { part(3, parts) }

  /// What stands behind the name, such as `Jr.` or `Ph.D.`.
  static func suffix(of parts: [String]) -> String { part(4, parts) }

  private static func part(_ index: Int, _ parts: [String]) -> String {
    index < parts.count ? parts[index] : ""
  }
}
