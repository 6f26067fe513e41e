extension Import {
  /// How far an import has come.
  public struct Progress: Hashable, Sendable {
    /// The file whose turn it is.
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
    /// How many records have been read in the files before it, and in it once it has been read as a whole.
    public let records: Int
    /// Whether it has been read, and its records are being joined with what is known.
    public let isJoining: Bool
  }
}
