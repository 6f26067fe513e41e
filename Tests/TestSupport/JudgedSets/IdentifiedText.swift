/// A text with its id.
package struct IdentifiedText {
  package let id: String
  package let text: String

  package init(id: String, text: String) {
    self.id = id
    self.text = text
  }
}
