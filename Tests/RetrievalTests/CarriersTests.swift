import Retrieval
import TestSupport
import Testing

@Suite struct CarriersTests {
  @Test func `names the words that carry a likeness of meaning, in each text's order`() throws {
    let encoder = try Models.encoder()
    let (need, offer) = encoder.carriers(of: "my old sink is leaking", and: "certified plumber in Toulouse")
    #expect(offer.contains("plumber") && !offer.contains("Toulouse"))
    #expect(need.contains("sink") || need.contains("leaking"))
    let (one, other) = encoder.carriers(of: "réparer mon vélo", and: "bike repairs")
    #expect(one.contains("vélo") && other.contains("bike"))
  }

  @Test func `names words as they are written, three at most, none of nothing`() throws {
    let encoder = try Models.encoder()
    for (text, other) in [("", ""), ("🙂", "plumber"), ("the of and", "l'avocat"), ("x", "x")] {
      let carriers = encoder.carriers(of: text, and: other)
      for (words, source) in [(carriers.text, text), (carriers.other, other)] {
        #expect(words.count <= 3 && words.allSatisfy(source.contains))
      }
    }
  }

  @Test func `finds the part of a long text that matters`() throws {
    let filler = String(repeating: "The town hall is open in the morning. ", count: 200)
    let carriers = try Models.encoder().carriers(
      of: filler + "We also need a plumber. ", and: "certified plumber")
    #expect(carriers.text.count <= 3 && carriers.other.contains("plumber"))
  }
}
