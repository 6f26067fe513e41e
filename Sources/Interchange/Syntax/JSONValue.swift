/// A JSON value (RFC 8259) and the bytes it was read from.
package struct JSONValue {
  /// What the value is.
  package let content: Content
  /// Where the value's own text stands, without white space around it: a field that linkup does not know is
  /// kept letter for letter, which a number re-written from its binary value would not be.
  package let range: Range<Int>

  package enum Content {
    case null
    case boolean(Bool)
    /// As written.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// Names occur once.
    case object([String: JSONValue])
  }

  /// The kind of value in a word, for messages.
  var kind: String {
    switch content {
    case .null: "null"
    case .boolean: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}
