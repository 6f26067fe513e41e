import Interchange
import Matchmaking
import Testing

@Suite struct PhoneNumberTests {
  @Test(arguments: [
    ("+33 6 12 34 56 78", nil, "+33612345678"), ("+33 (0)6 12.34.56.78", nil, "+33612345678"),
    ("0033 6 12 34 56 78", nil, "+33612345678"), ("0033-612345678", "FR", "+33612345678"),
    ("06 12 34 56 78", "FR", "+33612345678"), ("06/12/34/56/78", "France", "+33612345678"),
    ("6 12 34 56 78", "FR", "+33612345678"), ("33612345678", "FR", "+33612345678"),
    ("011 33 6 12 34 56 78", "US", "+33612345678"), ("(212) 555-0123", "US", "+12125550123"),
    ("1-212-555-0123", "États-Unis", "+12125550123"), ("+1 212 555 0123 x12", nil, "+12125550123"),
    ("212-555-0123 ext. 12", "CA", "+12125550123"), ("05 61 22 33 44 poste 12", "FR", "+33561223344"),
    ("tel:+33-5-61-22-33-44;ext=7", nil, "+33561223344"), ("05 61 22 33 44 #3", "fr", "+33561223344"),
    ("06 1234 5678", "IT", "+390612345678"), ("+39 06 1234 5678", nil, "+390612345678"),
    ("+39 (0)6 1234 5678", nil, "+390612345678"), ("+34 (0)91 123 45 67", nil, "+34911234567"),
    ("020 7946 0123", "United Kingdom", "+442079460123"), ("020 7946 0123", "UK", "+442079460123"),
    ("+44 (0) 20 7946 0123", nil, "+442079460123"), ("8 (495) 123-45-67", "RU", "+74951234567"),
    ("810 33 6 12 34 56 78", "RU", "+33612345678"), ("030/1234567", "Deutschland", "+49301234567"),
    ("\u{202A}+33\u{A0}6\u{202F}12 34 56 78\u{202C}", nil, "+33612345678"),
    ("＋３３６１２３４５６７８", nil, "+33612345678"), ("(+33) 6 12 34 56 78", nil, "+33612345678"),
    ("0470 12 34 56", "Belgique", "+32470123456"), ("079 123 45 67", "Suisse", "+41791234567"),
  ])
  func `reads a number as people write it`(written: String, country: String?, number: String) {
    #expect(PhoneNumber(written, country: country)?.text == number)
  }

  @Test(arguments: [
    ("06 12 34 56 78", nil), ("06 12 34 56 78", "Atlantis"), ("612345678", nil), ("", nil), ("+", nil),
    ("06 12 34 56", "FR"), ("06 12 34 56 78 90", "FR"), ("+33 6 12 34 56", nil), ("+999 123456", nil),
    ("1-800-FLOWERS", "US"), ("+33 6 12 34 56 78 or 79", nil), ("06 12 34 56 78 / 05 61 22 33 44", "FR"),
    ("+33+612345678", nil), ("0000000000", "FR"), ("+33 000000000", nil), ("00", nil),
    ("*31#0612345678", "FR"),
    ("3949", "FR"), ("anna@x.example", "FR"), ("12 Mar 2024", "FR"), ("tel:", nil),
    ("00 06 12 34 56 78", "FR"), (String(repeating: "1", count: 100_000), "US"),
  ])
  func `refuses what is no whole number`(written: String, country: String?) {
    #expect(PhoneNumber(written, country: country) == nil)
  }

  private func count(_ first: String, _ second: String) throws -> Int {
    let head = "name,phone,country,email\n"
    let once = try imported(head + first + "\n" + second + "\n").network
    let twice = try imported(head + second + "\n", into: imported(head + first + "\n").network).network
    #expect(once.contacts.count == twice.contacts.count)
    return once.contacts.count
  }

  @Test func `joins two records with one number and one name`() throws {
    let anna = "Anna Roux,06 12 34 56 78,FR,anna@x.example"
    for other in [
      "Anna Roux,+33 6 12 34 56 78,,", "ROUX Anna,0033612345678,,",
      "Mme Anna Maria Roux,06.12.34.56.78,France,",
      "Ánna Roux,+33 (0)6 12 34 56 78,,a.roux@y.example",
    ] {
      #expect(try count(anna, other) == 1, "\(other)")
    }
  }

  @Test func `keeps apart who share a telephone`() throws {
    let anna = "Anna Roux,05 61 22 33 44,FR,"
    for other in [
      "Marc Roux,05 61 22 33 44,FR,", "ROUX Marc,+33 5 61 22 33 44,,", "Anna Blanc,05 61 22 33 44,FR,",
      "Mots SARL,05 61 22 33 44,FR,", "Anna Roux,05 61 22 33 45,FR,",
    ] {
      #expect(try count(anna, other) == 2, "\(other)")
    }
  }

  @Test func `derives the same identifier as before for a number that nobody else could dial`() throws {
    for number in ["1234", "12 34", "call me"] {
      let ids = try imported("name,phone\nAnna,\(number)\n").network.contacts.map(\.id)
      #expect(try imported("name,headline\nAnna,\n").network.contacts.map(\.id) == ids)
    }
    let mailed = try imported("name,email,phone,country\nAnna,a@x.example,+33612345678,FR\n").network.contacts
    #expect(try imported("name,email\nAnna,a@x.example\n").network.contacts.map(\.id) == mailed.map(\.id))
  }

  @Test func `tells very many numbers apart`() throws {
    var text = "name,phone,country\n"
    for number in 0..<20_000 {
      text += "Anna Roux\(number),06 12 3\(number % 10) \(10_000 + number),France\n"
    }
    #expect(try imported(text).network.contacts.count == 20_000)
  }
}
