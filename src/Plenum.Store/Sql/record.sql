-- The record: one append-only stream of events a section, and what is written in the same breath.
CREATE TABLE events (
  pos      INTEGER PRIMARY KEY,
  section  TEXT    NOT NULL,
  version  INTEGER NOT NULL,
  type     TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  envelope BLOB    NOT NULL,
  leaf     BLOB    NOT NULL,
  open     BLOB    NOT NULL, -- salts and values; emptied by an erasure
  open_sum BLOB    NOT NULL, -- follows open, so that an erased value leaves no digest behind
  chain    BLOB    NOT NULL, -- SHA-256 over the chain before and everything but open
  UNIQUE (section, version)
) STRICT;

-- Where each stream stands: without it the loss of the last rows would go unseen.
CREATE TABLE sections (
  section TEXT    NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  chain   BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE commands (
  id      TEXT    NOT NULL PRIMARY KEY,
  digest  BLOB    NOT NULL,
  section TEXT    NOT NULL,
  first   INTEGER NOT NULL,
  last    INTEGER NOT NULL,
  sum     BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE documents (
  digest BLOB NOT NULL PRIMARY KEY,
  bytes  BLOB NOT NULL
) STRICT;

-- Papers of secret votes lie in the order of random keys; nothing here tells when one was cast.
CREATE TABLE papers (
  box   TEXT NOT NULL,
  key   BLOB NOT NULL,
  bytes BLOB NOT NULL,
  sum   BLOB NOT NULL,
  PRIMARY KEY (box, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE due (
  section  TEXT    NOT NULL PRIMARY KEY,
  earliest INTEGER NOT NULL,
  sum      BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

-- Derived from the events and rebuildable: the history of one matter, member or mandate without a scan.
CREATE TABLE subjects (
  section TEXT    NOT NULL,
  subject TEXT    NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (section, subject, version)
) STRICT, WITHOUT ROWID;
