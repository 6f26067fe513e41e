internal import Matchmaking

/// Makes a need or offer of an intent and the proposal that publishes it.
struct ValueflowsIntent {
  private(set) var intent: LinkedNode
  private var proposal: LinkedNode?

  init(_ intent: LinkedNode, _ proposal: LinkedNode?) {
    self.intent = intent
    self.proposal = proposal
  }

  /// Whether it is a need or an offer, and whose.
  mutating func party() throws(RecordProblem) -> (kind: Listing.Kind, party: LinkedGraph.Value) {
    let provider = intent.values("provider").first
    let receiver = intent.values("receiver").first
    switch (provider, receiver) {
    case (let provider?, nil): return (.offer, provider)
    case (nil, let receiver?): return (.need, receiver)
    case (_?, _?):
      throw RecordProblem(reason: "has a provider and a receiver, so it is neither a need nor an offer")
    case (nil, nil): break
    }
    let purpose = try proposal?.text("purpose") ?? ""
    guard let author = proposal?.values("attributedTo", "proposedBy").first,
      purpose == "offer" || purpose == "request"
    else { throw RecordProblem(reason: "names neither a provider nor a receiver") }
    return (purpose == "offer" ? .offer : .need, author)
  }

  /// The listing in the words of the intent, or of its proposal where it has none.
  mutating func listing(_ kind: Listing.Kind) throws(RecordProblem) -> ListingRecord {
    let resource = try intent.text("resourceConformsTo", "resourceClassifiedAs", "resourceInventoriedAs")
    let names = [try intent.text("name"), try proposal?.text("name")]
    let notes = [
      try intent.text("note", "content", limit: .notes), try proposal?.text("note", "content", limit: .notes),
    ]
    // An address of a kind of resource says nothing to people.
    let thing = resource.flatMap { LinkedIdentifier.isAddress($0) ? nil : $0 }
    let words = ListingWords.joined(
      title: names[0] ?? names[1] ?? thing, description: (notes[0] ?? notes[1]).map(PlainText.words))
    guard let text = words.text else { throw RecordProblem(reason: "has no name, note or resource") }
    try FieldLimit.text.check(text, of: "note")
    var record = ListingRecord(field: kind.rawValue, kind: kind, text: text)
    if let id = intent.id, !id.hasPrefix("_:"), !id.hasPrefix("#") {
      record.id = Listing.ID(LinkedIdentifier.text(of: id) ?? id)
    }
    let begins = [
      try proposal?.text("created", "published", "hasBeginning"), try intent.text("hasBeginning"),
    ]
    let ends = [
      try proposal?.text("hasEnd"), try intent.text("due", "before", "hasEnd", "hasPointInTime"),
    ]
    record.since = day(begins[0]) ?? day(begins[1])
    record.until = day(ends[0]) ?? day(ends[1])
    if let first = record.since, let last = record.until, first > last { record.since = nil }
    if try intent.text("finished") == "true" { record.state = .withdrawn }
    if proposal?.values("reciprocal").isEmpty == false { record.terms = .exchange }
    let action = try intent.text("action")
    record.unknownFields = try intent.rest(of: "valueflows")
    if let action { record.unknownFields["action"] = JSONText.quoted(action) }
    if let rest = words.rest { record.unknownFields["description"] = JSONText.quoted(rest) }
    return record
  }

  private func day(_ text: String?) -> Day? { text.flatMap { Day($0) } }
}
