-- What the database knows of its own schema (store/migrate.h makes the table).

-- name: schema_there
-- only: sqlite
SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'schema_version';

-- name: schema_there
-- only: postgresql
SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = 'schema_version';

-- name: schema_count
SELECT count(*) FROM schema_version;

-- name: schema_list
SELECT name, sha256 FROM schema_version ORDER BY id;

-- name: schema_done
-- internal: no person migrates
INSERT INTO schema_version (id, name, sha256) VALUES (:id, :name, :sha256);
