/// What links two contacts, in numbers: what ``Trust`` is made of.
struct Links {
  /// The groups that both belong to, by their place in the network.
  var groups: [Int] = []
  /// How many members each of these has.
  var groupSizes: [Int] = []
  /// How strong the tie between the two is; 0 if there is none.
  var tie = 0.0
  /// The contacts that both are tied to, the host aside, with the product of the two strengths.
  var paths: [(contact: Int, strength: Double)] = []
  /// How many contacts both have a recorded tie to, the host aside.
  var commonTies = 0
  /// Who brought both in, or one of the two that brought in the other.
  var sponsor: Int?
  /// How many others have thanked one of the two.
  var thankers = 0
}
