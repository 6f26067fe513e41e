extension String {
  /// The mail addresses in a text, such as `Anna Roux <anna@x.example>; mailto:b@x.example`; what is none is left out.
  var mailAddresses: [String] {
    split { $0.isWhitespace || ",;<>()\"|".contains($0) }.compactMap { part in
      let address = part.lowercased().hasPrefix("mailto:") ? part.dropFirst(7) : part
      guard let at = address.lastIndex(of: "@"), at > address.startIndex,
        address.index(after: at) < address.endIndex
      else { return nil }
      return String(address)
    }
  }
}
