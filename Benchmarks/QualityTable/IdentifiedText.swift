/// A text with its id.
struct IdentifiedText {
  let id: String
  let text: String
}
