-- The official documents that are written out of the record: what an office says in its own words, and what it issued.

-- # Văn bản phát hành (issued documents)

-- An office's own wording of official documents: legal bases, recipients, who signs, sentences by name (app/wording.h).
CREATE TABLE wording (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  kind TEXT NOT NULL,                              -- of report/reports.def; '*': of every kind that has no wording of its own
  name TEXT NOT NULL,
  text TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (body_id, kind, name)
) STRICT;

-- The register (sổ đăng ký văn bản đi): numbers run from 1 for each type of each year; one is given only together with the bytes that left.
CREATE TABLE issued (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  cycle_id INTEGER NOT NULL REFERENCES cycle(id),
  kind TEXT NOT NULL,                              -- of report/reports.def
  type TEXT NOT NULL,                              -- "KH", "BC"
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  number INTEGER NOT NULL CHECK (number >= 1),
  printed TEXT NOT NULL,                           -- "01/KH-SNgV"
  title TEXT NOT NULL,
  period_from TEXT, period_to TEXT,
  issued_on TEXT NOT NULL,
  warnings INTEGER NOT NULL DEFAULT 0,             -- checks that warned when it left
  file_name TEXT NOT NULL,
  file_id INTEGER NOT NULL REFERENCES blob(id),
  person_id INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL,
  UNIQUE (body_id, year, type, number)
) STRICT;
CREATE INDEX issued_cycle ON issued(cycle_id);
CREATE INDEX issued_file ON issued(file_id);
CREATE INDEX issued_person ON issued(person_id);

-- Documents of many bodies asked for at once, written into one archive by the job process (app/batch.h).
CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person(id),
  kind TEXT NOT NULL,                              -- of report/reports.def
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  period TEXT,                                     -- "6-thang"
  level TEXT NOT NULL CHECK (level IN ('ministry', 'province', 'department', 'district', 'commune')),
  state TEXT NOT NULL CHECK (state IN ('waiting', 'in_progress', 'done', 'failed')),
  done INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0,     -- bodies
  message TEXT,                                    -- why not, or of which bodies nothing could be written
  at TEXT NOT NULL,
  size INTEGER                                     -- bytes of the archive
) STRICT;
CREATE INDEX batch_person ON batch(person_id, id);
CREATE INDEX batch_open ON batch(id) WHERE state = 'waiting' OR state = 'in_progress';
