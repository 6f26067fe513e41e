internal import Foundation
internal import Matchmaking

/// Writes a mail (RFC 5322) with a plain and an HTML version, to keep as a draft or to hand to `sendmail -t`.
public enum Mail {
  /// The message, its lines ended by CR LF.
  ///
  /// - Parameters:
  ///   - to: mail addresses; what could be read as more than one address is left out.
  ///   - subject: one line; other characters than ASCII's are encoded (RFC 2047).
  ///   - html: nil for a message of plain text alone.
  public static func render(to: [String], subject: String, text: String, html: String?) -> String {
    let boundary = "=_linkup_" + StableHash(of: text, html ?? "", subject).text
    let to = to.filter(Letter.isAddress)
    var lines = to.isEmpty ? [] : ["To: " + to.joined(separator: ",\r\n ")]
    lines += ["Subject: \(encodedWord(subject))", "MIME-Version: 1.0", "X-Unsent: 1"]
    func part(_ type: String, _ body: String) -> [String] {
      ["Content-Type: text/\(type); charset=utf-8", "Content-Transfer-Encoding: base64", "", base64(body)]
    }
    guard let html else { return (lines + part("plain", text)).joined(separator: "\r\n") + "\r\n" }
    lines += ["Content-Type: multipart/alternative; boundary=\"\(boundary)\"", ""]
    lines += ["--\(boundary)"] + part("plain", text)
    lines += ["--\(boundary)"] + part("html", html) + ["--\(boundary)--"]
    return lines.joined(separator: "\r\n") + "\r\n"
  }

  private static func base64(_ text: String) -> String {
    let crlf = text.replacing("\n", with: "\r\n")
    return Data(crlf.utf8).base64EncodedString(options: [
      .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
    ])
  }

  /// A header's text: as it is if it is plain ASCII, else in encoded words of at most 75 characters (RFC 2047).
  private static func encodedWord(_ text: String) -> String {
    let line = String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }))
    if line.utf8.count <= 60, line.utf8.allSatisfy({ $0 < 0x7F }), !line.contains("=?") { return line }
    var words: [String] = []
    var chunk = ""
    for character in line {
      if chunk.utf8.count + String(character).utf8.count > 42, !chunk.isEmpty {
        words.append(chunk)
        chunk = ""
      }
      chunk.append(character)
    }
    words.append(chunk)
    return words.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
  }
}
