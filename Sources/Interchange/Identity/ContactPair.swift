internal import Matchmaking

/// Two contacts without order.
struct ContactPair: Hashable {
  let first: Contact.ID
  let second: Contact.ID

  init(_ one: Contact.ID, _ other: Contact.ID) {
    (first, second) = one < other ? (one, other) : (other, one)
  }
}
