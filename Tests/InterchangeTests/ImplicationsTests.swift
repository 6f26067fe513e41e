import Interchange
import Matchmaking
import Testing

/// What imports make of headlines, skills and notes, and what becomes of it when those change.
@Suite struct ImplicationsTests {
  private static let file = """
    {"id":"anna","name":"Anna","headline":"Baker","skills":["bread","pastry"],\
    "notes":"Looking for a shop. Teaches yoga."}
    """

  private func texts(_ network: Network) -> Set<String> { Set(network.listings.map(\.text)) }

  @Test func `implies listings, those of the notes private, and nothing more the second time`() throws {
    let once = try imported(Self.file)
    #expect(texts(once.network) == ["Baker", "bread, pastry", "a shop", "Teaches yoga"])
    for listing in once.network.listings {
      #expect(listing.basis == .implied)
      #expect(listing.visibility == (listing.source == .notes ? .private : .network))
    }
    #expect(once.summary.listingsAdded == 4)
    let twice = try imported(Self.file, into: once.network)
    #expect(twice.network == once.network)
    #expect(twice.summary.unchanged == 1 && twice.summary.listingsAdded == 0)
  }

  @Test func `drops what a new note says no more, unless the host has touched it`() throws {
    let first = try imported(Self.file).network
    let touched = try imported(
      #"{"id":"anna","needs":[{"text":"a shop","urgency":"high"}]}"#, into: first
    ).network
    let note = #"{"id":"anna","headline":"Cook","notes":"Moved to Albi."}"#
    #expect(texts(try imported(note, into: first).network) == ["Cook", "bread, pastry"])
    #expect(texts(try imported(note, into: touched).network) == ["Cook", "bread, pastry", "a shop"])
    #expect(try imported(note, into: first).summary.updated == 1)
  }

  @Test func `leaves alone what is stated in the same words`() throws {
    let network = try imported(#"{"id":"a","name":"A","headline":"Baker","offers":["baker"]}"#).network
    #expect(network.listings.count == 1 && network.listings[0].basis == .stated)
  }

  @Test func `takes no headline for an offer where all offers are paused`() throws {
    let network = try imported(
      #"{"id":"a","name":"A","headline":"Pianist","offers":[{"text":"lessons","state":"paused"}]}"#
    ).network
    #expect(texts(network) == ["lessons"])
  }

  @Test func `keeps private words out of a table's needs and offers`() throws {
    let network = try imported(Self.file).network
    let table = try imported(network.csv, as: .csv).network
    #expect(table.listings.filter { $0.source == .notes }.count == 2)
    #expect(table.listings.allSatisfy { $0.basis == .implied })
  }
}
