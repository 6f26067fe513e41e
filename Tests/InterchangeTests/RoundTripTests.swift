import Foundation
import Interchange
import Matchmaking
import TestSupport
import Testing

@Suite struct RoundTripTests {
  @Test(arguments: 1...300 as ClosedRange<UInt64>)
  func `an import of an export gives an equal network and the same bytes`(seed: UInt64) throws {
    var networks = AnyNetwork(seed: seed)
    let network = try networks.make()
    let text = network.jsonLines
    let result = try imported(text)
    #expect(result.network == network)
    #expect(result.network.jsonLines == text)
    #expect(result.summary.skipped == [])
    #expect(result.summary.line == "\(network.contacts.count) = \(network.contacts.count) + 0 + 0 + 0 + 0")
    #expect(result.summary.listingsAdded == network.listings.count)
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func `an import of an export into the same network changes nothing`(seed: UInt64) throws {
    var networks = AnyNetwork(seed: seed)
    let network = try networks.make()
    let result = try imported(network.jsonLines, into: network)
    #expect(result.network == network)
    #expect(result.summary.unchanged == network.contacts.count && result.summary.skipped.isEmpty)
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func `importing one network into another twice is importing it once`(seed: UInt64) throws {
    var networks = AnyNetwork(seed: seed)
    let (existing, file) = (try networks.make(), try networks.make().jsonLines)
    let once = try imported(file, into: existing)
    let twice = try imported(file, into: once.network)
    #expect(twice.network == once.network)
    #expect(once.summary.addsUp && twice.summary.addsUp)
    #expect(twice.summary.added == 0 && twice.summary.updated == 0 && twice.summary.listingsAdded == 0)
  }

  @Test(arguments: 1...100 as ClosedRange<UInt64>)
  func `a table exported as CSV changes nothing when it comes back`(seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let network = try RandomNetwork.make(contacts: 30, using: &random)
    let result = try imported(network.csv, into: network, as: .csv)
    #expect(result.network.contacts == network.contacts)
    #expect(result.network.ties == network.ties && result.network.groups == network.groups)
    #expect(result.summary.skipped.isEmpty)
    #expect(result.network == network)
    #expect(result.summary.unchanged == 30 && result.summary.listingsAdded == 0)
  }

  @Test func `a broken line costs its record at most`() throws {
    var networks = AnyNetwork(seed: 7)
    var random = SeededRandom(seed: 8)
    let text = Array(try networks.make().jsonLines.utf8) + Array(try networks.make().csv.utf8)
    for format in Format.allCases where format != .linkedIn {
      for _ in 0..<2000 {
        var broken = text
        for _ in 0..<Int.random(in: 1...5, using: &random) {
          let index = broken.indices.randomElement(using: &random)!
          switch Int.random(in: 0..<3, using: &random) {
          case 0: broken[index] = UInt8.random(in: 0...255, using: &random)
          case 1: broken.remove(at: index)
          default: broken.insert(UInt8(ascii: "\""), at: index)
          }
        }
        let start = Int.random(in: 0..<broken.count / 2, using: &random)
        do throws(ImportError) {
          let result = try Import(
            of: Data(broken[start...]), named: "file", options: Import.Options(format: format))
          #expect(result.summary.addsUp)
        } catch {
          #expect(!error.description.contains("\n"))
        }
      }
    }
  }
}
