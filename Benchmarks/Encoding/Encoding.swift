import Foundation
import Models
import Retrieval

/// How long does it take to read texts?
///
/// Measured: CPU time of texts to vectors on one thread, from letters to bytes; `bulk` all at once, `single` one at a time.
/// Corpus: the lines of the file that is the only argument.
/// Command: `Benchmarks/encode`, which asks in turns with its peers: a line in, the seconds out.
@main
enum Encoding {
  static func main() throws {
    let texts = try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8)
      .split(separator: "\n").map(String.init)
    guard let folder = ModelFolder.find() else { fatalError("the models are not beside the program") }
    let encoder = try TextEncoder(folder: folder)
    while let mode = readLine() {
      let start = clock()
      if mode == "single" {
        for text in texts { _ = encoder.encode([text]) }
      } else {
        _ = encoder.encode(texts)
      }
      let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
      FileHandle.standardOutput.write(Data("\(seconds)\n".utf8))
    }
  }
}
