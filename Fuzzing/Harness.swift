import Foundation
import Interchange
import Matchmaking

/// What libFuzzer calls with each input: reads it as the format that `LINKUP_FUZZING` names, and stops the program
/// where a promise of ``Import`` is broken.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  Harness.current.test(Data(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// Where the program begins: Swift's build gives an executable's own `main` this name, and so leaves libFuzzer's out.
@_cdecl("fuzzing_main")
public func fuzzingMain(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var (count, arguments) = (count, arguments)
  return runDriver(&count, &arguments, testOneInput)
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Reads inputs in one format, and checks what must hold whatever they say.
struct Harness {
  static let current = Harness(ProcessInfo.processInfo.environment["LINKUP_FUZZING"] ?? "")

  private let input: Input

  private enum Input {
    /// Nil to recognise the format of each input by its content.
    case text(Format?)
    /// The bytes of a ZIP archive, which are read from a file, as archives are.
    case archive(path: String)
  }

  /// - Parameter reader: A ``Format``, or `jCard`, `xCard`, `callBackup` (which are read as what they are another form of),
  ///   `any` (to be recognised) or `archive`.
  private init(_ reader: String) {
    let forms = ["jCard": Format.vCard, "xCard": .vCard, "callBackup": .calls]
    switch reader {
    case "any": input = .text(nil)
    case "archive": input = .archive(path: NSTemporaryDirectory() + "linkup-fuzzing-\(getpid()).zip")
    default:
      guard let format = forms[reader] ?? Format(rawValue: reader) else {
        fatalError("LINKUP_FUZZING names no reader: '\(reader)'")
      }
      input = .text(format)
    }
  }

  /// What LinkedIn calls some files of an archive that can't be told by their content.
  private static let name = "skills given.csv"

  func test(_ data: Data) {
    for existing in [Network.empty, Self.withHost] {
      guard let first = imported(data, into: existing) else { continue }
      precondition(first.summary.addsUp, "\(first.summary)")
      guard let again = imported(data, into: first.network) else {
        fatalError("what could be read once can't be read again")
      }
      precondition(again.summary.addsUp, "\(again.summary)")
      precondition(again.summary.added == 0, "again: \(again.summary)")
    }
  }

  /// Nil if nothing of the input could be read.
  private func imported(_ data: Data, into existing: Network) -> Import? {
    switch input {
    case .text(let format):
      return try? Import(
        of: data, named: Self.name, into: existing, options: Import.Options(format: format, keepsBodies: true)
      )
    case .archive(let path):
      _ = FileManager.default.createFile(atPath: path, contents: data)
      let found = Import(of: [path], into: existing)
      return found.files.isEmpty ? nil : found
    }
  }

  /// A network in which a mailbox, a calendar, a call log and somebody's LinkedIn archive find their host.
  private static let withHost: Network = {
    let host = Contact(
      id: "host", name: "Jean Dupont", place: Place(country: "France"), emails: ["jean@dupont.example"],
      phones: ["+33612345678"])
    let friend = Contact(
      id: "friend", name: "Zoé Petit", emails: ["zoe@petit.example"], phones: ["+33698765432"])
    do {
      return try Network(contacts: [host, friend], ties: [Tie("host", "friend")], host: "host")
    } catch {
      fatalError("\(error)")
    }
  }()
}

extension Import.Summary {
  /// Whether each record counts once.
  fileprivate var addsUp: Bool {
    read == added + updated + unchanged + merged + strangers + skippedRecords
  }
}
