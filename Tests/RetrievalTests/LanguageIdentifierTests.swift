import Foundation
import Retrieval
import TestSupport
import Testing

@Suite struct LanguageIdentifierTests {
  private static func make(scale: Float = 0.5) throws -> LanguageIdentifier {
    var model = InventedModel()
    model.add("pieces", strings: ["=the", "^t", "th", "é$"])
    model.add("weight", "i8", [100, 20, -10, -127] as [Int8])
    model.add("scale", "f32", [scale])
    model.add("bias", "f32", [0.25] as [Float])
    return try LanguageIdentifier(model.open())
  }

  @Test func `adds up the weights of each feature once`() throws {
    // Of "the": =the ^t th he e$ ^th the he$ ^the the$, ten features of which three have a weight.
    let expected = 1 / (1 + exp(-(0.25 + 0.5 * 110 / 10.0.squareRoot())))
    for text in ["the", "The THE", "the, the!", "«the»"] {
      #expect(try abs(Self.make().probabilityOfEnglish(text) - Float(expected)) < 1e-6)
    }
  }

  @Test func `reads composed and decomposed letters alike`() throws {
    let identifier = try Self.make(scale: 0.01)
    #expect(identifier.probabilityOfEnglish("thé") == identifier.probabilityOfEnglish("the\u{301}"))
    #expect(identifier.probabilityOfEnglish("thé") < identifier.probabilityOfEnglish("the"))
  }

  @Test(arguments: ["", " ", "123 + 4", "🙂", "\0", "£€"])
  func `can't tell without letters`(text: String) throws {
    #expect(try Self.make().probabilityOfEnglish(text) == 0.5)
  }

  @Test func `refuses a scale that is no number`() {
    #expect(throws: ModelError.self) { try Self.make(scale: .nan) }
  }

  @Test(.enabled(if: Models.areThere)) func `gives the reference's probabilities`() throws {
    let identifier = try LanguageIdentifier(Models.file("language"))
    for expected in try Models.expected() {
      #expect(
        abs(identifier.probabilityOfEnglish(expected.text) - expected.english) <= 1e-5, "\(expected.text)")
    }
  }

  @Test(.enabled(if: Models.areThere)) func `takes any text, the same way each time`() throws {
    let identifier = try LanguageIdentifier(Models.file("language"))
    var random = SeededRandom(seed: 23)
    let texts =
      HostileTexts.short + HostileTexts.megabytes + (0..<500).map { _ in HostileTexts.random(using: &random) }
    for text in texts {
      let probability = identifier.probabilityOfEnglish(text)
      #expect((0...1).contains(probability))
      if text.utf8.count < 100 { #expect(identifier.probabilityOfEnglish(text) == probability) }
    }
  }
}
