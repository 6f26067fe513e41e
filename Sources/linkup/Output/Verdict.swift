import Matchmaking

/// What `linkup why` answers about a pair.
struct Verdict: Encodable {
  let first: String
  let second: String
  /// Whether the pair is among this period's introductions.
  let isProposed: Bool
  /// What stands in the way, in words; empty if the pair is proposed.
  let obstacles: [String]
  /// The three of the ring in which the two are to meet; nil if it is the two alone.
  let ring: [String]?
  /// What the pair scores, leaving obstacles aside; nil if no need meets an offer at all.
  let score: Double?
  let explanation: Explanation?
  let matches: [Match]

  init(_ assessment: Assessment, of one: Contact.ID, and other: Contact.ID, engine: MatchEngine, threads: Int)
  {
    first = one.rawValue
    second = other.rawValue
    score = assessment.candidate?.score
    explanation = assessment.candidate?.explanation
    matches = assessment.candidate?.matches ?? []
    var obstacles = assessment.exclusions.map { $0.reason(naming: engine.network.name) }
    var ring: [Contact.ID]?
    if obstacles.isEmpty {
      // Whether there is room depends on everybody else.
      let matching = engine.matching(threads: threads)
      let pair = Set([one, other])
      if let cutOff = matching.cutOff.first(where: { Set([$0.first, $0.second]) == pair }) {
        obstacles = cutOff.by.map {
          "\(engine.network.name(of: $0)) already has enough introductions that are worth more together"
        }
      } else if let three = matching.rings.map(\.members).first(where: pair.isSubset) {
        ring = three
      } else if !matching.introduces(one, to: other) {
        obstacles = ["many other offers fit the need better"]
      }
    }
    isProposed = obstacles.isEmpty
    self.obstacles = obstacles
    self.ring = ring?.map(\.rawValue)
  }
}
