-- Is the record sound (store/verify.h). Whoever verifies it has its file anyway.

-- name: verify_integrity
-- only: sqlite
SELECT integrity_check FROM pragma_integrity_check;

-- name: verify_head
SELECT last, seal FROM audit_head WHERE id = 1;

-- name: verify_last
-- What the log says last of each row of a table.
-- unscoped: who verifies the record walks all of it
SELECT a.entity_id, a.after FROM audit a
 WHERE a.entity = :entity AND a.entity_id > :after
   AND a.id = (SELECT max(b.id) FROM audit b WHERE b.entity = a.entity AND b.entity_id = a.entity_id)
 ORDER BY a.entity_id LIMIT :limit;

-- name: verify_trail
-- Where the log's "before" is not the "after" of the entry before.
-- unscoped: who verifies the record walks all of it
SELECT id, entity, entity_id, before, had FROM (
  SELECT id, entity, entity_id, before, lag(after) OVER w AS had, row_number() OVER w AS nth
    FROM audit WINDOW w AS (PARTITION BY entity, entity_id ORDER BY id)) x
 WHERE nth > 1 AND before IS DISTINCT FROM had ORDER BY id LIMIT :limit;

-- name: verify_keys
-- only: sqlite
SELECT k."table", k.rowid, l."from", k.parent FROM pragma_foreign_key_check k JOIN pragma_foreign_key_list(k."table") l ON l.id = k.fkid
 LIMIT :limit;

-- name: verify_keys
-- Constraints can be switched off on the server: each is asked for rows that break it.
-- only: postgresql
SELECT k.conrelid::regclass::text, x.id, c.attname::text, k.confrelid::regclass::text
  FROM pg_constraint k
  JOIN pg_attribute c ON c.attrelid = k.conrelid AND c.attnum = k.conkey[1]
  JOIN pg_attribute p ON p.attrelid = k.confrelid AND p.attnum = k.confkey[1],
  LATERAL xmltable('//row' PASSING query_to_xml(format('SELECT c.id FROM %s c WHERE c.%I IS NOT NULL AND NOT EXISTS (SELECT FROM %s p WHERE p.%I = c.%I)',
    k.conrelid::regclass, c.attname, k.confrelid::regclass, p.attname, c.attname), false, false, '') COLUMNS id bigint PATH 'id') x
 WHERE k.contype = 'f' AND k.connamespace = current_schema()::regnamespace
 LIMIT :limit;

-- name: verify_entities
-- unscoped: who verifies the record walks all of it
SELECT 'claim', entity FROM claim GROUP BY entity;

-- name: verify_blob
-- The size a file should have, and up to three things it belongs to.
-- unscoped: who verifies the record walks all of it
SELECT b.size, u.name FROM blob b LEFT JOIN (
  SELECT f.blob_id AS blob_id, f.name AS name FROM evidence_file f
  UNION ALL SELECT d.file_id, d.file_name FROM document d
  UNION ALL SELECT d.facts_id, 'dữ liệu đọc được từ ' || d.file_name FROM document d
  UNION ALL SELECT j.file_id, j.file_name FROM job j
  UNION ALL SELECT j.facts_id, 'dữ liệu đọc được từ ' || j.file_name FROM job j
  UNION ALL SELECT j.tree_id, 'nội dung đọc được từ ' || j.file_name FROM job j
  UNION ALL SELECT i.file_id, 'văn bản đã phát hành ' || i.printed FROM issued i) u ON u.blob_id = b.id
 WHERE b.sha256 = :sha256 ORDER BY u.name LIMIT 3;

-- name: verify_sums
-- Table, row, column, what the sum gives, what is there, whether a document prints it so, whether it is the sum of the fields; and what people call
-- that row. What the survey gave may stand beside the fields.
-- unscoped: who verifies the record walks all of it
WITH kept AS (
  SELECT 'result' AS entity, id, max, points, lost FROM result
  UNION ALL SELECT 'field_result', id, max, points, lost FROM field_result
  UNION ALL SELECT 'finding', id, max, points, lost FROM finding),
sums AS (
  SELECT result_id, count(*) AS n, count(max) AS n_max, count(points) AS n_points, count(lost) AS n_lost,
         CAST(sum(max) AS bigint) AS max, CAST(sum(points) AS bigint) AS points, CAST(sum(lost) AS bigint) AS lost
    FROM field_result GROUP BY result_id),
wrongs AS (
  SELECT entity, id, 'lost' AS field, max - points AS should, lost AS is_there, 0 AS by_fields FROM kept WHERE lost <> max - points
  UNION ALL SELECT 'result', r.id, 'max', s.max, r.max, 1 FROM result r JOIN sums s ON s.result_id = r.id
    WHERE r.survey IS NULL AND s.n = s.n_max AND s.max <> r.max
  UNION ALL SELECT 'result', r.id, 'points', s.points, r.points, 1 FROM result r JOIN sums s ON s.result_id = r.id
    WHERE s.n = s.n_points AND r.points <> s.points AND r.points <> s.points + coalesce(r.survey, 0)
  UNION ALL SELECT 'result', r.id, 'lost', s.lost, r.lost, 1 FROM result r JOIN sums s ON s.result_id = r.id
    WHERE r.survey IS NULL AND s.n = s.n_lost AND s.lost <> r.lost)
SELECT w.entity, w.id, w.field, w.should, w.is_there,
       (SELECT count(*) FROM claim c WHERE c.entity = w.entity AND c.entity_id = w.id AND c.held = 1 AND c.field IN ('max', 'points', 'lost')),
       w.by_fields, u.name, y.year, coalesce(f.code, k.code), f.name
  FROM wrongs w
  LEFT JOIN field_result f ON w.entity = 'field_result' AND f.id = w.id
  LEFT JOIN result r ON r.id = CASE w.entity WHEN 'result' THEN w.id ELSE f.result_id END
  LEFT JOIN finding t ON w.entity = 'finding' AND t.id = w.id
  LEFT JOIN criterion k ON k.id = t.criterion_id
  LEFT JOIN unit u ON u.id = coalesce(r.body_id, t.body_id)
  LEFT JOIN cycle y ON y.id = coalesce(r.cycle_id, t.cycle_id)
 ORDER BY w.entity, w.id, w.field LIMIT :limit;

-- name: verify_states
-- unscoped: who verifies the record walks all of it
SELECT r.id, p.state, r.state FROM remedy r
  JOIN progress p ON p.id = (SELECT x.id FROM progress x WHERE x.remedy_id = r.id ORDER BY x.on_day DESC, x.id DESC LIMIT 1)
 WHERE p.state <> r.state ORDER BY r.id LIMIT :limit;

-- name: verify_versions
-- unscoped: who verifies the record walks all of it
SELECT 'plan', plan_id, count(*), max(version) FROM plan_version GROUP BY plan_id HAVING count(*) <> max(version)
UNION ALL SELECT 'evidence', evidence_id, count(*), max(ord) FROM evidence_file GROUP BY evidence_id HAVING count(*) <> max(ord)
 LIMIT :limit;
