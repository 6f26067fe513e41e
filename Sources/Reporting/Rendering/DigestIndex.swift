public import Matchmaking
internal import Mustache

/// Writes the page that leads the host to the digests of a week.
public struct DigestIndex: Sendable {
  private let template: MustacheTemplate

  /// The page's template, read once.
  public init() {
    // The template is a constant.
    template = try! MustacheTemplate(string: PageTemplate.index)
  }

  /// The page as HTML: for each digest a link to its file by its reader's name, and how much is in it.
  ///
  /// - Parameter digests: the digests and the names of their files, beside which the page is to stand.
  public func render(_ digests: [(file: String, report: Report)], week: Week, in language: Language) -> String
  {
    let wording = language.wording
    let (title, summary) = wording.index(of: week)
    return template.render([
      "language": language.rawValue, "style": PageTemplate.style, "title": title, "summary": summary,
      "digests": digests.map { file, report in
        ["file": file, "reader": report.host?.name ?? "", "contents": wording.contents(report)]
      },
    ])
  }
}
