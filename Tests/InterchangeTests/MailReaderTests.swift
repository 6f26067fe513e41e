import Foundation
import Interchange
import Matchmaking
import TestSupport
import Testing

@Suite struct MailReaderTests {
  private let host = try! Network(
    contacts: [Contact(id: "me", name: "Me", emails: ["me@x.example"])], host: "me")

  /// What a reader makes of bytes that come in chunks of the sizes that `size` tells.
  private func correspondence(_ bytes: [UInt8], _ size: () -> Int) -> Correspondence {
    var reader = MailReader(hostAddresses: ["me@x.example"])
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + max(1, size()))
      bytes[start..<end].withUnsafeBytes { reader.read($0) }
      start = end
    }
    reader.finish()
    return reader.correspondence
  }

  /// An mbox file with something of everything.
  private func mailbox(_ random: inout SeededRandom) -> [UInt8] {
    let pieces = [
      "From a@y.example Tue Mar 12 23:50:00 2024\n", "From: me@x.example\n", "From: A <a@y.example>\n",
      "To: me@x.example\n", "To: b@y.example,\n C <c@y.example>\n", "Date: 12 Mar 2024 10:00:00 +0100\n",
      "\n",
      "\n", "\r\n", "Content-Length: 40\n", "Content-Length: 99\n", "no header\n", ">From x\n",
      "From now on\n",
      "List-Id: <l>\n", "=?UTF-8?Q?=E9?=", "To: \"", "(", "<", String(repeating: "x", count: 300) + "\n",
      "\0",
      "To: " + String(repeating: "d@y.example, ", count: 30) + "\n", "From - Tue Mar 12 23:50:00 2024\r\n",
      "Cc: é@y.example\r\n", "X: " + String(repeating: "y", count: 70_000), "Bcc: e@y.example\n",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 1...80, using: &random) {
      text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
    }
    return Array(text.utf8)
  }

  @Test func `reads the same in whatever chunks the bytes come`() {
    var random = SeededRandom(seed: 6)
    let nothing = correspondence([]) { 1 }
    var found = 0
    for _ in 0..<400 {
      let bytes = mailbox(&random)
      let whole = correspondence(bytes) { bytes.count }
      if whole != nothing { found += 1 }
      #expect(correspondence(bytes) { 1 + bytes.count / 1000 } == whole)
      #expect(correspondence(bytes) { Int.random(in: 1...97, using: &random) } == whole)
      #expect(correspondence(bytes) { Int.random(in: 1...9999, using: &random) } == whole)
    }
    #expect(found > 50)
  }

  @Test func `survives any change to a file`() throws {
    var random = SeededRandom(seed: 7)
    for _ in 0..<1500 {
      var bytes = mailbox(&random)
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: index)
        default: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
        }
        if bytes.isEmpty { bytes = [0] }
      }
      if let result = try? Import(
        of: Data(bytes), named: "file", into: host, options: Import.Options(format: .mail))
      {
        #expect(result.summary.addsUp)
      }
    }
  }

  @Test(arguments: [
    ("X-Long: ", "x", 10_000_000, "\n"), ("To: ", "a@y.example,", 1_000_000, "\n"),
    ("To: ", "(", 5_000_000, "\n"),
    ("To: ", "\"", 5_000_000, "\n"), ("To: ", "=?UTF-8?Q?", 500_000, "\n"), ("To: ", "<", 5_000_000, "\n"),
    ("To: ", "=?UTF-8?Q?a?= ", 50_000, "\n"), ("", "To: a@y.example\n", 500_000, ""),
    ("", " x\n", 2_000_000, ""),
    ("", "\0 but mostly text", 500_000, ""), ("Date: ", "1 ", 2_000_000, "\n"),
    ("Content-Length: ", "9", 100, "\n"),
    ("Content-Length: 9223372036854775807", "\n", 1, ""), ("Content-Length: -5", "\n", 1, ""),
    ("\n", "From a Tue Mar 12 23:50:00 2024\n\n", 200_000, ""),
  ])
  func `takes hostile headers and goes on behind them`(
    start: String, piece: String, count: Int, stop: String
  ) throws {
    let field = start + String(repeating: piece, count: count) + stop
    let mail = "From a Tue Mar 12 23:50:00 2024\nFrom: me@x.example\n"
    let end = "\n\nFrom a Tue Mar 12 23:50:00 2024\nFrom: me@x.example\nTo: z@y.example\n\n"
    let network = try imported(mail + field + end, into: host).network
    #expect(network.contacts.contains { $0.emails == ["z@y.example"] })
  }
}
