internal import Foundation

/// Reads mails as their bytes come in: an mbox file of any size, or one mail alone, as in a Maildir or an
/// `.eml` file. Headers alone are read; nothing of a body is kept.
///
/// In an mbox file a mail ends at a ``SeparatorLine`` after a blank line. Where the header tells the length of
/// the body (mboxcl2, which quotes nothing), what looks like a separator within it is a part of the body, if
/// the next mail does begin where that length says.
///
/// - Complexity: O(n) for n bytes, beside those of header fields mostly `memchr`'s; memory for the addresses
///   and days of the host's mails, and 64 KiB for each field of one header.
package struct MailReader {
  /// Who exchanged mails with the host so far; complete after ``finish()``.
  package private(set) var correspondence: Correspondence
  private var header = MailHeader()
  private var part = Part.start
  private var isMailbox = false
  private var isAfterBlank = true
  private var line = 0
  /// The beginning of a line that goes on in the next chunk, and how many bytes it has so far.
  private var begun: [UInt8] = []
  private var begunCount = 0
  private var announced: AnnouncedBody?

  private enum Part {
    case start, header, body
  }

  private static let lineLimit = MailHeader.fieldLimit + 1

  /// A reader at the beginning of a file.
  package init(hostAddresses: [String]) {
    correspondence = Correspondence(hostAddresses: hostAddresses)
  }

  /// Reads the next bytes, as many as there are; lines may begin in one chunk and end in the next.
  package mutating func read(_ chunk: UnsafeRawBufferPointer) {
    var position = 0
    if begunCount > 0 {
      let end = lineFeed(in: chunk, from: 0)
      let piece = UnsafeRawBufferPointer(rebasing: chunk[..<(end ?? chunk.count)])
      begun.append(contentsOf: piece.prefix(max(0, Self.lineLimit - begun.count)))
      begunCount += piece.count
      guard let end else { return }
      endBegunLine(isEnded: true)
      position = end + 1
    }
    while position < chunk.count {
      if part == .body, announced == nil { position = skipBody(in: chunk, from: position) }
      guard position < chunk.count else { return }
      guard let end = lineFeed(in: chunk, from: position) else {
        let rest = chunk[position...]
        begun.append(contentsOf: rest.prefix(Self.lineLimit))
        begunCount = rest.count
        return
      }
      let line = chunk[position..<end]
      take(UnsafeRawBufferPointer(rebasing: line.prefix(Self.lineLimit)), count: line.count + 1)
      position = end + 1
    }
  }

  /// Reads the last line and the last mail, at the end of the file. Another file may follow, as in a Maildir.
  package mutating func finish() {
    if begunCount > 0 { endBegunLine(isEnded: false) }
    if part == .header { endHeader(hasBody: false) }
    if let announced, announced.remaining > 2 { announced.mails.forEach { correspondence.add($0) } }
    announced = nil
    (part, isMailbox, isAfterBlank, line) = (.start, false, true, 0)
    begun.removeAll(keepingCapacity: true)
    begunCount = 0
  }

  private func lineFeed(in chunk: UnsafeRawBufferPointer, from position: Int) -> Int? {
    guard let base = chunk.baseAddress, position < chunk.count,
      let found = memchr(base + position, Int32(UInt8.lineFeed), chunk.count - position)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// Goes past the whole lines of a body that cannot be separators; tells where the next one begins.
  private mutating func skipBody(in chunk: UnsafeRawBufferPointer, from start: Int) -> Int {
    guard let base = chunk.baseAddress else { return start }
    var position = start
    var (line, isAfterBlank) = (line, isAfterBlank)
    while position < chunk.count, !(isAfterBlank && isMailbox && chunk[position] == UInt8(ascii: "F")),
      let found = memchr(base + position, Int32(UInt8.lineFeed), chunk.count - position)
    {
      let count = UnsafeRawPointer(found) - (base + position)
      isAfterBlank = count == 0 || (count == 1 && chunk[position] == .carriageReturn)
      line += 1
      position += count + 1
    }
    (self.line, self.isAfterBlank) = (line, isAfterBlank)
    return position
  }

  private mutating func endBegunLine(isEnded: Bool) {
    let (bytes, count) = (begun, begunCount)
    begun.removeAll(keepingCapacity: bytes.count < 4096)
    begunCount = 0
    bytes.withUnsafeBytes { take($0, count: count + (isEnded ? 1 : 0)) }
  }

  /// Takes a line, or what is kept of it; `count` is that of its bytes, with its end.
  private mutating func take(_ bytes: UnsafeRawBufferPointer, count: Int) {
    var text = bytes
    if text.last == .carriageReturn { text = UnsafeRawBufferPointer(rebasing: text.dropLast()) }
    line += 1
    let isCut = bytes.count == Self.lineLimit
    let isSeparator = mayBeSeparator && SeparatorLine.recognises(text)
    judgeAnnounced(isSeparator: isSeparator, isBlank: text.isEmpty)
    announced?.take(count)

    if isSeparator {
      if part == .header { endHeader(hasBody: false) }
      isMailbox = true
      header.begin(line: line, separator: text)
      part = .header
    } else if part == .start, !text.isEmpty {
      header.begin(line: line, separator: nil)
      part = header.take(text, isCut: isCut) ? .header : .body
    } else if part == .header, text.isEmpty || !header.take(text, isCut: isCut) {
      endHeader(hasBody: text.isEmpty)
    }
    isAfterBlank = text.isEmpty
  }

  private var mayBeSeparator: Bool {
    switch part {
    case .start: true
    case .header: isMailbox
    case .body: isMailbox && (isAfterBlank || announced?.isOver == true)
    }
  }

  /// Ends the mail whose header was read; `hasBody` tells whether a blank line did it.
  private mutating func endHeader(hasBody: Bool) {
    part = .body
    let mail = MailMessage(header)
    if announced != nil {
      announced?.hold(mail)
    } else {
      correspondence.add(mail)
      if hasBody, isMailbox { announced = AnnouncedBody(header[.contentLength]) }
    }
  }

  /// Sees by the next line whether a body is as long as its header told.
  private mutating func judgeAnnounced(isSeparator: Bool, isBlank: Bool) {
    guard let known = announced else { return }
    if isSeparator, known.isOver {
      // The mail that seems to have begun in the body is none either.
      part = .body
      announced = nil
    } else if known.isRefuted(byBlank: isBlank) {
      announced = nil
      known.mails.forEach { correspondence.add($0) }
    }
  }
}
