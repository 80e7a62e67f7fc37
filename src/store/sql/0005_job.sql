-- Files on their way into the record, and what people corrected in them.

-- # Nhập tài liệu (imports)

-- A file that somebody gave, read by the job process (app/job.h), then reviewed. A file of files has a part for each document in it.
CREATE TABLE job (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  person_id INTEGER NOT NULL REFERENCES person(id),    -- who gave it
  part_of INTEGER REFERENCES job(id),
  file_name TEXT NOT NULL,                         -- "thư.zip!kehoach.docx" of a part
  file_id INTEGER NOT NULL REFERENCES blob(id),
  year INTEGER,                                    -- of the index, where a person said it; else as the document says
  state TEXT NOT NULL CHECK (state IN ('waiting', 'reading', 'parts', 'ready', 'accepted', 'left', 'failed')),
  tries INTEGER NOT NULL DEFAULT 0,                -- how often reading it was begun
  done INTEGER NOT NULL DEFAULT 0, total INTEGER NOT NULL DEFAULT 0,      -- documents read, of those in it
  message TEXT, hint TEXT,                         -- why it failed
  title TEXT,
  kind TEXT CHECK (kind IN ('document', 'set', 'sheet', 'results')),   -- what it turned out to be, once it is read
  errors INTEGER NOT NULL DEFAULT 0, warnings INTEGER NOT NULL DEFAULT 0,
  facts_id INTEGER REFERENCES blob(id),            -- what was found (app/examine.h: facts_kept_json)
  tree_id INTEGER REFERENCES blob(id),             -- the document as it was read (doc/wire.h)
  document_id INTEGER REFERENCES document(id),     -- once something of it was accepted
  created_at TEXT NOT NULL,
  decided_at TEXT,
  decided_by INTEGER REFERENCES person(id),
  UNIQUE (part_of, file_name)
) STRICT;
CREATE INDEX job_body ON job(body_id, id);
CREATE INDEX job_open ON job(id) WHERE state = 'waiting' OR state = 'reading';
CREATE INDEX job_file ON job(file_id);
CREATE INDEX job_facts ON job(facts_id);
CREATE INDEX job_tree ON job(tree_id);
CREATE INDEX job_document ON job(document_id);
CREATE INDEX job_person ON job(person_id);
CREATE INDEX job_decided ON job(decided_by);

-- What a document prints wrongly, or was read wrongly, and what a person put in its place before it was accepted. The last one counts.
CREATE TABLE correction (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  job_id INTEGER NOT NULL REFERENCES job(id),
  what TEXT NOT NULL,                              -- which of the facts: "c12/lost" (app/correct.h)
  printed TEXT,                                    -- as it was read
  corrected TEXT,
  reason TEXT NOT NULL,
  person_id INTEGER NOT NULL REFERENCES person(id),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX correction_job ON correction(job_id, id);
CREATE INDEX correction_body ON correction(body_id);
CREATE INDEX correction_person ON correction(person_id);
