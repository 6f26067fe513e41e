/// How an engine reads the texts of listings: with which model, and what is known of them already.
public struct Reading: Sendable {
  /// Reads what texts mean.
  public var model: SemanticModel
  /// Encodings that were kept: their texts aren't read again.
  public var known: Encodings
  /// How many threads read; the result is the same for every number.
  public var threads: Int
  /// Told now and then, from any thread, that so many more of the `total` new texts have been read.
  public var progress: (@Sendable (_ more: Int, _ total: Int) -> Void)?
  /// Given the encodings of every few thousand new texts as soon as those are read, so that no more is lost if the work is
  /// interrupted.
  public var keep: (@Sendable (Encodings) -> Void)?

  /// How to read with a model, and what is known already.
  public init(
    _ model: SemanticModel, known: Encodings = Encodings(), threads: Int = 1,
    progress: (@Sendable (_ more: Int, _ total: Int) -> Void)? = nil,
    keep: (@Sendable (Encodings) -> Void)? = nil
  ) {
    self.model = model
    self.known = known
    self.threads = threads
    self.progress = progress
    self.keep = keep
  }
}
