/// Something that the command can't do: one line that says what is wrong and what to do next. Exit code 1.
struct Failure: Error {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}
