import Foundation
import TestSupport
import Testing

/// What a user does, in the order in which it is done.
@Suite struct DayToDayTests {
  @Test func `imports once and changes nothing the second time`() throws {
    let tool = try Village.imported()
    let before = try tool.run("export").output
    let again = try tool.run("import", "village.jsonl")
    #expect(again.code == 0)
    #expect(again.output.contains("5 read, 0 added, 0 updated, 5 unchanged, 0 merged, 0 skipped"))
    #expect(try tool.run("export").output == before)
  }

  @Test func `exports what it imported, unknown fields and all`() throws {
    let tool = try Village.imported()
    let exported = try tool.run("export").output
    #expect(exported.contains(#""extra":{"plot":7}"#))
    tool.folder.write(exported, to: "exported.jsonl")
    try tool.run("import", "exported.jsonl", "--network", "other.sqlite")
    #expect(try tool.run("export", "--network", "other.sqlite").output == exported)
  }

  @Test func `suggests introductions with the people's own words`() throws {
    let tool = try Village.imported()
    let outcome = try tool.run("match", "--as-of", "2026-11-23")
    #expect(outcome.code == 0 && outcome.errors.isEmpty)
    #expect(outcome.output.contains("Marc Delpech and Nadia Haddad  both in Rotary"))
    #expect(outcome.output.contains("Marc Delpech needs “help with our accounts and invoices” (urgent)"))
    #expect(
      outcome.output.contains("Nadia Haddad offers “bookkeeping, accounts and invoices for small firms”"))
    #expect(!outcome.output.contains("Claire"), "the host is not introduced")
    #expect(!outcome.output.contains("secret-note"))
  }

  @Test func `suggests swaps and rings, and marks them`() throws {
    var tool = CommandLineTool()
    tool.environment["LINKUP_NETWORK"] = tool.folder.file("network.sqlite")
    tool.folder.write(
      """
      {"id":"anne","name":"Anne","capacity":1,"needs":["a bilingual accountant"],"offers":["piano lessons"]}
      {"id":"bruno","name":"Bruno","capacity":1,"needs":["English translation"],"offers":["bilingual accountant"]}
      {"id":"claire","name":"Claire","capacity":1,"needs":["piano lessons"],"offers":["English translation"]}
      {"id":"david","name":"David","needs":["a gardener for hedges"],"offers":["bicycle repair"]}
      {"id":"elsa","name":"Elsa","needs":["bicycle repair"],"offers":["gardener, hedges"]}
      """, to: "circle.jsonl")
    try tool.run("import", "circle.jsonl")
    let page = try tool.run("match").output
    #expect(page.contains("David and Elsa\n           swap: each has something for the other\n"))
    #expect(
      page.contains("\n\nRings: each needs what the next offers. Introduce all three together.\n\n  2  "))
    #expect(page.contains("Anne, Bruno and Claire\n           Anne needs “a bilingual accountant”"))

    let rows = try tool.run("match", "--format", "csv").output.split(separator: "\n").dropFirst()
    #expect(rows.map { $0.split(separator: ",").first } == ["1", "1", "2", "2", "2"])
    #expect(rows.map { $0.split(separator: ",").last } == ["swap", "swap", "ring", "ring", "ring"])
    let why = try tool.run("why", "claire", "anne").output
    #expect(why.contains(": proposed\n  in a ring: Anne, Bruno and Claire; each needs what the next offers"))
  }

  @Test func `answers an ad-hoc need, an ad-hoc offer, and for one contact`() throws {
    let tool = try Village.imported()
    #expect(try tool.run("match", "--need", "who can do our accounts?").output.contains("Nadia Haddad"))
    #expect(try tool.run("match", "--offer", "legal advice on employment law").output.contains("Tom Baker"))
    #expect(try tool.run("match", "claire").output.contains("Tom Baker"))
    #expect(
      try tool.run("match", "tom", "--need", "accounts and invoices").output.contains("Nothing here fits"))
  }

  @Test func `explains a proposed pair and one that is not`() throws {
    let tool = try Village.imported()
    let proposed = try tool.run("why", "marc", "nadia").output
    #expect(proposed.contains("Marc Delpech and Nadia Haddad: proposed"))
    for factor in ["score", "relevance", "freshness", "urgency", "place", "basis", "reciprocity", "trust"] {
      #expect(proposed.contains(factor))
    }
    let refused = try tool.run("why", "zoe", "nadia").output
    #expect(refused.contains("not proposed\n  because the best match is too weak"))
    #expect(try tool.run("why", "claire", "tom").output.contains("Claire Bonnafous is the host"))
  }

  @Test func `notes contacts, needs and offers by hand`() throws {
    let tool = try Village.imported()
    let id = try tool.run("add", "Inès Faure", "--place", "Albi", "--group", "Rotary").output
    #expect(id.hasPrefix("ines-faure-"))
    #expect(try tool.run("need", "ines", "piano lessons for my daughter", "--urgency", "high").code == 0)
    #expect(try tool.run("offer", "zoe", "piano lessons for children").code == 0)
    #expect(try tool.run("match").output.contains("Zoé Lacaze"))
    #expect(try tool.run("need", "ines", "Piano lessons for my daughter", "--state", "met").code == 0)
    #expect(!(try tool.run("match").output.contains("Zoé Lacaze")))
    let again = try tool.run("add", "Inès Faure")
    #expect(again.code == 1 && again.errors.contains("is there already"))
  }

  @Test func `changes of a listing what is given, and nothing else`() throws {
    let tool = try Village.imported()
    tool.folder.write(
      #"{"id":"tom","offers":[{"id":"o1","text":"Rides to town","basis":"implied","urgency":"low","#
        + #""since":"2026-01-01","until":"2027-12-31","visibility":"private","terms":"gift","x":1}]}"# + "\n",
      to: "ride.jsonl")
    try tool.run("import", "ride.jsonl")
    #expect(try tool.run("offer", "tom", "rides to town", "--state", "paused").output == "o1\n")
    let listing =
      #"{"id":"o1","text":"rides to town","basis":"implied","urgency":"low","since":"2026-01-01","#
      + #""until":"2027-12-31","visibility":"private","terms":"gift","state":"paused","byHost":true,"x":1}"#
    #expect(try tool.run("export").output.contains(listing))
  }

  @Test func `makes a contact of an import the host`() throws {
    let tool = try Village.imported()
    tool.folder.write("name,needs\nMe Myself,a cook\nYou,a plumber\n", to: "two.csv")
    try tool.run("import", "two.csv", "--network", "two.sqlite")
    let id = try tool.run("add", "Me Myself", "--host", "--network", "two.sqlite").output
    let exported = try tool.run("export", "--network", "two.sqlite").output
    #expect(exported.split(separator: "\n").count == 2)
    #expect(exported.contains("\"id\":\"\(id.dropLast())\",\"name\":\"Me Myself\",\"host\":true"))
  }

  @Test func `takes nobody for the host by a part of the name`() throws {
    let tool = try Village.imported()
    let added = try tool.run("add", "Tom", "--host")
    #expect(added.output.hasPrefix("tom-"))
    let id = added.output.dropLast()
    #expect(added.errors == "linkup: the host was Claire Bonnafous (claire); now it is '\(id)'\n")
    let back = try tool.run(
      "add", "claire bonnafous", "--host", "--email", "c@example.org", "--group", "Choir")
    #expect(back.output == "claire\n" && back.errors.contains("now it is 'claire'"))
    #expect(
      try tool.run("export").output.contains(
        #""name":"Claire Bonnafous","host":true,"groups":["Choir"],"emails":["c@example.org"]"#))
    let again = try tool.run("add", "c@example.org", "--host")
    #expect(again.output == "claire\n" && again.errors.isEmpty)
    try tool.run("add", "Tom Baker", "--id", "tom2")
    let unclear = try tool.run("add", "Tom Baker", "--host")
    #expect(unclear.code == 1 && unclear.errors.contains("may be Tom Baker (tom), Tom Baker (tom2)"))
  }

  @Test func `finds people by anything known about them`() throws {
    let tool = try Village.imported()
    #expect(
      try tool.run("find", "maraichere").output.hasPrefix("Zoé Lacaze  zoe\n    headline: Maraîchère bio"))
    let nobody = try tool.run("find", "qqqq")
    #expect(nobody.code == 0 && nobody.output.hasPrefix("Nobody fits"))
  }

  @Test func `marks what it finds that is private or no longer stands`() throws {
    let tool = try Village.imported()
    try tool.run("offer", "zoe", "piano lessons", "--visibility", "private", "--state", "paused")
    try tool.run("need", "zoe", "a greenhouse", "--until", "2026-12-31", "--as-of", "2026-11-01")
    #expect(
      try tool.run("find", "piano lessons").output.contains("offer: piano lessons (private, paused)\n"))
    for (day, aside) in [("2026-12-31", "until 2026-12-31"), ("2027-01-01", "past 2026-12-31")] {
      let found = try tool.run("find", "a greenhouse", "--as-of", day).output
      #expect(found.contains("need: a greenhouse (\(aside))\n"), "\(found)")
    }
  }

  @Test func `writes the week to a file or to standard output`() throws {
    let tool = try Village.imported()
    let text = try tool.run("report", "--as-of", "2026-11-23")
    #expect(text.output.contains("2026-W48"))
    #expect(try tool.run("report", "--week", "2026-W48").output == text.output)
    #expect(try tool.run("report", "--as-of", "2026-11-23", "--output", "week.md").code == 0)
    let markdown = try String(contentsOfFile: tool.folder.file("week.md"), encoding: .utf8)
    #expect(markdown.hasPrefix("# "))
    #expect(markdown.contains("Nadia Haddad") && !markdown.contains("secret-note"))
    let nowhere = try tool.run("report", "--output", "no/such/folder/week.md")
    #expect(nowhere.code == 1 && nowhere.errors.hasPrefix("linkup: no/such/folder/week.md: can't be written"))
  }

  @Test func `writes a report into whatever its name stands for`() throws {
    let tool = try Village.imported()
    let text = try tool.run("report").output
    let outcome = try tool.shell(
      """
      mkfifo pipe; cat pipe > piped & touch old; chmod 640 old; ln -s old link; ln -s later dangling; set -e
      for output in pipe link dangling new /dev/null; do linkup report --output $output 2> /dev/null; done
      wait; stat -c '%n %a %F' old link later dangling new; ls | grep -v sqlite; cmp old new; cmp later new; cmp piped new
      test -c /dev/null
      """)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(
      outcome.output == """
        old 640 regular file
        link 777 symbolic link
        later 600 regular file
        dangling 777 symbolic link
        new 600 regular file
        dangling
        later
        link
        new
        old
        pipe
        piped
        village.jsonl

        """)
    #expect(try String(contentsOfFile: tool.folder.file("new"), encoding: .utf8) == text)
  }

  @Test func `asks which contact is meant`() throws {
    let tool = try Village.imported()
    try tool.run("add", "Marc Delpech", "--id", "marc2")
    let unclear = try tool.run("why", "marc delpech", "tom")
    #expect(unclear.code == 1)
    #expect(unclear.errors.contains("may be Marc Delpech (marc), Marc Delpech (marc2); give the id"))
    #expect(try tool.run("why", "nobody", "tom").errors.contains("nobody here is called 'nobody'"))
  }

  @Test func `shows who stands there twice, and who knows the one who can help`() throws {
    var tool = CommandLineTool()
    tool.environment["LINKUP_NETWORK"] = "network.sqlite"
    tool.folder.write(
      """
      {"id":"me","name":"Me","host":true,"needs":["an accountant for my tax return"],"knows":["ann"]}
      {"id":"ann","name":"Ann Lee","emails":["ann@example.org"],"knows":["bo"]}
      {"id":"ann2","name":"A. Lee","emails":["Ann@example.org"],"offers":["dog walks"]}
      {"id":"bo","name":"Bo Wu","offers":["accountant: tax returns"],"endorsements":["Payroll","VAT"]}
      {"id":"cy","name":"Cy Orr","offers":["accountant for tax returns"]}

      """, to: "few.jsonl")
    try tool.run("import", "few.jsonl", "--from", "jsonl")
    try tool.run("add", "Wu Bo", "--id", "bo2")
    #expect(
      try tool.run("duplicates").output.split(separator: "\n")
        == ["Ann Lee (ann), A. Lee (ann2): ann@example.org", "Bo Wu (bo), Wu Bo (bo2): the name Bo Wu"])
    let whole = try tool.run("match").output
    #expect(whole.hasSuffix("2 people seem to stand in the network twice: linkup duplicates\n"))
    let rows = try tool.run("duplicates", "--format", "csv").output
    #expect(
      rows.hasPrefix("duplicate,contact,name,evidence\n1,ann,Ann Lee,ann@example.org\n1,ann2,A. Lee,"))
    let match = try tool.run("match", "me").output
    #expect(match.contains("2 steps away: ask Ann Lee first"))
    #expect(match.components(separatedBy: "steps away").count == 2, "nobody is known to know Cy")
    #expect(try tool.run("match", "--need", "VAT").output.contains("Payroll, VAT"))
  }

  @Test func `notes ties, interactions and groups, and finds who can introduce whom`() throws {
    let tool = try Village.imported()
    #expect(
      try tool.run("tie", "claire", "marc", "--kind", "friend").output
        == "Claire Bonnafous and Marc Delpech: friend\n")
    #expect(
      try tool.run("tie", "marc", "nadia", "--since", "2019-05-01").output.contains(
        "acquaintance since 2019-05-01"))
    #expect(try tool.run("tie", "marc", "marc").code == 1)
    let logged = try tool.run("log", "marc", "--kind", "coffee", "--on", "2026-11-01")
    #expect(logged.output == "Marc Delpech and Claire Bonnafous: coffee on 2026-11-01\n")
    let path = try tool.run("path", "nadia", "--as-of", "2026-11-23").output
    #expect(path.hasPrefix("Claire Bonnafous → Marc Delpech → Nadia Haddad: 2 steps, strength 0."))
    #expect(path.contains("Claire Bonnafous knows Marc Delpech: friend, last in touch 2026-11-01"))
    #expect(path.contains("both in Rotary") && path.hasSuffix("Ask Marc Delpech first.\n"))
    #expect(
      try tool.run("path", "nadia", "--format", "csv").output
        .hasPrefix("step,contact,name,next,nextName,kind,lastTouch,groups,strength\n1,claire,"))
    let none = try tool.run("path", "zoe")
    #expect(none.code == 0 && none.output.isEmpty && none.errors.contains("linkup tie A B"))
    #expect(try tool.run("path", "claire").code == 1)
    #expect(try tool.run("match", "--reach", "1").output.contains("Nadia") == false)
    #expect(try tool.run("tie", "marc", "nadia", "--remove").output.contains("no tie"))
    #expect(try tool.run("tie", "marc", "nadia", "--remove").code == 1)

    #expect(try tool.run("group", "Choir", "zoe", "tom").output == "Tom Baker  tom\nZoé Lacaze  zoe\n")
    #expect(try tool.run("group", "Choir", "zoe", "--remove").output == "Tom Baker  tom\n")
    #expect(try tool.run("group", "Choir", "marc", "--remove").code == 1)
    #expect(try tool.run("group", "Choir", "tom", "--remove").output.isEmpty)
    #expect(try tool.run("group", "Choir").code == 1)
  }
}
