extension String {
  /// The text cut at a word to at most `limit` characters, with an ellipsis if it was cut.
  package func cut(to limit: Int) -> String {
    guard count > limit else { return self }
    let head = prefix(limit - 1)
    let cut = head.lastIndex(of: " ").map { head[..<$0] } ?? head
    return (cut.count > limit / 2 ? cut : head) + "…"
  }
}
