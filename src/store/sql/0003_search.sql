-- Searching: one row for each thing that can be found, with its words in the index of the database (base/words.h, store/tokenize.h).
-- It is made out of the other tables by each transaction that changes them (store/search_index.h) and can be made again at any time.

-- # Tìm kiếm (search)

-- What a person may find. Its rights are those of its area.
CREATE TABLE found (
  id INTEGER PRIMARY KEY,                          -- entity_id * 16 + the number of the entity (store/searchable.def): it needs no index more
  body_id INTEGER NOT NULL,
  cycle_id INTEGER,                                -- NULL: of no cycle
  area TEXT NOT NULL,
  entity TEXT NOT NULL,                            -- the table …
  entity_id INTEGER NOT NULL,                      -- … and its row
  title TEXT,                                      -- code and name of the criterion, number and title of a document
  text TEXT
) STRICT;

-- only: sqlite
-- scope: words for the body, the cycle and the table, so that a search in one body reads only what is in that body.
CREATE VIEW found_content AS
SELECT id, title, text, 'b' || body_id || ' c' || coalesce(cycle_id, 0) || ' k' || entity AS scope FROM found;
-- columnsize=0: nobody asks how long a row is, and it would be a page more of each transaction.
CREATE VIRTUAL TABLE found_words USING fts5(title, text, scope, content='found_content', content_rowid='id', tokenize='vi', columnsize=0);
CREATE TRIGGER found_added AFTER INSERT ON found BEGIN
  INSERT INTO found_words (rowid, title, text, scope) SELECT id, title, text, scope FROM found_content WHERE id = new.id;
END;
CREATE TRIGGER found_removed BEFORE DELETE ON found BEGIN
  INSERT INTO found_words (found_words, rowid, title, text, scope) SELECT 'delete', id, title, text, scope FROM found_content WHERE id = old.id;
END;
CREATE TRIGGER found_changing BEFORE UPDATE ON found BEGIN
  INSERT INTO found_words (found_words, rowid, title, text, scope) SELECT 'delete', id, title, text, scope FROM found_content WHERE id = old.id;
END;
CREATE TRIGGER found_changed AFTER UPDATE ON found BEGIN
  INSERT INTO found_words (rowid, title, text, scope) SELECT id, title, text, scope FROM found_content WHERE id = new.id;
END;

-- only: postgresql
-- words: of the title with weight A, then the lexeme #, then of the text; #b7, #c3, #kfinding for the body, the cycle and the table.
ALTER TABLE found ADD COLUMN words tsvector NOT NULL;
CREATE INDEX found_words ON found USING gin(words) WITH (gin_pending_list_limit = 256);

-- only: both
