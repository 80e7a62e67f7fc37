-- The tables of the database, whatever its schema: for copies, backups and checks (store/tables.h).

-- name: tables_there
-- unscoped: names of tables, no rows
-- All but the ledger of migrations and what is made of other tables: found, and its words.
-- only: sqlite
SELECT name FROM sqlite_master
 WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'found_words%' AND name NOT IN ('found', 'schema_version')
 ORDER BY name;

-- name: tables_there
-- unscoped: names of tables, no rows
-- only: postgresql
SELECT relname::text COLLATE "C" FROM pg_class
 WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace AND relname NOT IN ('found', 'schema_version')
 ORDER BY 1;
