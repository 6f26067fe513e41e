import Foundation
import Interchange
import Matchmaking
import TestSupport
import Testing

/// A newer export of the same kind updates those who have no address, and doubles nobody.
@Suite struct NewerExportTests {
  private let folder = TemporaryFolder()

  /// The network after files of one name, each with its rows, came in one after the other.
  private func network(_ name: String, _ texts: String..., host: Network = .empty) -> Network {
    var network = host
    for (number, text) in texts.enumerated() {
      network = Import(of: [folder.write(text, to: "\(number)-\(name)")], into: network).network
    }
    return network
  }

  @Test func `finds somebody without address by the only name in both exports`() {
    let cook = "Name,Headline,Company\nAnn Lee,Cook,Mots\n"
    let chef = network("members.csv", cook, "Name,Headline,Company\nAnn Lee,Chef,Mots\n")
    #expect(chef.contacts.map(\.headline) == ["Chef"])
    let address = "Name,Email,Headline\nAnn Lee,ann@x.org,Cook\n"
    let found = network("members.csv", cook, address, address)
    #expect(found.contacts.count == 1 && found.contacts[0].emails == ["ann@x.org"])
    #expect(network("members.csv", cook, address) == found, "and finds the contact again")
  }

  @Test(arguments: [
    ("Name,City\nJean Martin,Toulouse\n", "Name,City\nJean Martin,Lille\n"),
    ("Name,Phone\nJean Martin,+33 6 11 22 33 44\n", "Name,Phone\nJean Martin,+33 6 55 66 77 88\n"),
    ("Name,Email\nJean Martin,a@x.org\n", "Name,Email\nJean Martin,b@x.org\n"),
    ("Name,Company,Needs\nJean Martin,Mots,a flat\n", "Name,Company,Needs\nJean Martin,Pain,a flat\n"),
    ("Name,Headline\nJean Martin,Cook\n", "Name,Headline,Email\nJean Martin,Notaire,a@x.org\n"),
    ("Name,Headline\nJean Martin,Plumber\n", "Name,Headline\nJean Martin,Dentist\n"),
    ("Name,Company\nJean Martin,Mots\n", "Name,City,Email\nJean Martin,Paris,j@x.org\n"),
    ("Name,Needs\nJean Martin,x\n", "Name,Headline\nJean Martin,Cook\nJean Martin,Notaire\n"),
  ])
  func `keeps namesakes apart where anything speaks against it`(older: String, newer: String) {
    #expect(network("members.csv", older, newer).contacts.count > 1)
  }

  @Test func `joins by name alone nobody of another kind of file`() {
    let one = folder.write("Name,Headline\nAnn Lee,Cook\n", to: "club.csv")
    let two = folder.write("Name,Headline\nAnn Lee,Chef\n", to: "firm.csv")
    let network = Import(of: [two], into: Import(of: [one]).network).network
    #expect(network.contacts.count == 2)
  }

  @Test func `finds LinkedIn's connections of 2018 again when they have an address`() throws {
    let header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    let host = try Network(contacts: [Contact(id: "me", name: "Me")], host: "me")
    let old =
      "First Name,Last Name,Email Address,Company,Position,Connected On\nAnn,Lee,,Acme,Engineer,05 Mar 2017\n"
    func joined(_ row: String) -> Network { network("Connections.csv", old, header + row, host: host) }
    let url = "https://www.linkedin.com/in/annlee"
    #expect(joined("Ann,Lee,\(url),,Mots,Manager,05 Mar 2017\n").contacts.count == 2)
    #expect(
      joined("Ann,Lee,\(url),,Acme,Engineer,06 Mar 2017\n").contacts.count == 3, "another day, another person"
    )
    let back = network(
      "Connections.csv", header + "Ann,Lee,\(url),,Mots,Manager,05 Mar 2017\n", old, host: host)
    #expect(back.contacts.count == 2 && back.ties.count == 1)
  }
}
