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

-- name: schema_texts
-- What the database has of tables, views, indexes and triggers, and the text of each.
-- only: sqlite
SELECT type || ' ' || name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY 1;

-- name: schema_texts
-- With the search path at the schema that is asked for, names in it are printed bare.
-- only: postgresql
SELECT what COLLATE "C", text FROM (
  SELECT 'view ' || c.relname AS what, pg_get_viewdef(c.oid) AS text FROM pg_class c
   WHERE c.relkind IN ('v', 'm') AND c.relnamespace = current_schema()::regnamespace
  UNION ALL
  SELECT 'index ' || c.relname, pg_get_indexdef(c.oid, 0, true) FROM pg_class c
   WHERE c.relkind = 'i' AND c.relnamespace = current_schema()::regnamespace
  UNION ALL
  SELECT 'trigger ' || c.relname || '.' || t.tgname, t.tgenabled::text || ' ' || pg_get_triggerdef(t.oid, true)
    FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
   WHERE NOT t.tgisinternal AND c.relnamespace = current_schema()::regnamespace
  UNION ALL
  SELECT 'column ' || c.relname || '.' || a.attname, format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
   WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
  UNION ALL
  SELECT 'constraint ' || k.conrelid::regclass::text || '.' || k.conname, pg_get_constraintdef(k.oid) FROM pg_constraint k
   WHERE k.conrelid <> 0 AND k.connamespace = current_schema()::regnamespace
  UNION ALL
  SELECT 'function ' || p.proname, p.prosrc FROM pg_proc p WHERE p.pronamespace = current_schema()::regnamespace) x
 ORDER BY 1;
