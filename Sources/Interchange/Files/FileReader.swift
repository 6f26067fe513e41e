internal import Matchmaking

/// A file whose format is known, with what is needed to make records of it.
struct FileReader {
  let file: ImportFile
  /// When the file's turn comes: who the host is first, and what people wrote after who they are.
  let rank: Int
  private let format: Format
  private let options: Import.Options

  /// Recognises the format by how the file begins.
  ///
  /// - Throws: An ``ImportError`` if it is no text, or not one of contacts.
  init(_ file: ImportFile, _ options: Import.Options) throws(ImportError) {
    self.file = file
    self.options = options
    let (beginning, isWhole) = try file.beginning()
    if let kind = BinaryKind(detectedIn: beginning) { throw .notText(path: file.name, advice: kind.advice) }
    let text = SourceText(decoding: beginning)
    if text.isBlank, isWhole { throw .empty(path: file.name) }
    format = options.format ?? Format(recognising: text, named: file.name)
    rank = format.rank(of: text, named: file.name)
  }

  /// The records of the file; what is no record is counted in the summary.
  func records(
    host: Contact?, _ summary: inout Import.Summary, progress: (Int) -> Void
  ) throws(ImportError) -> [ContactRecord] {
    let bytes = try file.whole()
    progress(bytes.count)
    do throws(UnknownFormat) {
      let text = SourceText(decoding: bytes)
      return try format.records(of: text, host: host, options, &summary)
    } catch {
      throw .unknownFormat(path: file.name, advice: error.advice)
    }
  }
}
