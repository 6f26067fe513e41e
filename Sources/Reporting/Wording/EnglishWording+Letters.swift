internal import Matchmaking

/// The letters, in English.
extension EnglishWording {
  func asking(_ name: String, offer: String?, need: String?) -> (subject: String, body: [String]) {
    (
      "May I ask you for something?",
      [
        "Dear \(name),",
        [
          offer.map { "You offer “\($0)”." }, need.map { "I'm looking for “\($0)”." },
          "Would you have a moment to talk about it?",
        ].compactMap { $0 }.joined(separator: " "),
      ]
    )
  }

  func askingThrough(_ name: String, other: String, offer: String?) -> (subject: String, body: [String]) {
    (
      "Could you put me in touch?",
      [
        "Dear \(name),",
        offer.map { "You know \(other), who offers “\($0)”." } ?? "You know \(other), who could help me.",
        "Could you put us in touch, or would you rather not?",
      ]
    )
  }

  func offering(_ name: String, need: String?, offer: String?) -> (subject: String, body: [String]) {
    (
      "Can I help?",
      [
        "Dear \(name),",
        [
          need.map { "You are looking for “\($0)”." },
          offer.map { "I could help: “\($0)”." } ?? "I may be able to help.",
          "Shall we talk?",
        ].compactMap { $0 }.joined(separator: " "),
      ]
    )
  }

  func wishing(_ name: String, _ text: String) -> (subject: String, body: [String]) {
    (
      "Please introduce us",
      ["Dear \(name),", "I'd like to be introduced to whoever wrote: “\(text.legible(limit: 240))”."]
    )
  }

  func agreeing(_ name: String) -> (subject: String, body: [String]) {
    ("Yes, please introduce us", ["Dear \(name),", "You asked whether you may introduce me. Yes, please."])
  }

  func reminding(_ name: String) -> (subject: String, body: [String]) {
    (
      "May I introduce you to somebody?",
      [
        "Dear \(name),",
        "I asked you lately whether I may introduce you to somebody. A short yes or no is enough; no is fine.",
      ]
    )
  }

  func askingWhatCame(_ name: String, other: String) -> (subject: String, body: [String]) {
    ("What came of it?", ["Dear \(name),", "Did you and \(other) get in touch? Was it of use?"])
  }

  func thanking(_ name: String, other: String) -> (subject: String, body: [String]) {
    ("Thank you", ["Dear \(name),", "Thank you for having helped \(other)."])
  }

  func gettingInTouch(
    _ name: String, _ listing: (kind: Listing.Kind, text: String)?
  ) -> (subject: String, body: [String]) {
    let reason = listing.map { stillTrue($0.kind, "“\($0.text)”") + " " } ?? ""
    return (
      "How are you?",
      [
        "Dear \(name),",
        "We haven't spoken for a while. How are you? \(reason)Have you time for a call this week?",
      ]
    )
  }

  func askingAround(
    _ kind: Listing.Kind, _ text: String, isOwn: Bool
  ) -> (subject: String, body: [String]) {
    (
      kind == .need ? "Do you know somebody?" : "Could you use this?",
      [
        "Hello,",
        kind == .need
          ? "\(isOwn ? "I'm" : "Somebody I know is") looking for “\(text)”. Do you know who could help?"
          : "\(isOwn ? "I offer" : "Somebody I know offers") “\(text)”. Do you know who could use it?",
      ]
    )
  }

  func askingForNeeds(_ name: String) -> (subject: String, body: [String]) {
    (
      "What are you looking for?",
      [
        "Dear \(name),",
        "What are you looking for just now, and what could you help others with? I may know somebody.",
      ]
    )
  }

  func askingWhetherItStands(
    _ name: String, _ kind: Listing.Kind, _ text: String?
  ) -> (subject: String, body: [String]) {
    let words = text.map { "“\($0)”" } ?? "what you told me"
    return (
      "Still true?",
      [
        "Dear \(name),",
        stillTrue(kind, words),
      ]
    )
  }

  private func stillTrue(_ kind: Listing.Kind, _ words: String) -> String {
    kind == .need ? "Are you still looking for \(words)?" : "Do you still offer \(words)?"
  }
}
