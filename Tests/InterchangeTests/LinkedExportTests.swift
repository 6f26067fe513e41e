import Foundation
import Interchange
import Matchmaking
import TestSupport
import Testing

@Suite struct LinkedExportTests {
  /// The contact as JSON-LD can hold it: texts without white space around them, blank ones gone.
  private func published(_ contact: Contact) -> Contact {
    var place = contact.place.map {
      Place(
        locality: bare($0.locality), region: bare($0.region), country: bare($0.country),
        latitude: $0.latitude,
        longitude: $0.longitude)
    }
    if place == Place() { place = nil }
    return Contact(
      id: contact.id, name: bare(contact.name) ?? "", headline: bare(contact.headline),
      organisation: bare(contact.organisation), place: place, languages: unique(contact.languages),
      emails: texts(contact.emails), phones: texts(contact.phones), urls: unique(contact.urls))
  }

  private func bare(_ text: String?) -> String? {
    let blanks = CharacterSet(charactersIn: " \t\n\r\u{B}\u{C}")
    let result = text?.trimmingCharacters(in: blanks)
    return result?.isEmpty == true ? nil : result
  }
  private func texts(_ texts: [String]) -> [String] { texts.compactMap(bare) }
  private func unique(_ all: [String]) -> [String] {
    texts(all).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// A listing's part that both formats hold, in one line.
  private func line(_ listing: Listing, _ owner: String) -> String {
    let terms = listing.terms.flatMap { [.gift, .loan, .paid].contains($0) ? $0.rawValue : nil } ?? "-"
    let until = listing.until?.description ?? "-"
    return "\(owner) \(listing.kind) \(bare(listing.text) ?? "") \(until) \(terms)"
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `JSON-LD comes back as far as it can hold a network`(seed: UInt64) throws {
    var networks = AnyNetwork(seed: seed)
    let network = try networks.make()
    let text = network.jsonLD
    let result = try imported(text)
    #expect(try result.network.unsourced.contacts == network.contacts.map(published))
    let expected = network.listings.filter {
      $0.basis == .stated && $0.visibility != .private && $0.state == .open
    }
    let stated = result.network.listings.filter { $0.basis == .stated }
    #expect(stated.map(\.id) == expected.map(\.id))
    #expect(
      stated.map { line($0, $0.contact.rawValue) } == expected.map { line($0, $0.contact.rawValue) })
    #expect(stated.map(\.since) == expected.map(\.since))
    #expect(result.network.ties.map { [$0.first, $0.second] } == network.ties.map { [$0.first, $0.second] })
    #expect(result.summary.skipped == [] && result.summary.addsUp)
    #expect(try imported(result.network.jsonLD).network.contacts == result.network.contacts)
  }

  @Test(arguments: 1...50 as ClosedRange<UInt64>)
  func `JSON-LD changes no contact of the network it came from`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let network = try RandomNetwork.make(contacts: 20, using: &random)
    let result = try imported(network.jsonLD, into: network)
    #expect(result.network.contacts == network.contacts && result.network.ties == network.ties)
    #expect(result.network.listings == network.listings && result.network.groups == network.groups)
  }

  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `Murmurations comes back as far as it can hold a network`(seed: UInt64) throws {
    var networks = AnyNetwork(seed: seed)
    let network = try networks.make()
    let text = network.murmurations
    // A list without any profile holds nothing to import.
    guard text.contains("{") else { return }
    let result = try imported(text)
    func owner(_ contact: Contact?) -> String {
      contact?.emails.compactMap(bare).first ?? contact?.urls.first { $0.hasPrefix("http") } ?? ""
    }
    let expected = network.listings.filter {
      $0.basis == .stated && $0.visibility == .public && $0.state == .open
        && !owner(network.contact($0.contact)).isEmpty
    }
    let lines = { (listings: [Listing], network: Network) in
      Set(listings.map { self.line($0, owner(network.contact($0.contact))) })
    }
    let known = Set(
      expected.map { "\(owner(network.contact($0.contact))) \($0.kind) \(bare($0.text) ?? "")" })
    #expect(result.network.listings.count == known.count)
    #expect(lines(result.network.listings, result.network).isSubset(of: lines(expected, network)))
    #expect(result.network.listings.allSatisfy { $0.visibility == .public })
    #expect(result.summary.read == expected.count && result.summary.skipped.isEmpty)
    let again = try imported(text, into: result.network)
    #expect(again.network == result.network)
  }

  @Test func `nothing private is published`() throws {
    let network = try Network(
      contacts: [
        Contact(
          id: "a", name: "A", emails: ["a@x.org"], notes: "SECRET", lastContact: Day("2026-01-01"),
          unknownFields: ["description": "\"SECRET\""])
      ],
      listings: [
        Listing(id: "1", contact: "a", kind: .need, text: "SECRET", visibility: .private),
        Listing(id: "2", contact: "a", kind: .offer, text: "HALF", visibility: .network),
        Listing(id: "3", contact: "a", kind: .offer, text: "ALL", visibility: .public),
        Listing(id: "4", contact: "a", kind: .offer, text: "SECRET", visibility: .public, state: .withdrawn),
        Listing(id: "5", contact: "a", kind: .offer, text: "SECRET", basis: .implied, visibility: .public),
      ])
    let (linked, profiles) = (network.jsonLD, network.murmurations)
    #expect(!linked.contains("SECRET") && linked.contains("HALF") && linked.contains("ALL"))
    #expect(!profiles.contains("SECRET") && !profiles.contains("HALF") && profiles.contains("ALL"))
    for text in [linked, profiles, Network.empty.jsonLD, Network.empty.murmurations] {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(text.utf8)) }
    }
  }
}

extension Network {
  var jsonLD: String {
    var text = ""
    Export(self).jsonLD { text += $0 }
    return text
  }

  var murmurations: String {
    var text = ""
    Export(self).murmurations { text += $0 }
    return text
  }
}
