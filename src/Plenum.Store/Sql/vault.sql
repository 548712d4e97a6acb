-- The vault: personal data, encrypted with one key a person; the keys are wrapped by the master key.
CREATE TABLE meta (
  name  TEXT NOT NULL PRIMARY KEY,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE persons (
  person  TEXT NOT NULL PRIMARY KEY,
  wrapped BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE fields (
  person TEXT NOT NULL,
  field  TEXT NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (person, field)
) STRICT, WITHOUT ROWID;

-- Who read whose contact data under which mandate: one row a page.
CREATE TABLE reads (
  id      INTEGER PRIMARY KEY,
  who     TEXT    NOT NULL,
  mandate TEXT    NOT NULL,
  page    TEXT    NOT NULL,
  at      INTEGER NOT NULL
) STRICT;
