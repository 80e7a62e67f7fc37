-- Who is logged in, in a browser or a program.

-- # Phiên đăng nhập (sessions)

-- A person who is logged in somewhere: the browser has the secret, the record only its hash. Ended, the row is gone; the log keeps that it was.
CREATE TABLE session (
  id INTEGER PRIMARY KEY,
  secret_sha256 TEXT NOT NULL UNIQUE,
  person_id INTEGER NOT NULL REFERENCES person(id),
  began_at TEXT NOT NULL,
  until_at TEXT NOT NULL                           -- from this moment on it is over
) STRICT;
CREATE INDEX session_person ON session(person_id);
