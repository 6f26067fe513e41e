/// Why a text is not in the format in which it was to be read, and what to do about it.
struct UnknownFormat: Error {
  let advice: String
}
