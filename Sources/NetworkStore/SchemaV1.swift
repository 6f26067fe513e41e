internal import GRDB
import Matchmaking

/// The first schema. What can be said in SQL is said there: a file stays a network whoever writes to it.
///
/// Lists of texts that are only ever read as a whole (languages, addresses) are JSON arrays; whatever refers
/// to a contact is a row with a foreign key.
enum SchemaV1 {
  static func create(_ database: Database) throws {
    try database.execute(sql: contacts + listings + links + settings + reports + changes + encodings)
  }

  private static func day(_ column: String) -> String {
    // Most days are seen to be some by their digits, without reckoning.
    let plain = ["0[1-9]", "1[012]"].map { "\(column) GLOB '[0-9][0-9][0-9][0-9]-\($0)-[012][1-8]'" }
    return
      "CHECK (\(column) IS NULL OR \(plain[0]) OR \(plain[1]) OR date(\(column), '+0 days') IS \(column))"
  }

  /// Something but white space.
  private static func filled(_ column: String) -> String {
    "CHECK (\(column) GLOB '*[^\t\n\u{B}\u{C}\r ]*')"
  }

  /// One of a few words. SQLite would make a table of its own for each list of more than two, at each row.
  private static func choice(_ column: String, _ words: String...) -> String {
    "CHECK (\(words.map { "\(column) = '\($0)'" }.joined(separator: " OR ")))"
  }

  private static func list(_ column: String) -> String {
    // Most are empty, which needs no parsing.
    "\(column) TEXT NOT NULL CHECK (\(column) = '[]' OR (json_valid(\(column)) AND unicode(\(column)) = \(UInt8(ascii: "["))))"
  }

  private static func object(_ column: String) -> String {
    "\(column) TEXT NOT NULL CHECK (\(column) = '{}' OR (json_valid(\(column)) AND unicode(\(column)) = \(UInt8(ascii: "{"))))"
  }

  private static let contacts = """
    CREATE TABLE contact (
      id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
      name TEXT NOT NULL,
      headline TEXT,
      organisation TEXT,
      hasPlace INTEGER NOT NULL CHECK (hasPlace IN (0, 1)),
      locality TEXT,
      region TEXT,
      country TEXT,
      latitude REAL CHECK (latitude BETWEEN -90 AND 90),
      longitude REAL CHECK (longitude BETWEEN -180 AND 180),
      \(list("languages")),
      \(list("emails")),
      \(list("phones")),
      \(list("urls")),
      sponsor TEXT REFERENCES contact (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
      capacity INTEGER CHECK (capacity >= 0),
      notes TEXT,
      lastContact TEXT \(day("lastContact")),
      barsEverybody INTEGER NOT NULL CHECK (barsEverybody IN (0, 1)),
      \(list("aliases")),
      source TEXT,
      \(object("sources")),
      \(object("unknownFields")),
      CHECK ((latitude IS NULL) = (longitude IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX contactSponsor ON contact (sponsor) WHERE sponsor IS NOT NULL;

    CREATE TABLE doNotIntroduce (
      contact TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      other TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (contact, other)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX doNotIntroduceOther ON doNotIntroduce (other);

    -- What tells this state of the network from all others.
    CREATE TABLE revision (
      number INTEGER PRIMARY KEY CHECK (number = 1),
      stamp TEXT NOT NULL
    ) STRICT;
    INSERT INTO revision VALUES (1, hex(randomblob(16)));

    CREATE TABLE host (
      number INTEGER NOT NULL PRIMARY KEY CHECK (number = 1),
      contact TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
    ) STRICT;

    """

  private static let listings = """
    CREATE TABLE listing (
      id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
      contact TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      kind TEXT NOT NULL CHECK (kind IN ('need', 'offer')),
      text TEXT NOT NULL \(filled("text")),
      basis TEXT NOT NULL CHECK (basis IN ('stated', 'implied')),
      source TEXT \(choice("source", "headline", "skills", "notes")),
      evidence TEXT,
      urgency TEXT NOT NULL \(choice("urgency", "low", "normal", "high")),
      since TEXT \(day("since")),
      until TEXT \(day("until")),
      visibility TEXT NOT NULL \(choice("visibility", "private", "network", "public")),
      terms TEXT \(choice("terms", "gift", "favour", "exchange", "loan", "paid")),
      state TEXT NOT NULL \(choice("state", "open", "paused", "met", "withdrawn")),
      byHost INTEGER NOT NULL CHECK (byHost IN (0, 1)),
      \(object("unknownFields")),
      CHECK (since <= until)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX listingContact ON listing (contact);

    """

  private static let pair = """
      first TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      second TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
        CHECK (first < second)
    """

  private static let links = """
    CREATE TABLE tie (
    \(pair),
      kind TEXT NOT NULL \(choice("kind", "kin", "friend", "colleague", "acquaintance")),
      since TEXT \(day("since")),
      byHost INTEGER NOT NULL CHECK (byHost IN (0, 1)),
      PRIMARY KEY (first, second)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tieSecond ON tie (second);

    CREATE TABLE "group" (
      name TEXT NOT NULL PRIMARY KEY \(filled("name"))
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE membership (
      "group" TEXT NOT NULL REFERENCES "group" (name) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      contact TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY ("group", contact)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX membershipContact ON membership (contact);

    CREATE TABLE interaction (
    \(pair),
      day TEXT NOT NULL \(day("day")),
      kind TEXT NOT NULL
        \(choice("kind", "call", "mail", "message", "coffee", "meeting", "guestbook", "comment")),
      "from" TEXT CHECK ("from" IN (first, second)),
      note TEXT,
      number INTEGER NOT NULL CHECK (number >= 1)
    ) STRICT;
    CREATE UNIQUE INDEX interactionOnce ON interaction (first, second, day, kind, "from", note, number);
    CREATE INDEX interactionSecond ON interaction (second);

    CREATE TABLE introduction (
    \(pair),
      since TEXT NOT NULL \(day("since")),
      day TEXT NOT NULL \(day("day")),
      state TEXT NOT NULL \(choice("state", "proposed", "asked-first", "asked-both", "made", "helped", "met", "nothing", "declined", "lapsed")),
      asked TEXT CHECK (asked IN (first, second)),
      declinedBy TEXT,
      reason TEXT,
      need TEXT,
      offer TEXT,
      relevance REAL CHECK (relevance BETWEEN 0 AND 1),
      PRIMARY KEY (first, second, since),
      CHECK (since <= day),
      CHECK ((need IS NULL) = (offer IS NULL)),
      CHECK (CASE state WHEN 'declined' THEN declinedBy IS NOT NULL AND declinedBy IN (first, second)
        ELSE declinedBy IS NULL END)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX introductionSecond ON introduction (second);
    CREATE INDEX introductionNeed ON introduction (need) WHERE need IS NOT NULL;
    CREATE INDEX introductionOffer ON introduction (offer) WHERE offer IS NOT NULL;
    \(steps)

    CREATE TABLE thanks (
      "from" TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      "to" TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
        CHECK ("from" <> "to"),
      day TEXT NOT NULL \(day("day")),
      favour TEXT
    ) STRICT;
    CREATE UNIQUE INDEX thanksOnce ON thanks ("from", "to", day, favour);
    CREATE INDEX thanksTo ON thanks ("to");
    """

  /// No state may be skipped or taken back: each update takes one step.
  private static var steps: String {
    let legal = Introduction.State.allCases.flatMap { state in
      Introduction.State.allCases.filter { state == $0 || state.next.contains($0) }
        .map { "('\(state.rawValue)', '\($0.rawValue)')" }
    }
    return """
      CREATE TRIGGER introductionStep BEFORE UPDATE OF state ON introduction
      WHEN (OLD.state, NEW.state) NOT IN (VALUES \(legal.joined(separator: ", ")))
      BEGIN SELECT RAISE(ABORT, 'an introduction takes one step at a time, and none back'); END;
      """
  }

  private static let settings = """
    CREATE TABLE setting (
      name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
      value REAL NOT NULL
    ) STRICT, WITHOUT ROWID;

    """

  /// What was shown in which week, and what the host wants to see no more.
  private static let reports = """
    CREATE TABLE shown (
      reader TEXT NOT NULL,
      week TEXT NOT NULL \(day("week")),
      opportunity TEXT NOT NULL CHECK (opportunity <> ''),
      place INTEGER NOT NULL,
      id TEXT NOT NULL CHECK (id <> ''),
      title TEXT NOT NULL,
      content TEXT NOT NULL,
      latest TEXT NOT NULL,
      PRIMARY KEY (reader, week, opportunity)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE silenced (
      opportunity TEXT NOT NULL PRIMARY KEY CHECK (opportunity <> ''),
      until TEXT \(day("until"))
    ) STRICT, WITHOUT ROWID;

    """

  /// What the last imports and merges changed, row by row, so that they can be taken back.
  private static let changes = """
    CREATE TABLE change (
      number INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('import', 'merge')),
      title TEXT NOT NULL,
      day TEXT NOT NULL \(day("day"))
    ) STRICT;
    CREATE TABLE changedRow (
      change INTEGER NOT NULL REFERENCES change (number) ON DELETE CASCADE,
      part TEXT NOT NULL,
      before BLOB NOT NULL,
      after BLOB
    ) STRICT;
    CREATE INDEX changedRowChange ON changedRow (change);
    CREATE TABLE addedRows (
      change INTEGER NOT NULL REFERENCES change (number) ON DELETE CASCADE,
      part TEXT NOT NULL,
      rows BLOB NOT NULL
    ) STRICT;
    CREATE INDEX addedRowsChange ON addedRows (change);

    """

  private static let encodings = """
    CREATE TABLE encoding (
      model TEXT NOT NULL CHECK (model <> ''),
      text BLOB NOT NULL CHECK (length(text) = 16),
      vector BLOB NOT NULL CHECK (length(vector) = 384),
      PRIMARY KEY (model, text)
    ) STRICT, WITHOUT ROWID;

    """
}
