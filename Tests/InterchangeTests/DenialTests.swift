import Interchange
import Matchmaking
import Testing

/// What the host took away stays away, whatever files say.
@Suite struct DenialTests {
  private static let file = """
    {"id":"anna","name":"Anna","groups":["Rotary","Lions"],"knows":["bo","cy"]}
    {"id":"bo","name":"Bo","groups":["Rotary"]}
    {"id":"cy","name":"Cy"}

    """

  /// The network of the file without Anna's tie to Bo and her place in Rotary.
  private func edited() throws -> Network {
    let network = try imported(Self.file).network
    return try network.with(
      ties: network.ties.filter { $0.second != "bo" },
      groups: network.groups.map { group in
        Group(name: group.name, members: group.members.filter { group.name != "Rotary" || $0 != "anna" })
      }
    ).changing("anna") { $0.deny(.membership("Rotary")) }.changing("bo") { $0.deny(.tie("anna")) }
  }

  @Test func `brings no tie and no member back that the host removed`() throws {
    let network = try edited()
    let again = try imported(Self.file, into: network)
    #expect(again.network == network)
    #expect(again.summary.unchanged == 3)
  }

  @Test func `goes with the contact through an export and a merge`() throws {
    let network = try edited()
    #expect(try imported(network.jsonLines).network.unsourced == network.unsourced)
    let merged = try network.with(contacts: network.contacts + [Contact(id: "anne", name: "Anne")])
      .merging("anna", into: "anne")
    let again = try imported(Self.file, into: merged).network
    #expect(!again.ties.contains { $0.first == "anne" && $0.second == "bo" })
    #expect(again.groups.first { $0.name == "Rotary" }?.members == ["bo"])
  }

  @Test func `takes what the host says again from files, too`() throws {
    let network = try edited().changing("anna") { $0.allow(.membership("Rotary")) }
      .changing("bo") { $0.allow(.tie("anna")) }
    #expect(network.contacts.map(\.unknownFields) == [[:], [:], [:]])
    #expect(try imported(Self.file, into: network).network == imported(Self.file).network)
  }

  @Test func `keeps what either of two records denies`() throws {
    let here = try edited()
    let there = #"{"id":"anna","name":"Anna","groupsNot":["Lions"]}"#
    let joined = try imported(there, into: here).network
    #expect(joined.contact("anna")?.unknownFields["groupsNot"] == #"["Rotary","Lions"]"#)
  }
}
