import Matchmaking
import NetworkStore
import Reporting

/// What reports have shown, as the network file keeps it.
struct ReportLog {
  /// The network file.
  let path: String
  /// The week that is reported on.
  let week: Week
  /// Whether what was shown counts, and is noted.
  let isKept: Bool

  /// What the host was shown, and doesn't want to see on a day.
  func history(asOf day: Day) throws -> History {
    guard isKept else { return History() }
    let store = try NetworkStore(path: path, access: .reading)
    var history = try histories(store)[nil] ?? History()
    history.silenced = try store.silenced(asOf: day)
    return history
  }

  /// What each reader was shown; the host is the reader nil.
  func histories() throws -> [Contact.ID?: History] {
    isKept ? try histories(NetworkStore(path: path, access: .reading)) : [:]
  }

  private func histories(_ store: NetworkStore) throws -> [Contact.ID?: History] {
    var histories: [Contact.ID?: History] = [:]
    for (reader, shown) in try store.shown(before: week, weeks: History.coolDown) {
      for one in shown {
        histories[reader, default: History()].shown[one.opportunity] = Content(text: one.content)
      }
    }
    for (reader, shown) in try store.shown(in: week) {
      histories[reader, default: History()].thisWeek = shown.compactMap { one in
        Content(text: one.content).map {
          History.Shown(key: one.opportunity, id: one.id, title: one.title, content: $0)
        }
      }
    }
    return histories
  }

  /// Notes what is on pages; a network that can't be written is only read.
  func note(_ pages: [(reader: Contact.ID?, report: Report, page: Page)]) {
    guard isKept else { return }
    let shown = pages.map { reader, report, page in
      (
        reader,
        zip(report.sections, page.sections).flatMap { section, part in
          zip(section.opportunities, part.items).map {
            NetworkStore.Shown(
              opportunity: $0.key, id: $0.id, title: $1.title, content: Content($0).text)
          }
        }
      )
    }
    do {
      try NetworkStore(path: path, access: .editing).record(shown, in: week)
    } catch {
      StandardError.say("what was shown is not noted, so it may come again: \(error)")
    }
  }
}
