import TestSupport
import Testing

/// An introduction from the first draft to its outcome, by the commands that record it.
@Suite struct IntroductionLifeTests {
  @Test func `asks one side blindly, then the other, and records what came of it`() throws {
    let tool = try Village.imported()
    let begun = try tool.run("introduce", "marc", "nadia", "--as-of", "2026-11-23")
    #expect(begun.code == 0 && begun.output.contains("A draft for Marc Delpech:"))
    #expect(begun.output.contains("You need: “help with our accounts and invoices”"))
    let draft = begun.output.split(separator: "A draft for").last ?? ""
    #expect(!draft.split(separator: "Then:")[0].contains("Nadia"))
    #expect(begun.output.contains("Then: linkup answer marc nadia yes (or no)"))

    let early = try tool.run("answer", "nadia", "marc", "yes", "--as-of", "2026-11-23")
    #expect(
      early.code == 1
        && early.errors.contains("Nadia Haddad isn't asked now; Marc Delpech's answer is awaited"))
    let agreed = try tool.run("answer", "marc", "nadia", "yes", "--as-of", "2026-11-24")
    #expect(
      agreed.output.contains("A draft for Nadia Haddad:")
        && agreed.output.contains("Marc Delpech has agreed."))
    let made = try tool.run("answer", "nadia", "marc", "yes", "--as-of", "2026-11-25")
    #expect(made.output.hasPrefix("Marc Delpech and Nadia Haddad: made\n"))
    #expect(try tool.run("introductions", "--open").output.contains("made on 2026-11-25"))
    #expect(try tool.run("done", "nadia", "marc", "helped", "--as-of", "2026-12-01").code == 0)
    #expect(try tool.run("introductions", "--open").output.isEmpty)
    let rows = try tool.run("introductions", "marc", "--format", "csv").output.split(separator: "\n")
    #expect(
      rows[0]
        == "first,firstName,second,secondName,state,day,since,asked,declinedBy,reason,need,offer")
    #expect(rows[1].hasPrefix("marc,Marc Delpech,nadia,Nadia Haddad,helped,2026-12-01,2026-11-23,marc,,,"))
    let again = try tool.run("done", "nadia", "marc", "met")
    #expect(again.code == 1 && again.errors.contains("it has ended, and can be nothing else"))
    let why = try tool.run("why", "marc", "nadia", "--as-of", "2026-12-02").output
    #expect(why.contains("not again before 2027-12-01"))
  }

  @Test func `leaves alone whoever has had as many introductions as he takes, and why says so`() throws {
    var tool = CommandLineTool()
    tool.environment["LINKUP_NETWORK"] = "network.sqlite"
    tool.folder.write(
      """
      {"id":"ann","name":"Ann","capacity":1,"offers":["accountant, tax returns"]}
      {"id":"bob","name":"Bob","needs":["an accountant for tax returns"]}
      {"id":"cy","name":"Cy","needs":["an accountant for tax returns"]}

      """, to: "three.jsonl")
    try tool.run("import", "three.jsonl")
    try tool.run("introduce", "ann", "bob", "--as-of", "2026-11-23")
    let why = try tool.run("why", "ann", "cy", "--as-of", "2026-11-23").output
    #expect(why.contains("Ann takes 1 in 28 days and has had that since 2026-11-23"))
    let refused = try tool.run("introduce", "ann", "cy", "--as-of", "2026-11-23")
    #expect(
      refused.code == 1 && refused.errors.contains("Ann takes 1 in 28 days")
        && refused.errors.contains("--anyway"))
    #expect(!(try tool.run("match", "ann", "--as-of", "2026-11-23")).output.contains("Cy"))
    // Unanswered for longer than is waited, it has lapsed, and takes up no room.
    try tool.run("settings", "lapse-after", "5")
    let lapsed = try tool.run("why", "ann", "bob", "--as-of", "2026-12-05").output
    #expect(lapsed.contains("is lapsed; not again before"))
    #expect(try tool.run("match", "--as-of", "2026-12-05").output.contains("Cy needs"))
    try tool.run("settings", "lapse-after", "30")
    let full = try tool.run("match", "--as-of", "2026-11-23").output
    #expect(full.contains("1 more pair would fit, but somebody already has enough introductions."))
    #expect(try tool.run("match", "--as-of", "2026-12-21").output.contains("Cy needs"))
  }

  @Test func `keeps private words, and names that nobody may know yet, out of drafts`() throws {
    let tool = try Village.imported()
    try tool.run(
      "offer", "nadia", "bookkeeping, accounts and invoices for small firms", "--visibility", "private")
    let hidden = try tool.run("introduce", "marc", "nadia").output
    #expect(hidden.contains("You need:") && !hidden.contains("bookkeeping"))
    let other = try Village.imported()
    try other.run(
      "offer", "nadia", "bookkeeping, accounts and invoices for small firms", "--visibility", "public")
    #expect(try other.run("introduce", "marc", "nadia").output.contains("Nadia Haddad offers: “bookkeeping"))
  }

  @Test func `a decline ends it, with its reason in why, and the pair is left alone`() throws {
    let tool = try Village.imported()
    try tool.run("introduce", "marc", "nadia", "--as-of", "2026-11-01")
    let declined = try tool.run(
      "answer", "nadia", "marc", "no", "--because", "too busy", "--as-of", "2026-11-02")
    #expect(declined.code == 0 && declined.output.contains(": declined"))
    let why = try tool.run("why", "marc", "nadia", "--as-of", "2026-11-23").output
    #expect(why.contains("Nadia Haddad declined on 2026-11-02 (too busy)"))
    #expect(
      !(try tool.run("match", "--as-of", "2026-11-23").output.contains("Marc Delpech and Nadia Haddad")))
    let refused = try tool.run("introduce", "marc", "nadia", "--as-of", "2026-11-23")
    #expect(refused.code == 1 && refused.errors.contains("--anyway"))
    #expect(try tool.run("introduce", "marc", "nadia", "--as-of", "2026-11-23", "--anyway").code == 0)
  }

  @Test func `an introduction without an answer lapses`() throws {
    let tool = try Village.imported()
    try tool.run("introduce", "marc", "nadia", "--as-of", "2026-09-01")
    #expect(try tool.run("introductions", "--as-of", "2026-11-23").output.contains("lapsed after 2026-09-01"))
    let late = try tool.run("answer", "marc", "nadia", "yes", "--as-of", "2026-11-23")
    #expect(late.code == 1 && late.errors.contains("has lapsed"))
    #expect(
      try tool.run("answer", "tom", "zoe", "yes").errors.contains("begin with: linkup introduce tom zoe"))
  }

  @Test func `thanks, settings and calibration are recorded`() throws {
    let tool = try Village.imported()
    try tool.run("thank", "marc", "nadia", "--for", "the accounts", "--as-of", "2026-11-23")
    let thanked = try tool.run("thank", "tom", "nadia", "--as-of", "2026-11-23")
    #expect(thanked.output == "Nadia Haddad has been thanked by 2 people\n")
    #expect(try tool.run("thank", "tom", "tom").code == 1)
    #expect(
      try tool.run("export").output.contains(
        #""thanks":[{"to":"nadia","date":"2026-11-23","for":"the accounts"}]"#))

    #expect(try tool.run("settings", "trust", "0.9").output.hasPrefix("trust"))
    #expect(try tool.run("settings", "trust").output.contains("0.9 (standard 0.5)"))
    #expect(try tool.run("settings", "trust", "2").errors.contains("must be 0…1; nothing was changed"))
    #expect(try tool.run("settings", "capacity", "2.5").code == 64)
    #expect(try tool.run("settings", "trust", "--reset").output.contains("0.5  0 where"))
    #expect(try tool.run("settings", "tust").code == 64)

    #expect(try tool.run("calibrate").output.contains("40 are needed, 10 of each kind; nothing was changed"))
    // Introductions of high relevance that came to nothing, and some that helped.
    let outcomes = (0..<60).map { number in
      let state = number % 4 == 0 ? "helped" : "nothing"
      return
        #"{"id":"x\#(number)","name":"X \#(number)","introductions":[{"with":"claire","state":"\#(state)","on":"2026-10-01","need":"n","offer":"o","relevance":0.\#(6 + number % 3)}]}"#
    }
    tool.folder.write(outcomes.joined(separator: "\n") + "\n", to: "outcomes.jsonl")
    try tool.run("import", "outcomes.jsonl")
    let dry = try tool.run("calibrate", "--dry-run").output
    #expect(
      dry.hasPrefix("60 introductions with an outcome: 15 right, 45 wrong\n") && dry.contains("dry run"))
    let fitted = try tool.run("calibrate").output
    #expect(fitted.contains("before") && fitted.contains("after") && fitted.contains("kept: slope"))
    #expect(!(try tool.run("settings", "relevance-shift").output.contains("  0  ")))
  }
}
