import Foundation
import Interchange
import Matchmaking
import TestSupport
import Testing

@Suite struct LinkedRobustnessTests {
  private static let documents: [(Format, String)] = [
    (
      .jsonLD,
      "{\"@context\":[\"https://schema.org\",{\"a\":\"https://a.example/\"}],\"@graph\":[\n{\"@type\":\"Person\",\"@id\":\"a:1\",\"name\":\"A\",\"knows\":{\"@id\":\"a:2\"},\"makesOffer\":{\"@type\":\"Offer\",\"name\":\"x\",\"price\":1e3,\"validFrom\":\"2026-01-01\"}},\n{\"@type\":\"Person\",\"@id\":\"a:2\",\"name\":\"B\",\"address\":{\"geo\":{\"latitude\":1,\"longitude\":2}}}]}"
    ),
    (
      .murmurations,
      "[{\"linked_schemas\":[\"x\"],\"exchange_type\":\"want\",\"title\":\"x\",\"geolocation\":{\"lat\":1,\"lon\":2},\"contact_details\":{\"email\":\"a@x.org\"},\"expires_at\":12},\n{\"linked_schemas\":[\"x\"],\"name\":\"B\",\"urls\":[{\"url\":\"http://b.example/b\"}]}]"
    ),
    (
      .komunitin,
      "{\"data\":[{\"type\":\"offers\",\"id\":\"1\",\"attributes\":{\"content\":\"<p>x</p>\",\"price\":1,\"expires\":\"2026-01-01\"},\"relationships\":{\"member\":{\"data\":{\"type\":\"members\",\"id\":\"2\"}}}}],\n\"included\":[{\"type\":\"members\",\"id\":\"2\",\"attributes\":{\"name\":\"A\",\"location\":{\"coordinates\":[1,2]}}}]}"
    ),
    (
      .valueflows,
      "{\"data\":{\"intents\":[{\"id\":\"1\",\"action\":\"work\",\"provider\":{\"id\":\"2\",\"name\":\"A\"},\"note\":\"x\"},\n{\"id\":\"3\",\"receiver\":{\"id\":\"2\"},\"name\":\"y\",\"due\":\"2026-01-01\",\"action\":\"work\"}]}}"
    ),
    (
      .foaf,
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:foaf=\"http://xmlns.com/foaf/0.1/\">\n<foaf:Person rdf:ID=\"a\"><foaf:name>A &amp; é</foaf:name><foaf:knows><foaf:Person foaf:name=\"B\"/></foaf:knows><foaf:interest rdf:parseType=\"Literal\"><b>x</b></foaf:interest></foaf:Person><!-- c --><foaf:Agent rdf:about=\"http://c.example/\"><foaf:name><![CDATA[C]]></foaf:name></foaf:Agent></rdf:RDF>"
    ),
  ]

  @Test(arguments: documents.indices)
  func `recognises each by its content, and takes no other's`(index: Int) throws {
    let (format, text) = Self.documents[index]
    let recognised = try imported(text)
    let named = try imported(text, as: format)
    #expect(recognised.network == named.network && named.network.contacts.count >= 1)
    #expect(named.summary.addsUp && named.summary.skipped.isEmpty)
  }

  @Test(arguments: documents.indices)
  func `a broken document counts each record and never stops the program`(index: Int) throws {
    var random = SeededRandom(seed: UInt64(index))
    for (format, _) in Self.documents {
      let text = Array(Self.documents[index].1.utf8)
      let tokens = [
        "\"", "{", "}", "[", "]", ",", ":", "<", ">", "&", "null", "1e999", "@id", "\u{0}", "\\u0000",
      ]
      for _ in 0..<600 {
        var broken = text
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          guard let at = broken.indices.randomElement(using: &random) else { continue }
          switch Int.random(in: 0..<4, using: &random) {
          case 0: broken[at] = UInt8.random(in: 0...255, using: &random)
          case 1: broken.removeSubrange(at..<min(at + Int.random(in: 1...9, using: &random), broken.count))
          case 2: broken.insert(contentsOf: tokens.randomElement(using: &random)!.utf8, at: at)
          default: broken.insert(contentsOf: broken[at..<min(at + 30, broken.count)], at: at)
          }
        }
        do throws(ImportError) {
          let result = try Import(of: Data(broken), named: "file", options: Import.Options(format: format))
          #expect(result.summary.addsUp)
        } catch {
          #expect(!error.description.contains("\n"))
        }
      }
    }
  }

  @Test func `values of wrong types, huge ones and deep ones cost a record at most`() throws {
    let deep = String(repeating: "{\"knows\":", count: 50_000)
    let lists = String(repeating: "[", count: 200_000)
    let long = String(repeating: "x", count: 70_000)
    for value in [
      "7", "true", "[]", "{}", "[[[]]]", "\"\"", "1e999", "-0.0", "{\"@id\":7}", "{\"@value\":{}}", deep,
      lists,
      "\"\(long)\"", "[1,\"a\",null,{\"name\":[\"b\"]}]", "\"\\u0000\"",
    ] {
      for field in [
        "@context", "@type", "@id", "name", "email", "address", "geo", "knows", "seeks", "makesOffer",
        "memberOf", "knowsLanguage", "description",
      ] {
        let text = "[{\"@type\":\"Person\",\"name\":\"Z\"},\n{\"name\":\"A\",\"@type\":\"Person\"}]"
          .replacing(
            "\"Z\"", with: "\"Z\",\"\(field)\":\(value)")
        for format in [Format.jsonLD, .murmurations, .komunitin, .valueflows] {
          if let result = try? imported(text, as: format) { #expect(result.summary.addsUp) }
        }
      }
    }
    let huge =
      "{\"@context\":{\"a\":\"a:a\",\"b\":\"c:b\",\"c\":\"b:c\"},\"@type\":\"a:Person\",\"b:name\":\"A\"}"
    #expect((try? imported(huge))?.summary.addsUp != false)
  }

  @Test func `reads twenty thousand people of one document`() throws {
    var text = "{\"@context\":\"https://schema.org\",\"@graph\":["
    for number in 0..<20_000 {
      text +=
        "\(number == 0 ? "" : ",")\n{\"@type\":\"Person\",\"@id\":\"https://x.example/\(number)\",\"name\":\"P \(number)\"}"
    }
    let result = try imported(text + "]}")
    #expect(result.network.contacts.count == 20_000)
  }

  @Test func `lists, places and contexts that share their parts take no more than linear time`() throws {
    let many = 400
    func references(_ prefix: String) -> String {
      "[" + (0..<many).map { "{\"@id\":\"#\(prefix)\($0)\"}" }.joined(separator: ",") + "]"
    }
    var nodes = [
      "{\"@type\":\"Person\",\"name\":\"A\",\"homeLocation\":\(references("p0-")),\"makesOffer\":\(references("p0-")),\"memberOf\":\(references("p0-"))}"
    ]
    for level in 0..<4 {
      for number in 0..<many {
        let next = references("p\(level + 1)-")
        nodes.append(
          "{\"@id\":\"#p\(level)-\(number)\",\"location\":\(next),\"itemListElement\":\(next),\"memberOf\":\(next)}"
        )
      }
    }
    let prefix = "\"p\":\"http://\(String(repeating: "x", count: 60_000))/\""
    let text = "{\"@context\":{\(prefix)},\"@graph\":[\(nodes.joined(separator: ","))]}"
    let result = try imported(text)
    #expect(result.network.contacts.map(\.name) == ["A"] && result.summary.addsUp)
  }

  @Test func `one contact may have any number of listings`() throws {
    let person = "{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"A\"}"
    let offers = (0..<20_000).map {
      "{\"@type\":\"Offer\",\"name\":\"x\($0)\",\"seller\":{\"@id\":\"#a\"}}"
    }
    let result = try imported("[" + ([person] + offers).joined(separator: ",\n") + "]")
    #expect(result.network.listings.count == 20_000 && result.summary.read == 1)
  }
}
