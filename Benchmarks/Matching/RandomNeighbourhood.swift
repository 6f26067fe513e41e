import Matchmaking
import TestSupport

/// A large network made up by a seed: who could help whom, and how well.
///
/// Each contact has choices among givers, drawn so that a tenth of the givers get a third of all choices.
/// Half of the choices are among the contact's neighbours, so that there are swaps and rings as there are in
/// groups of people. Scores are 0.35…0.9, more of them low than high. Everybody has room for three.
struct RandomNeighbourhood {
  let pairs: [ScoredPair]
  let capacities: [Int]

  init(contacts: Int, choices: Int, seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let order = (0..<contacts).shuffled(using: &random)
    var arcs: [(pair: Pair, gain: ScoredPair.Direction, score: Double)] = []
    arcs.reserveCapacity(contacts * choices)
    for taker in 0..<contacts {
      for choice in 0..<choices {
        let value = Double.random(in: 0..<1, using: &random)
        let giver: Int
        if choice % 2 == 0 {
          giver = (taker + Int.random(in: 1...50, using: &random)) % contacts
        } else {
          let place = Double.random(in: 0..<1, using: &random)
          giver = order[Int(place * place * Double(contacts))]
        }
        guard giver != taker else { continue }
        let pair = Pair(taker, giver)
        arcs.append((pair, taker == pair.first ? .first : .second, 0.35 + 0.55 * value * value))
      }
    }
    arcs.sort { $0.pair != $1.pair ? $0.pair < $1.pair : $0.score > $1.score }
    var pairs: [ScoredPair] = []
    for arc in arcs {
      guard let last = pairs.last, last.pair == arc.pair else {
        pairs.append(ScoredPair(arc.pair, score: arc.score, gain: arc.gain))
        continue
      }
      if last.gain != arc.gain {
        pairs[pairs.count - 1] = ScoredPair(arc.pair, score: last.score, gain: .both)
      }
    }
    self.pairs = pairs
    capacities = Array(repeating: 3, count: contacts)
  }
}
