import Foundation
import Matchmaking

/// The notes of `data/eval/notes`, with the needs and offers that a careful reader finds in each.
struct JudgedNotes {
  /// One note.
  struct Note: Decodable {
    let id: String
    let language: String
    /// The contact's name, where the note uses it.
    let name: String
    let note: String
    let needs: [String]
    let offers: [String]
  }

  /// What was read out of some notes beside what should have been.
  struct Outcome {
    var found = 0
    var right = 0
    var wanted = 0
    /// What went wrong, a line each.
    var mistakes: [String] = []

    var precision: Double { found == 0 ? 1 : Double(right) / Double(found) }
    var recall: Double { wanted == 0 ? 1 : Double(right) / Double(wanted) }
  }

  /// Which half of the notes: rules may be tuned on one, and are only measured on the other.
  enum Half: String {
    case tuning, heldOut
  }

  let notes: [Note]

  /// Reads the notes of one half: odd numbers are for tuning, even ones are held out.
  init(_ half: Half) throws {
    let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let lines = try String(
      contentsOf: repository.appendingPathComponent("data/eval/notes/notes.jsonl"), encoding: .utf8)
    notes = try lines.split(separator: "\n").map { try JSONDecoder().decode(Note.self, from: Data($0.utf8)) }
      .filter { Int($0.id.dropFirst())! % 2 == (half == .tuning ? 1 : 0) }
  }

  /// Reads every note and compares.
  func outcome() -> Outcome {
    var outcome = Outcome()
    for note in notes {
      let found = ImpliedListing.all(of: Contact(id: "x", name: note.name, notes: note.note))
      var wanted =
        note.needs.map { (Listing.Kind.need, $0) } + note.offers.map { (Listing.Kind.offer, $0) }
      outcome.found += found.count
      outcome.wanted += wanted.count
      for listing in found {
        if let index = wanted.firstIndex(where: {
          $0.0 == listing.kind && Self.agreement($0.1, listing.text) >= 0.6
        }) {
          wanted.remove(at: index)
          outcome.right += 1
        } else {
          outcome.mistakes.append("\(note.id) wrong \(listing.kind) “\(listing.text)”: \(note.note)")
        }
      }
      outcome.mistakes += wanted.map { "\(note.id) missed \($0.0) “\($0.1)”: \(note.note)" }
    }
    return outcome
  }

  /// The words that two texts share, as a part of those that both have (Dice), stop words aside.
  private static func agreement(_ one: String, _ other: String) -> Double {
    let stop: Set<Substring> = [
      "a", "an", "the", "of", "to", "for", "in", "on", "at", "her", "his", "and", "who", "un", "une", "des",
      "du",
      "de", "la", "le", "les", "et", "pour", "en", "son", "sa", "que", "qui",
    ]
    let sets = [one, other].map { Set($0.folded.split(separator: " ")).subtracting(stop) }
    let both = sets[0].intersection(sets[1]).count
    return sets[0].isEmpty ? 1 : 2 * Double(both) / Double(sets[0].count + sets[1].count)
  }
}
