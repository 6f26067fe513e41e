internal import Matchmaking

/// A JSON:API document while its resources are put together to records.
struct KomunitinReading {
  private let documents: JSONDocuments
  private var resources: [KomunitinResource] = []
  private var included: [KomunitinResource.Key: KomunitinResource] = [:]

  /// What becomes a record; all else only says more of these.
  private static let recordTypes: Set<String> = ["members", "offers", "needs"]

  init(_ documents: JSONDocuments) {
    self.documents = documents
  }

  var hasResources: Bool { !resources.isEmpty || !included.isEmpty }

  /// Adds a resource; one that was asked for and makes no record is counted and skipped.
  mutating func add(_ range: Range<Int>, isIncluded: Bool, _ summary: inout Import.Summary) {
    let line = documents.line(of: range)
    do throws(RecordProblem) {
      let value = try documents.value(range)
      let resource = try KomunitinResource(value, in: documents.bytes, line: line)
      if Self.recordTypes.contains(resource.key.type) {
        resources.append(resource)
      } else if !isIncluded {
        let type = RecordProblem.shown(resource.key.type)
        throw RecordProblem(reason: "one of the \(type) is no member, offer or need")
      }
      included[resource.key] = resource
    } catch {
      summary.read += 1
      summary.skip(line: line, error)
    }
  }

  /// A record for each member, offer and need; those of one member join.
  func records(_ summary: inout Import.Summary) -> [ContactRecord] {
    var records: [ContactRecord] = []
    for resource in resources.sorted(by: { $0.line < $1.line }) {
      summary.read += 1
      do throws(RecordProblem) {
        var record =
          resource.key.type == "members" ? try member(resource, &summary) : try listing(resource)
        try record.validate()
        records.append(record)
      } catch {
        summary.skip(line: resource.line, error)
      }
    }
    return records
  }

  private func member(
    _ given: KomunitinResource, _ summary: inout Import.Summary
  ) throws(RecordProblem) -> ContactRecord {
    var resource = given
    var record = ContactRecord(line: resource.line)
    record.contact.id = Contact.ID(resource.key.id)
    record.contact.name = try resource.attributes.text("name")?.trimmed ?? ""
    let description = try resource.attributes.text("description", limit: .notes).map(PlainText.words)
    record.contact.headline = description.flatMap(ListingWords.headline)
    try readPlace(&resource, into: &record.contact)
    for key in try resource.related("contacts").keys {
      guard var contact = included[key] else { continue }
      try readAddress(&contact, into: &record.contact)
    }
    if let group = try group(of: &resource) { record.groups = [group] }
    for name in ["image", "images", "access", "created", "updated", "deleted"] {
      _ = resource.attributes.value(name)
    }
    for (name, text) in try resource.attributes.rest() {
      record.contact.unknownFields[UnknownField.name(name, of: "komunitin")] = text
    }
    if let description { record.contact.unknownFields["description"] = JSONText.quoted(description) }
    return record
  }

  private func listing(_ given: KomunitinResource) throws(RecordProblem) -> ContactRecord {
    var resource = given
    var record = ContactRecord(line: resource.line)
    var (keys, link) = try resource.related("member")
    if keys.isEmpty, link == nil { (keys, link) = try resource.related("author") }
    if let id = keys.first?.id {
      record.contact.id = Contact.ID(id)
    } else if let link {
      record.contact.urls = [link]
    } else {
      throw RecordProblem(reason: "names no member whose it is")
    }
    if let group = try group(of: &resource) { record.groups = [group] }
    var category = try resource.related("category").keys.first.flatMap { included[$0] }
    record.listings = [
      try KomunitinListing.record(of: resource, category: category?.attributes.text("name"))
    ]
    return record
  }

  /// The community's name, or the code with which its address ends.
  private func group(of resource: inout KomunitinResource) throws(RecordProblem) -> String? {
    let (keys, link) = try resource.related("group")
    if let key = keys.first, var group = included[key] {
      if let name = try group.attributes.text("name")?.trimmed, !name.isEmpty { return name }
    }
    return link?.split(separator: "/").last.map(String.init)
  }

  private func readAddress(
    _ resource: inout KomunitinResource, into contact: inout Contact
  ) throws(RecordProblem) {
    guard let type = try resource.attributes.text("type"),
      let address = try resource.attributes.text("name")?.trimmed, !address.isEmpty
    else { return }
    switch type {
    case "email": contact.emails.append(ContactAddress.mail(address))
    case "phone", "whatsapp": contact.phones.append(ContactAddress.phone(address))
    case "website": contact.urls.append(address)
    default: contact.unknownFields[UnknownField.name(type, of: "komunitin")] = JSONText.quoted(address)
    }
  }

  private func readPlace(
    _ resource: inout KomunitinResource, into contact: inout Contact
  ) throws(RecordProblem) {
    var place = Place()
    if var address = try resource.object("address") {
      place.locality = try address.text("addressLocality")
      place.region = try address.text("addressRegion")
      place.country = try address.text("addressCountry")
    }
    if var location = try resource.object("location") {
      let name = try location.text("name")
      place.locality = place.locality ?? name
      let point = try location.elements("coordinates").compactMap { element -> Double? in
        if case .number(let text) = element.value.content { Double(text) } else { nil }
      }
      // GeoJSON: longitude first.
      if point.count == 2 { (place.latitude, place.longitude) = (point[1], point[0]) }
    }
    contact.place = place == Place() ? nil : place
  }
}
