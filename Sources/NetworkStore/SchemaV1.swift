internal import GRDB

/// The first schema. What can be said in SQL is said there: a file stays a network whoever writes to it.
///
/// Lists of texts that are only ever read as a whole (languages, addresses) are JSON arrays; whatever refers
/// to a contact is a row with a foreign key.
enum SchemaV1 {
  static func create(_ database: Database) throws {
    try database.execute(sql: contacts + listings + links + encodings)
  }

  private static func day(_ column: String) -> String {
    "CHECK (\(column) IS NULL OR date(\(column), '+0 days') IS \(column))"
  }

  private static func list(_ column: String) -> String {
    "\(column) TEXT NOT NULL CHECK (json_valid(\(column)) AND json_type(\(column)) = 'array')"
  }

  private static let unknownFields =
    "unknownFields TEXT NOT NULL CHECK (json_valid(unknownFields) AND json_type(unknownFields) = 'object')"

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
      \(unknownFields),
      CHECK ((latitude IS NULL) = (longitude IS NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX contactSponsor ON contact (sponsor) WHERE sponsor IS NOT NULL;

    CREATE TABLE doNotIntroduce (
      contact TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      other TEXT NOT NULL REFERENCES contact (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
      PRIMARY KEY (contact, other)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX doNotIntroduceOther ON doNotIntroduce (other);

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
      text TEXT NOT NULL CHECK (text <> ''),
      basis TEXT NOT NULL CHECK (basis IN ('stated', 'implied')),
      source TEXT CHECK (source IN ('headline', 'skills', 'notes')),
      evidence TEXT,
      urgency TEXT NOT NULL CHECK (urgency IN ('low', 'normal', 'high')),
      since TEXT \(day("since")),
      until TEXT \(day("until")),
      visibility TEXT NOT NULL CHECK (visibility IN ('private', 'network', 'public')),
      terms TEXT CHECK (terms IN ('gift', 'favour', 'exchange', 'loan', 'paid')),
      state TEXT NOT NULL CHECK (state IN ('open', 'paused', 'met', 'withdrawn')),
      \(unknownFields),
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
      kind TEXT NOT NULL CHECK (kind IN ('kin', 'friend', 'colleague', 'acquaintance')),
      since TEXT \(day("since")),
      PRIMARY KEY (first, second)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tieSecond ON tie (second);

    CREATE TABLE "group" (
      name TEXT NOT NULL PRIMARY KEY CHECK (trim(name) <> '')
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
        CHECK (kind IN ('call', 'mail', 'message', 'coffee', 'meeting', 'guestbook', 'comment')),
      note TEXT,
      number INTEGER NOT NULL CHECK (number >= 1)
    ) STRICT;
    CREATE UNIQUE INDEX interactionOnce ON interaction (first, second, day, kind, note, number);
    CREATE INDEX interactionSecond ON interaction (second);

    CREATE TABLE introduction (
    \(pair),
      day TEXT NOT NULL \(day("day")),
      state TEXT NOT NULL CHECK (state IN (
        'proposed', 'asked-first', 'asked-both', 'made', 'helped', 'met', 'nothing', 'declined', 'lapsed')),
      declinedBy TEXT,
      PRIMARY KEY (first, second, day, state),
      CHECK (CASE state WHEN 'declined' THEN declinedBy IS NOT NULL AND declinedBy IN (first, second)
        ELSE declinedBy IS NULL END)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX introductionSecond ON introduction (second);
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
