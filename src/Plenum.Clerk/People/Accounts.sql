PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;
CREATE TABLE IF NOT EXISTS accounts (
  person TEXT    NOT NULL PRIMARY KEY,
  stamp  TEXT    NOT NULL,
  email  BLOB    NOT NULL, -- keyed digest, so that the address itself lies only in the vault
  at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS accounts_email ON accounts (email);
CREATE TABLE IF NOT EXISTS passkeys (
  id     BLOB NOT NULL PRIMARY KEY,
  person TEXT NOT NULL,
  data   TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS passkeys_person ON passkeys (person);
CREATE TABLE IF NOT EXISTS links (
  token  BLOB    NOT NULL PRIMARY KEY, -- SHA-256 of what the letter carried
  person TEXT    NOT NULL,
  until  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS links_person ON links (person);
CREATE INDEX IF NOT EXISTS links_until ON links (until);
CREATE TABLE IF NOT EXISTS cards (
  code     BLOB    NOT NULL PRIMARY KEY, -- SHA-256 of the letters
  person   TEXT    NOT NULL,
  salt     BLOB    NOT NULL,
  pin      BLOB    NOT NULL,
  attempts INTEGER NOT NULL,
  until    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS recoveries (
  id      TEXT    NOT NULL PRIMARY KEY,
  person  TEXT    NOT NULL,
  asked   INTEGER NOT NULL,
  first   TEXT    NOT NULL,
  second  TEXT    NOT NULL,
  opens   INTEGER NOT NULL,
  state   TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS cards_person ON cards (person);
CREATE INDEX IF NOT EXISTS recoveries_person ON recoveries (person);
CREATE TABLE IF NOT EXISTS keys (
  key    BLOB    NOT NULL PRIMARY KEY, -- SHA-256 of what was shown once
  id     TEXT    NOT NULL UNIQUE,      -- names the key on the page of its owner and opens nothing
  person TEXT    NOT NULL,
  kind   TEXT    NOT NULL,             -- calendar | acting
  words  TEXT    NOT NULL,             -- the words of the law an acting key may use, with spaces between
  name   TEXT    NOT NULL,
  made   INTEGER NOT NULL,
  until  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS keys_person ON keys (person);

CREATE TABLE IF NOT EXISTS sessions (
  id       BLOB    NOT NULL PRIMARY KEY, -- SHA-256 of what the cookie carries
  person   TEXT    NOT NULL,
  made     INTEGER NOT NULL,
  proved   INTEGER NOT NULL,             -- when its owner showed who they are
  seen     INTEGER NOT NULL,
  until    INTEGER NOT NULL,
  own      INTEGER NOT NULL,             -- 1 on a device its owner calls their own
  language TEXT    NOT NULL,             -- of the letter that tells of its end
  told     INTEGER NOT NULL              -- 1 once that letter was written
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sessions_person ON sessions (person);
CREATE INDEX IF NOT EXISTS sessions_until ON sessions (until);
CREATE TABLE IF NOT EXISTS confirmed (
  person TEXT    NOT NULL PRIMARY KEY, -- whoever used a link in a letter to the address they have now
  at     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS moves (
  token  BLOB    NOT NULL PRIMARY KEY, -- SHA-256 of what the letter to a new address carried; the address lies in the vault
  person TEXT    NOT NULL,
  until  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS moves_person ON moves (person);
CREATE TABLE IF NOT EXISTS spent (
  token BLOB    NOT NULL PRIMARY KEY, -- SHA-256 of a newcomer's link that was used
  until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
-- Under which key the digests of addresses were made: a proof of it, never the key.
CREATE TABLE IF NOT EXISTS meta (
  name  TEXT NOT NULL PRIMARY KEY,
  value BLOB NOT NULL
) STRICT, WITHOUT ROWID;
