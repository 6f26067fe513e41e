import Foundation
import Interchange
import Matchmaking
import TestSupport
import Testing

@Suite struct CallLogTests {
  private let host = try! Network(
    contacts: [
      Contact(id: "me", name: "Me", place: Place(country: "FR")),
      Contact(id: "anna", name: "Anna Roux", place: Place(country: "FR"), phones: ["06 12 34 56 78"]),
    ], host: "me")

  /// Who, the days, and who called, of each interaction.
  private func said(_ network: Network) -> [String] {
    network.interactions.map { interaction in
      let other = interaction.first == "me" ? interaction.second : interaction.first
      let from = interaction.from.map { $0 == "me" ? "to" : "from" } ?? "with"
      return "\(interaction.day) \(from) \(network.contact(other)?.name ?? "?")"
    }.sorted()
  }

  @Test func `dials from where the host's own number is`() throws {
    let contacts = [
      Contact(id: "me", name: "Me", phones: ["+33 5 61 00 00 00"]),
      Contact(id: "anna", name: "Anna", phones: ["+33612345678"]),
    ]
    let log =
      "Nom,Numéro,Type d'appel,Date et heure,Durée\nAnna,0612345678,Appel sortant,12/03/2024 10:00,60\n"
    #expect(
      said(try imported(log, into: Network(contacts: contacts, host: "me")).network) == ["2024-03-12 to Anna"]
    )
  }

  @Test func `reads calls, and joins them to contacts by number and name`() throws {
    let log = """
      Name,Number,Date,Time,Type,Duration
      Roux Anna,+33 6 12 34 56 78,2024-03-12,14:22,Incoming,63
      Anna Roux,0612345678,2024-03-12,15:00,Outgoing,00:01:03
      Anna Roux,0612345678,2024-03-12,16:00,Outgoing,5
      Bo Blanc,05 61 22 33 44,2024-03-13,9:00,Outgoing call,1 min
      Cy,05 61 22 33 45,2024-03-13,9:00,Incoming,10
      Di Noir,05 61 22 33 46,2024-03-13,9:00,Missed,0
      Di Noir,05 61 22 33 46,2024-03-13,9:00,Outgoing,00:00:00
      ,3949,2024-03-13,9:00,Outgoing,10
      ,05 61 22 33 47,2024-03-13,9:00,Outgoing,10
      Private,,2024-03-13,9:00,Incoming,10
      Ed Vert,05 61 22 33 48,soon,9:00,Outgoing,10
      """
    let result = try imported(log, into: host)
    #expect(
      said(result.network)
        == [
          "2024-03-12 from Anna Roux", "2024-03-12 to Anna Roux", "2024-03-12 to Anna Roux",
          "2024-03-13 to Bo Blanc",
        ].map { $0.replacing("Anna Roux", with: result.network.contact("anna")!.name) })
    #expect(result.network.contacts.count == 3)
    #expect(result.summary.read == 4 && result.summary.strangers == 2 && result.summary.addsUp)
    #expect(result.summary.reports == ["file:12: date: 'soon' is no date that can be read"])
    let again = try imported(log, into: result.network)
    #expect(again.network == result.network)
    #expect(again.summary.added + again.summary.updated == 0)
  }

  @Test func `adds calls without a name to the one who has the number`() throws {
    let network = try host.with(
      contacts: host.contacts + [
        Contact(id: "bo", name: "Bo", phones: ["+33561223344"]),
        Contact(id: "cy", name: "Cy", phones: ["+33 5 61 22 33 45"]),
        Contact(id: "di", name: "Di", phones: ["+33561223345"]),
      ])
    let log = """
      Number,Date,Type,Duration
      0561223344,2024-03-12,Outgoing,60
      0561223345,2024-03-12,Incoming,60
      0561223346,2024-03-12,Outgoing,60
      """
    let result = try imported(log, into: network)
    #expect(said(result.network) == ["2024-03-12 to Bo"])
    #expect(result.network.contacts == network.contacts && result.summary.strangers == 2)
  }

  @Test func `makes no contact of digits that are no number`() throws {
    let log = """
      Name,Number,Date,Type,Duration
      Bo,05 61 22 33 43,2024-03-12,Outgoing,60
      Bo,05 61 22 33 44,2024-03-12,Outgoing,60
      Bo,056122334455667,2024-03-12,Outgoing,60
      Cy,056122334455667,2024-03-12,Outgoing,60
      """
    let result = try imported(log, into: host)
    let again = try imported(log, into: result.network)
    #expect(result.network.contacts.count == 4 && again.network == result.network)
  }

  @Test(arguments: [
    ("Numéro;Nom;Date;Type d'appel;Durée (s)", ";", "12/03/2024 14:22", "Sortant", "2024-03-12"),
    ("Nom,Numéro,Date,Type,Durée", ",", "12/03/2024 14:22", "Appel émis", "2024-03-12"),
    ("Name,Number,Date,Type", ",", "12/03/2024 2:22 PM", "Outgoing", "2024-12-03"),
    ("Name;Number;Date;Type", ";", "12/03/2024 14:22", "Outgoing", "2024-03-12"),
    ("Rufnummer;Name;Datum;Uhrzeit;Typ;Dauer", ";", "12.03.2024", "Ausgehend", "2024-03-12"),
    ("Name,Phone Number,Date,Call Type", ",", "1710253320000", "2", "2024-03-12"),
    ("Call type,Date,Duration,Number,Contact", ",", "\"Mar 12, 2024 2:22 PM\"", "Outgoing", "2024-03-12"),
    ("name\tnumber\ttimestamp\tdirection", "\t", "2024-03-12T14:22:00Z", "outbound", "2024-03-12"),
    ("Nom,Numéro,Date,Type", ",", "mar. 12 mars 2024 à 14:22", "sortant", "2024-03-12"),
    ("Nom,Numéro,Date,Type", ",", "mardi 5 févr. 2024", "sortant", "2024-02-05"),
    ("Name,Number,Date,Type", ",", "2024/03/12 14:22", "dialed", "2024-03-12"),
    ("Name,Number,Time,Type", ",", "12-Mar-24 14:22", "OUTGOING_TYPE", "2024-03-12"),
  ])
  func `reads the headers, types and dates of many programs`(
    header: String, delimiter: String, date: String, type: String, day: String
  ) throws {
    let cells = header.split(separator: Character(delimiter)).map { column -> String in
      switch column.lowercased() {
      case "name", "nom", "contact": "Bo Blanc"
      case "number", "numéro", "rufnummer", "phone number": "05 61 22 33 44"
      case "type", "type d'appel", "typ", "call type", "direction": type
      case "duration", "durée (s)", "durée", "dauer": "63"
      case "uhrzeit": "14:22"
      default: date
      }
    }
    let log = header + "\n" + cells.joined(separator: delimiter) + "\n"
    #expect(said(try imported(log, into: host).network) == ["\(day) to Bo Blanc"])
  }

  @Test func `goes by the dates of the whole file for which of day and month comes first`() throws {
    func days(_ dates: [String]) throws -> [String] {
      let rows = dates.map { "Bo Blanc,05 61 22 33 44,\($0),Outgoing\n" }
      let network = try imported("Name,Number,Date,Type\n" + rows.joined(), into: host).network
      return network.interactions.map(\.day.description).sorted()
    }
    #expect(try days(["01/02/2024", "13/02/2024"]) == ["2024-02-01", "2024-02-13"])
    #expect(try days(["01/02/2024", "02/13/2024"]) == ["2024-01-02", "2024-02-13"])
    #expect(try days(["1/2/24"]) == ["2024-01-02"])
  }

  @Test func `reads a backup of an Android telephone`() throws {
    let text = """
      <?xml version='1.0' encoding='UTF-8' standalone='yes' ?>
      <calls count="3">
        <call number="+33561223344" duration="63" date="1710253320000" type="2" readable_date="Mar 12, 2024 2:22:00 PM" contact_name="Bo &amp; Co" />
        <call number="+33561223345" duration="0" date="1710253320000" type="3" contact_name="(Unknown)" />
        <call duration="5" contact_name="Anna Roux" number="0612345678" date="1710253320000" type="1" />
        <call number="
      """
    let result = try imported(text, into: host)
    #expect(said(result.network) == ["2024-03-12 from Anna Roux", "2024-03-12 to Bo & Co"])
  }

  @Test func `asks whose calls they are`() {
    let log = "Name,Number,Date,Type\nBo,0561223344,2024-03-12,Outgoing\n"
    let advice =
      "whose calls are these? name the host first: linkup add \"Your Name\" --host, then import again"
    #expect(failure(Data(log.utf8)) == "file: \(advice)")
  }

  @Test func `takes no other table for a call log`() throws {
    for header in ["name,phone,notes", "name,email,date", "Name,Number,Colour", "type,date,name"] {
      let result = try? imported(header + "\na,b,c\n")
      #expect(
        result?.network.interactions.isEmpty != false && failure(Data(header.utf8))?.contains("whose") != true
      )
    }
  }

  @Test func `survives any change to a log`() throws {
    let log =
      "Name,Number,Date,Type,Duration\nBo,0561223344,12/03/2024 1:02,Outgoing,5\n\"A\nB\",+33612345678,171025332,1,\n"
    let backup =
      "<calls count='1'><call number='+33561223344' date=\"1710253320000\" type='2' contact_name='A&lt;'/>\n<call /></calls>"
    var random = SeededRandom(seed: 8)
    for round in 0..<4000 {
      var bytes = Array((round % 2 == 0 ? log : backup).utf8)
      for _ in 0..<Int.random(in: 1...12, using: &random) where !bytes.isEmpty {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(index..<min(bytes.count, index + 3))
        default: bytes.insert(contentsOf: bytes[..<index], at: index)
        }
      }
      if let result = try? Import(
        of: Data(bytes), named: "file", into: host, options: Import.Options(format: .calls))
      {
        #expect(result.summary.addsUp)
      }
    }
  }

  @Test func `reads a long log`() throws {
    let rows = (0..<20_000).map { "Bo \($0),+33 5 61 \(100_000 + $0),12/03/2024 14:22,Outgoing,5\n" }
    let log = "Name,Number,Date,Type,Duration\n" + rows.joined()
    #expect(try imported(log, into: host).summary.added == 20_000)
  }
}
