extension Import {
  /// How far an import has come.
  public struct Progress: Hashable, Sendable {
    /// The file that is being read.
    public let file: String
    /// Its number, from 1.
    public let number: Int
    /// How many files there are.
    public let of: Int
    /// How many bytes of it have been read.
    public let bytes: Int
    /// How many bytes the files before it have.
    public let bytesBefore: Int
    /// How many bytes all files have, as far as that is known.
    public let bytesInAll: Int
  }
}
