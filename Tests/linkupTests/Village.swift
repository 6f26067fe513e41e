import TestSupport

/// A handful of contacts as files, for tests that need a network but not a large one.
enum Village {
  static let jsonLines = """
    {"id":"claire","name":"Claire Bonnafous","host":true,"needs":["someone to translate contracts into English"],"offers":["a first hour of legal advice on employment law"]}
    {"id":"marc","name":"Marc Delpech","place":"Toulouse","groups":["Rotary"],"needs":[{"text":"help with our accounts and invoices","urgency":"high"}],"offers":["website design for small shops"],"notes":"secret-note"}
    {"id":"nadia","name":"Nadia Haddad","place":"Toulouse","groups":["Rotary"],"needs":["a website for my shop"],"offers":["bookkeeping, accounts and invoices for small firms"]}
    {"id":"tom","name":"Tom Baker","offers":["translate contracts from French into English"],"needs":["legal advice on employment law"]}
    {"id":"zoe","name":"Zoé Lacaze","headline":"Maraîchère bio","extra":{"plot":7}}
    """ + "\n"

  /// A tool whose network holds the village.
  static func imported() throws -> CommandLineTool {
    var tool = CommandLineTool()
    tool.environment["LINKUP_NETWORK"] = tool.folder.file("network.sqlite")
    tool.folder.write(jsonLines, to: "village.jsonl")
    try tool.run("import", "village.jsonl")
    return tool
  }
}
