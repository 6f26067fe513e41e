import Dispatch
import Foundation
import Matchmaking
import Reporting

/// A digest for each contact, and an index page for the host.
struct Digests {
  let engine: MatchEngine
  let week: Week
  let html: HTML
  /// The language of all; nil for each contact's own.
  let language: Language?

  /// Writes the digests that have something to say, and the index, into a folder, which is made if it isn't there.
  ///
  /// - Returns: how many digests there are.
  func write(into folder: String, threads: Int) throws -> Int {
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Failure("\(folder): the folder can't be made; check that its own folder is there and writable")
    }
    let contacts = engine.network.contacts.filter { $0.id != engine.network.host }
    let progress = Progress("writing", of: "digests")
    defer { progress.end() }
    let slots = Slots(count: contacts.count)
    let blindWords = BlindWords(engine.network)
    DispatchQueue.concurrentPerform(iterations: min(threads, max(1, contacts.count))) { thread in
      for number in stride(from: thread, to: contacts.count, by: threads) {
        slots.set(
          number, to: Result { try digest(for: contacts[number], number: number, blindWords, into: folder) })
        progress.add(1, of: contacts.count)
      }
    }
    let entries = try contacts.indices.compactMap { try slots.get($0)?.get() }
    try OutputFile(path: folder + "/index.html").write(index(entries))
    return entries.count
  }

  /// Who got a digest, and in which file.
  private struct Entry {
    let name: String
    let file: String
    let summary: String
  }

  private func digest(
    for contact: Contact, number: Int, _ blindWords: BlindWords, into folder: String
  ) throws -> Entry? {
    guard let report = Report(for: contact.id, of: engine, week: week, blindWords: blindWords),
      !report.sections.isEmpty
    else {
      return nil
    }
    let page = Page(report, in: language)
    let file = "\(number + 1)-\(Self.slug(contact.id.rawValue)).html"
    try OutputFile(path: "\(folder)/\(file)").write(html.render(page))
    return Entry(name: engine.network.name(of: contact.id), file: file, summary: page.summary)
  }

  private func index(_ entries: [Entry]) -> String {
    let lines = entries.map {
      "<li><a href=\"\($0.file)\">\(Self.escaped($0.name.terminalSafe))</a> \(Self.escaped($0.summary))</li>"
    }
    return """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
      <title>linkup: digests, week \(week)</title>
      <style>body{max-width:46rem;margin:1rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}</style></head>
      <body><h1>linkup: digests, week \(week)</h1>
      <p>One page for each contact; nothing was sent.</p>
      <ul>
      \(lines.joined(separator: "\n"))
      </ul></body></html>

      """
  }

  /// Letters, digits and dashes of an identifier, for a file's name.
  private static func slug(_ id: String) -> String {
    String(
      id.unicodeScalars.prefix(60).map { scalar -> Character in
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
          ? Character(scalar) : "-"
      })
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }

  /// Results by number, set by several threads, each number by one.
  private final class Slots: @unchecked Sendable {
    private let lock = NSLock()
    private var results: [Result<Entry?, any Error>?]

    init(count: Int) { results = Array(repeating: nil, count: count) }

    func set(_ number: Int, to result: Result<Entry?, any Error>) {
      lock.withLock { results[number] = result }
    }

    func get(_ number: Int) throws -> Result<Entry, any Error>? {
      guard let entry = try results[number]?.get() else { return nil }
      return .success(entry)
    }
  }
}
