/// What a file that is no text is, by its first bytes, so that the message can say what to do instead.
package enum BinaryKind: CaseIterable {
  case zip, emptyArchive, utf32, oldExcel, pdf, elf, png, jpeg, gzip, sevenZip, rar, outlook, sqlite, other

  /// Nil for a text.
  ///
  /// A file without known first bytes is text unless more than one byte in ten of its first 4 KiB is a
  /// control character; UTF-16 must have been ruled out.
  package init?(detectedIn raw: [UInt8]) {
    if let known = Self.allCases.first(where: { !$0.opening.isEmpty && raw.starts(with: $0.opening) }) {
      self = known
      return
    }
    guard TextEncoding(detectedIn: raw) == .utf8 else { return nil }
    let sample = raw.prefix(4096)
    let controls = sample.count { $0 < 0x20 && !$0.isBlank }
    guard controls * 10 > sample.count else { return nil }
    self = .other
  }

  /// Whether it is a container or a document that may hold contacts.
  var mayHoldContacts: Bool {
    switch self {
    case .zip, .oldExcel, .gzip, .sevenZip, .rar, .outlook: true
    case .emptyArchive, .utf32, .pdf, .elf, .png, .jpeg, .sqlite, .other: false
    }
  }

  /// What the file is and what to do with it.
  var advice: String {
    switch self {
    case .zip: "is a ZIP or Excel file: save it as CSV, or unpack it, and import that"
    case .emptyArchive: "is a ZIP archive with nothing in it: export the contacts again"
    case .utf32: "is a text in UTF-32: save it as UTF-8 and import that"
    case .oldExcel: "is an old Excel or Office file: save it as CSV and import that"
    case .pdf: "is a PDF: export the contacts as CSV and import that"
    case .elf: "is a program, no list of contacts"
    case .png, .jpeg: "is a picture, no list of contacts"
    case .gzip: "is compressed: unpack it with gunzip and import what comes out"
    case .sevenZip, .rar: "is an archive that linkup can't open: unpack it and import what comes out"
    case .outlook: "is a data file of Outlook: export the contacts from Outlook as CSV"
    case .sqlite:
      "is an SQLite database: if it is a network file, give it with --network, else export it as CSV"
    case .other: "is no text, nor a format that linkup knows: linkup help import names those"
    }
  }

  private var opening: [UInt8] {
    switch self {
    case .zip: [0x50, 0x4B, 0x03, 0x04]
    case .emptyArchive: [0x50, 0x4B, 0x05, 0x06]
    case .utf32: [0xFF, 0xFE, 0, 0]
    case .oldExcel: [0xD0, 0xCF, 0x11, 0xE0]
    case .pdf: Array("%PDF-".utf8)
    case .elf: [0x7F, 0x45, 0x4C, 0x46]
    case .png: [0x89, 0x50, 0x4E, 0x47]
    case .jpeg: [0xFF, 0xD8, 0xFF]
    case .gzip: [0x1F, 0x8B]
    case .sevenZip: [0x37, 0x7A, 0xBC, 0xAF]
    case .rar: Array("Rar!".utf8)
    case .outlook: Array("!BDN".utf8)
    case .sqlite: Array("SQLite format 3\0".utf8)
    case .other: []
    }
  }
}
