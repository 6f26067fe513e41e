internal import Foundation

/// Mail addresses and telephone numbers written as web addresses.
enum ContactAddress {
  /// `mailto:marie@example.org?subject=…` without what is not the mail address; empty if nothing is left.
  static func mail(_ text: String) -> String {
    guard text.lowercased().hasPrefix("mailto:") else { return text }
    let address = String(text.dropFirst(7).prefix { $0 != "?" })
    return (address.removingPercentEncoding ?? address).trimmed
  }

  /// `tel:+33-5-61-00-00-00` without the scheme and parameters.
  static func phone(_ text: String) -> String {
    guard text.lowercased().hasPrefix("tel:") else { return text }
    return String(text.dropFirst(4).prefix { $0 != ";" })
  }
}
