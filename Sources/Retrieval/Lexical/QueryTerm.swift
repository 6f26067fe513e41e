/// A term of a query with its weight.
struct QueryTerm {
  let number: UInt32
  let weight: Float
}
