internal import Matchmaking

extension Joining {
  /// Ties records to the other contacts they name, now that all of them are known.
  mutating func resolve() {
    connections.reserve(ties: unresolved.count)
    strangers = roster.strangers()
    var file = 0
    for record in unresolved {
      if record.file != file {
        file = record.file
        connections.beginFile()
      }
      var tally = Connections.Tally()
      for reference in record.references {
        do throws(RecordProblem) {
          try resolve(reference, at: record.position, fileHosts[record.file], &tally)
        } catch {
          files[record.file].drop(line: record.line, "\(reference.field): \(error.reason)")
        }
      }
      connections.add(tally, by: record.position)
    }
  }

  private mutating func resolve(
    _ reference: Reference, at position: Int, _ fileHost: Contact.ID?, _ tally: inout Connections.Tally
  ) throws(RecordProblem) {
    let contact = roster.contacts[position].id
    var target = reference.target
    if let text = reference.called {
      guard let meant = roster.position(called: text), meant != position else { return }
      target = roster.contacts[meant].id
    }
    func known(_ target: Contact.ID?) throws(RecordProblem) -> Contact.ID {
      guard let target = target ?? fileHost ?? host else {
        throw RecordProblem(reason: "names nobody, which means the host, but there is no host")
      }
      guard let position = roster.positionMeant(by: target) else {
        throw RecordProblem(reason: "there is no contact \(RecordProblem.shown(target.rawValue)); left out")
      }
      return roster.contacts[position].id
    }
    let other = try known(target)
    if other == contact {
      switch reference.meaning {
      case .barrier: break
      // A file may well list its own host.
      case .connection: return
      default: throw RecordProblem(reason: "names the contact itself")
      }
    }
    func isDenied() -> Bool { !strangers.isEmpty && strangers.contains(ContactPair(contact, other)) }
    switch reference.meaning {
    case .tie where isDenied(), .connection where isDenied(): break
    case .tie(let kind, let since, let byHost):
      connections.add(tie: kind, since: since, byHost: byHost, contact, other, by: position)
    case .connection(let since): connections.add(connectionSince: since, contact, other, by: position)
    case .sponsor: roster.update(position) { $0.sponsor = other }
    case .barrier: roster.update(position) { $0.doNotIntroduce.join(.these([other])) }
    case .interaction(let kind, let day, let side, let note):
      let from = side.map { $0 == .this ? contact : other }
      let interaction = Interaction(contact, other, day: day, kind: kind, from: from, note: note)
      tally.interactions[interaction, default: 0] += 1
    case .introduction(let said):
      let decliner = try said.declinedBy.map { id throws(RecordProblem) in try known(id) }
      let asked = try said.asked.map { id throws(RecordProblem) in try known(id) }
      guard (said.state == .declined) == (decliner == contact || decliner == other) else {
        throw RecordProblem(reason: "is declined by one of the two contacts, and only then has a 'by'")
      }
      let introduction = Introduction(
        contact, other, state: said.state, day: said.day, since: said.since, subject: said.subject,
        asked: asked, declinedBy: decliner, reason: said.reason)
      do { try introduction.validate() } catch { throw RecordProblem(reason: "\(error)") }
      connections.add(introduction, by: position)
    case .thanks(let day, let favour):
      connections.add(Thanks(from: contact, to: other, day: day, favour: favour), by: position)
    }
  }
}
