/// How often each term occurs in one text.
struct TermBag {
  /// The numbers of the distinct terms, rising.
  private(set) var numbers: [UInt32] = []
  /// How often each occurs.
  private(set) var counts: [Int] = []
  /// How many terms there are, repeated ones repeated.
  let length: Int

  /// Counts the terms; `number` gives a term's number. Complexity: O(n log n).
  init(_ terms: [Term], number: (Term) -> UInt32) {
    length = terms.count
    for term in terms.map(number).sorted() {
      if numbers.last == term {
        counts[counts.count - 1] += 1
      } else {
        numbers.append(term)
        counts.append(1)
      }
    }
  }
}
