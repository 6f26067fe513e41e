/// The current needs, or the current offers, of a network by number: contact by contact, for one contact by identifier; then
/// those that came since, in their order. A number is kept for good.
struct ListingTable: Sendable {
  private let first: [Listing]
  private let firstOwners: [Int]
  private let ranges: [Range<Int>]
  private var later: [Listing] = []
  private var laterOwners: [Int] = []
  private var withdrawn: Set<Int> = []
  /// The numbers of contacts whose listings came or went, by identifier.
  private var changed: [Int: [Int]] = [:]
  /// How many contacts have one.
  private(set) var contactCount: Int

  /// Listings that come by identifier.
  ///
  /// - Parameter numbers: the contacts' numbers.
  init(_ listings: [Listing], of numbers: [Contact.ID: Int]) {
    // The sort is stable.
    let owned = listings.compactMap { listing in numbers[listing.contact].map { (listing, $0) } }
      .sorted { $0.1 < $1.1 }
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(numbers.count)
    var start = 0
    for contact in 0..<numbers.count {
      var end = start
      while end < owned.count, owned[end].1 == contact { end += 1 }
      ranges.append(start..<end)
      start = end
    }
    first = owned.map(\.0)
    firstOwners = owned.map(\.1)
    self.ranges = ranges
    contactCount = ranges.count { !$0.isEmpty }
  }

  /// How many listings there ever were: their numbers are below that.
  var count: Int { first.count + later.count }

  subscript(number: Int) -> Listing {
    number < first.count ? first[number] : later[number - first.count]
  }

  /// The number of the contact whose listing it is.
  func owner(of number: Int) -> Int {
    number < firstOwners.count ? firstOwners[number] : laterOwners[number - firstOwners.count]
  }

  /// Whether a listing is among them still.
  func isCurrent(_ number: Int) -> Bool { !withdrawn.contains(number) }

  /// The numbers of a contact's listings, by identifier.
  func numbers(of contact: Int) -> Numbers {
    if !changed.isEmpty, let numbers = changed[contact] {
      return Numbers(range: 0..<numbers.count, list: numbers)
    }
    return Numbers(range: ranges[contact], list: [])
  }

  /// The number of a contact's listing.
  func number(of id: Listing.ID, of contact: Int) -> Int? {
    numbers(of: contact).first { self[$0].id == id }
  }

  /// Adds a listing; its number is ``count`` as it was. Complexity: O(listings of the contact + those that came since).
  mutating func add(_ listing: Listing, of contact: Int) {
    let number = count
    later.append(listing)
    laterOwners.append(contact)
    var numbers = Array(numbers(of: contact))
    if numbers.isEmpty { contactCount += 1 }
    numbers.insert(number, at: numbers.firstIndex { listing.id < self[$0].id } ?? numbers.count)
    changed[contact] = numbers
  }

  /// Takes a listing out.
  mutating func withdraw(_ number: Int) {
    let contact = owner(of: number)
    let numbers = numbers(of: contact).filter { $0 != number }
    if numbers.isEmpty { contactCount -= 1 }
    changed[contact] = numbers
    withdrawn.insert(number)
  }

  /// Numbers of listings: a range, or a list where listings came or went.
  struct Numbers: RandomAccessCollection {
    fileprivate let range: Range<Int>
    fileprivate let list: [Int]

    var startIndex: Int { range.lowerBound }
    var endIndex: Int { range.upperBound }
    subscript(position: Int) -> Int { list.isEmpty ? position : list[position] }
  }
}
