import Foundation
internal import GRDB
import Matchmaking

/// One text's vector, by the hash of the text: a cache, which holds no text and can be emptied at any time.
struct EncodingRecord: Codable, FetchableRecord, PersistableRecord {
  static let databaseTableName = "encoding"

  let model: String
  /// The key, big-endian.
  let text: Data
  let vector: Data

  init(model: String, key: Encodings.Key, vector: [Int8]) {
    self.model = model
    text = Data(stride(from: 120, through: 0, by: -8).map { UInt8(truncatingIfNeeded: key >> $0) })
    self.vector = Data(vector.map { UInt8(bitPattern: $0) })
  }

  var key: Encodings.Key { text.reduce(0) { $0 << 8 | Encodings.Key($1) } }

  var bytes: [Int8] { vector.map { Int8(bitPattern: $0) } }
}
