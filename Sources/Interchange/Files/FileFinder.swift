internal import Foundation

/// Finds the files behind the paths that somebody names: folders and ZIP archives are walked, in order of their names.
struct FileFinder {
  private(set) var files: [ImportFile] = []
  private(set) var failures: [ImportError] = []
  /// Whether there are more files than are read.
  private var isFull = false

  /// Walks the paths; what can't be read is among the failures.
  init(_ paths: [String]) {
    for path in paths {
      if path == "-" {
        // Standard input can be read once.
        do throws(ImportError) {
          let bytes = try ImportFile(name: "standard input", isNamed: true, content: .input).whole()
          files.append(ImportFile(name: "standard input", isNamed: true, content: .bytes(bytes)))
        } catch {
          failures.append(error)
        }
      } else {
        add(path, isNamed: true, depth: 0)
      }
    }
  }

  private mutating func add(_ path: String, isNamed: Bool, depth: Int) {
    var status = stat()
    guard (isNamed ? stat(path, &status) : lstat(path, &status)) == 0 else {
      if isNamed { failures.append(.unreadable(path: path, reason: ImportFile.reason(errno))) }
      return
    }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: addFolder(path, depth: depth)
    // Only what is named may be a pipe; a folder's links may lead in circles.
    case S_IFREG: addFile(path, isNamed: isNamed)
    default:
      guard isNamed else { return }
      // A pipe can be read once.
      do throws(ImportError) {
        let bytes = try ImportFile(name: path, isNamed: true, content: .file(path: path)).whole()
        files.append(ImportFile(name: path, isNamed: true, content: .bytes(bytes)))
      } catch {
        failures.append(error)
      }
    }
  }

  private mutating func addFolder(_ path: String, depth: Int) {
    guard depth < Self.deepest else {
      failures.append(.folder(path: path, reason: "is in too many folders, one in another"))
      return
    }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      failures.append(.unreadable(path: path, reason: "the folder can't be listed"))
      return
    }
    let base = path.hasSuffix("/") ? String(path.dropLast()) : path
    let visible = names.filter { !$0.hasPrefix(".") }.sorted()
    if Set(visible).isSuperset(of: ["cur", "new"]) {
      let mails = ["cur", "new"].flatMap { folder in
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []).sorted()
          .map { "\(path)/\(folder)/\($0)" }
      }
      if !mails.isEmpty { files.append(ImportFile(name: path, isNamed: false, content: .maildir(mails))) }
      // Maildir++ has its folders in hidden ones, such as .Sent.
      for name in names.sorted() where !["cur", "new", "tmp"].contains(name) {
        let folder = "\(base)/\(name)"
        if !name.hasPrefix(".") || FileManager.default.fileExists(atPath: folder + "/cur") {
          add(folder, isNamed: false, depth: depth + 1)
        }
      }
      return
    }
    for name in visible {
      guard !isFull else { return }
      guard files.count < Self.most else {
        isFull = true
        return failures.append(.folder(path: path, reason: "more than \(Self.most) files are too many"))
      }
      add("\(base)/\(name)", isNamed: false, depth: depth + 1)
    }
  }

  private mutating func addFile(_ path: String, isNamed: Bool) {
    let file = ImportFile(name: path, isNamed: isNamed, content: .file(path: path))
    do throws(ImportError) {
      guard try file.beginning().bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else {
        files.append(file)
        return
      }
      let archive = try ZipArchive(path: path, named: path)
      // A workbook is an archive too, but nothing in it is a list of contacts.
      if archive.entries.contains(where: { $0.name == "[Content_Types].xml" }) {
        throw .notText(
          path: path, advice: "is an Excel or Office file, whatever its name: save it as CSV and import that")
      }
      if archive.entries.contains(where: { $0.name == "Index/Document.iwa" }) {
        throw .notText(path: path, advice: "is a sheet of Numbers or a document of Apple's: export it as CSV")
      }
      if archive.entries.contains(where: { $0.name == "mimetype" }) {
        throw .notText(path: path, advice: "is an OpenDocument sheet or a book: save it as CSV")
      }
      for entry in archive.entries where !Self.isHidden(entry.name) {
        files.append(
          ImportFile(name: "\(path)/\(entry.name)", isNamed: false, content: .entry(archive, entry)))
      }
    } catch {
      failures.append(error)
    }
  }

  private static func isHidden(_ name: String) -> Bool {
    name.split(separator: "/").contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
  }

  private static let deepest = 32
  private static let most = 200_000
}
