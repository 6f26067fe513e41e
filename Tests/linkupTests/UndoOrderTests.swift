import TestSupport
import Testing

/// Imports and merges taken back in an order that is not theirs.
@Suite struct UndoOrderTests {
  private var tool = CommandLineTool()

  init() throws {
    tool.environment["LINKUP_NETWORK"] = tool.folder.file("n.sqlite")
    for id in ["host", "o"] { try run("add", "Contact " + id, "--id", id) }
  }

  @discardableResult private func run(_ arguments: String...) throws -> String {
    let outcome = try tool.shell("linkup " + arguments.map { "'" + $0 + "'" }.joined(separator: " "))
    #expect(outcome.code == 0, "\(arguments): \(outcome.errors)")
    return outcome.output
  }

  private func importing(_ line: String) throws {
    tool.folder.write(line + "\n", to: "in.jsonl")
    try run("import", tool.folder.file("in.jsonl"))
  }

  @Test func `refuses to take an import back beneath a merge of somebody whom it names`() throws {
    try importing(#"{"id":"f","name":"Flo","needs":["SECRET"]}"#)
    try run("need", "f", "TYPED")
    let before = try run("export")
    for (one, other) in [("o", "f"), ("f", "o")] {
      try run("merge", one, other)
      let merged = try run("export")
      let refused = try tool.run("import", "--undo", "1")
      #expect(refused.code == 1 && refused.errors.contains("linkup unmerge"), "\(refused.errors)")
      #expect(try run("export") == merged)
      try run("unmerge", other)
      #expect(try run("export") == before)
    }
    try run("import", "--undo", "1")
    let left = try run("export")
    #expect(left.contains("TYPED") && !left.contains("SECRET"))
  }

  @Test func `keeps a call that was logged, of several on one day`() throws {
    let call = #"{"date":"2026-01-01","kind":"call","with":"o"}"#
    try importing(#"{"id":"a","name":"Anna","interactions":[\#(call)]}"#)
    try run("log", "a", "--with", "o", "--on", "2026-01-01", "--kind", "call")
    try run("import", "--undo", "1")
    let logged = try run("export")
    try importing(#"{"id":"a","name":"Anna","interactions":[\#(call),\#(call)]}"#)
    try run("import", "--undo", "2")
    #expect(try run("export") == logged)
    #expect(logged.contains("2026-01-01"))
  }

  @Test func `leaves no group behind when both who brought it are taken back`() throws {
    let before = try run("export")
    try importing(#"{"id":"a","name":"A","groups":["G"]}"#)
    try importing(#"{"id":"b","name":"B","groups":["G"]}"#)
    try run("import", "--undo", "1")
    try run("import", "--undo", "2")
    #expect(try run("export") == before)
    #expect(try tool.run("group", "G").code != 0)
  }

  @Test func `forgets what an import had said where a later one took the rest back`() throws {
    tool.folder.write("name,email,headline\nAnn,a@x.example,Cook\n", to: "p1.csv")
    tool.folder.write("name,email,headline,notes\nAnn,a@x.example,Chef,tall\n", to: "p2.csv")
    try run("import", tool.folder.file("p1.csv"))
    let before = try run("export")
    try run("import", tool.folder.file("p2.csv"))
    try run("import", tool.folder.file("p1.csv"))
    try run("import", "--undo", "2")
    #expect(try run("export") == before)
  }
}
