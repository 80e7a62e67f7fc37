-- Searching: one row for each thing that can be found, with its words in the index of the database (base/words.h, store/tokenize.h).

-- # Tìm kiếm (search)

-- What a person may find. Its rights are those of its area.
CREATE TABLE found (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  cycle_id INTEGER REFERENCES cycle(id),
  area TEXT NOT NULL,
  entity TEXT NOT NULL,
  entity_id INTEGER NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (entity, entity_id)
) STRICT;
CREATE INDEX found_body ON found(body_id);
CREATE INDEX found_cycle ON found(cycle_id);

-- only: sqlite
CREATE VIRTUAL TABLE found_words USING fts5(title, text, content='found', content_rowid='id', tokenize='vi');
CREATE TRIGGER found_added AFTER INSERT ON found BEGIN
  INSERT INTO found_words (rowid, title, text) VALUES (new.id, new.title, new.text);
END;
CREATE TRIGGER found_deleted AFTER DELETE ON found BEGIN
  INSERT INTO found_words (found_words, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
END;
CREATE TRIGGER found_changed AFTER UPDATE ON found BEGIN
  INSERT INTO found_words (found_words, rowid, title, text) VALUES ('delete', old.id, old.title, old.text);
  INSERT INTO found_words (rowid, title, text) VALUES (new.id, new.title, new.text);
END;

-- only: postgresql
CREATE TABLE found_words (id bigint PRIMARY KEY REFERENCES found(id) ON DELETE CASCADE, words tsvector NOT NULL);
CREATE INDEX found_words_words ON found_words USING gin(words);

-- only: both
