internal import Matchmaking

/// Makes a need or offer of schema.org's Demand and Offer.
enum SchemaListing {
  /// Nil if it says nothing.
  static func record(
    of value: LinkedGraph.Value, _ kind: Listing.Kind, field: String, _ owner: LinkedNode
  ) throws(RecordProblem) -> ListingRecord? {
    guard case .node(let index) = value else {
      return try owner.text(of: value, field).map { ListingRecord(field: field, kind: kind, text: $0) }
    }
    var node = LinkedNode(owner.graph, index)
    let item = node.values("itemOffered").first
    var title = try node.text("name", "title")
    var description = try node.text("description", limit: .notes)
    if let item {
      let label = try node.text(of: item, "itemOffered")
      if title == nil, label.map(LinkedIdentifier.isAddress) != true { title = label }
      if description == nil, case .node(let product) = item {
        var product = LinkedNode(owner.graph, product)
        description = try product.text("description", limit: .notes)
      }
    }
    let words = ListingWords.joined(title: title, description: description.map(PlainText.words))
    guard let text = words.text else { return nil }
    try FieldLimit.text.check(text, of: field)
    var record = ListingRecord(field: field, kind: kind, text: text)
    record.id = LinkedIdentifier.text(of: node.id).map { Listing.ID($0) }
    record.since = try node.text("validFrom", "availabilityStarts").flatMap { Day($0) }
    record.until = try node.text("validThrough", "availabilityEnds").flatMap { Day($0) }
    record.terms = try terms(&node)
    for word in ["seller", "offeredBy", "seeker", "customer", "priceCurrency"] { _ = node.values(word) }
    record.unknownFields = try node.rest(of: "schema")
    if let rest = words.rest { record.unknownFields["description"] = JSONText.quoted(rest) }
    return record
  }

  /// For nothing, as a loan, or for money.
  private static func terms(_ node: inout LinkedNode) throws(RecordProblem) -> Listing.Terms? {
    let function = try node.addresses("businessFunction").first ?? ""
    var price = try node.text("price", "lowPrice")
    for case .node(let index) in node.values("priceSpecification") where price == nil {
      var specification = LinkedNode(node.graph, index)
      price = try specification.text("price", "minPrice")
    }
    if function.hasSuffix("LeaseOut") { return .loan }
    if let price, let amount = Double(price.replacing(",", with: ".")), amount >= 0 {
      return amount == 0 ? .gift : .paid
    }
    return function.hasSuffix("#Sell") || function.hasSuffix("#Buy") ? .paid : nil
  }
}

extension LinkedGraph {
  /// Values with what is in a catalogue or list in place of it, each list once.
  func items(_ values: [Value]) -> [Value] {
    var items: [Value] = []
    var lists: Set<Int> = []
    var left = Array(values.reversed())
    while let value = left.popLast() {
      if case .node(let index) = value, let elements = nodes[index].properties["itemListElement"] {
        if lists.insert(index).inserted { left += elements.reversed() }
      } else {
        items.append(value)
      }
    }
    return items
  }
}
