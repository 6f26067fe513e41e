import Matchmaking

let network = try Network(
  contacts: [
    Contact(id: "anne", name: "Anne", place: Place(locality: "Toulouse")),
    Contact(id: "bruno", name: "Bruno", place: Place(locality: "Blagnac", country: "FR")),
  ],
  listings: [
    Listing(id: "n1", contact: "anne", kind: .need, text: "a bilingual accountant, half-time"),
    Listing(id: "o1", contact: "bruno", kind: .offer, text: "bilingual accountant for small firms"),
  ])
// 60 MB of weights that come with the package; an engine without them compares letters alone.
let model = try SemanticModel()
// And 4 MB of towns; without them places are compared by name.
let gazetteer = try Gazetteer()
let engine = try MatchEngine(
  network, asOf: Day("2026-11-23")!, reading: Reading(model), gazetteer: gazetteer)
for match in engine.offers(meeting: "nous cherchons un comptable", limit: 10) {
  print(match.offer.contact!, match.relevance, engine.evidence(for: match))
}

// An engine is a value: one with more listings leaves the first as it was. Any number of tasks may ask both.
let offer = Listing(id: "o2", contact: "anne", kind: .offer, text: "sailing lessons on Lac de la Ganguise")
let next = try engine.updating([.add(offer)])
async let before = Task { engine.offers(meeting: "sailing lessons", limit: 10) }.value
async let after = Task { next.offers(meeting: "sailing lessons", limit: 10) }.value
print(await before.count, await after.count)
for candidate in next.matching().candidates {
  print(candidate.explanation)
}
