-- Searching: what is found where, and the index that it is found by (store/search.h, store/search_index.h).

-- Words of the rows of one table with ids in (:after, :until]: id, body, cycle, title, then the parts of the text.

-- name: found_of_finding
-- unscoped: the index is of the record, not of a person
SELECT x.id, x.body_id, x.cycle_id, coalesce(c.code || ' ' || c.name, c.code), x.text, x.cause, x.note
  FROM finding x LEFT JOIN criterion c ON c.id = x.criterion_id
 WHERE x.id > :after AND x.id <= :until ORDER BY x.id;

-- name: found_of_remedy
-- unscoped: the index is of the record, not of a person
SELECT x.id, x.body_id, p.cycle_id, NULL, x.text, x.lead_text, x.due_text, x.effort FROM remedy x JOIN plan p ON p.id = x.plan_id
 WHERE x.id > :after AND x.id <= :until ORDER BY x.id;

-- name: found_of_progress
-- unscoped: the index is of the record, not of a person
SELECT x.id, x.body_id, f.cycle_id, NULL, x.text FROM progress x JOIN finding f ON f.id = x.finding_id
 WHERE x.id > :after AND x.id <= :until ORDER BY x.id;

-- name: found_of_document
-- unscoped: the index is of the record, not of a person
SELECT x.id, x.body_id, x.cycle_id, coalesce(x.number || ' ' || x.title, x.title, x.number), x.issuer, x.signatory, x.file_name FROM document x
 WHERE x.id > :after AND x.id <= :until ORDER BY x.id;

-- name: found_of_passage
-- unscoped: the index is of the record, not of a person
SELECT x.id, x.body_id, d.cycle_id, NULL, x.text, x.unit FROM passage x JOIN document d ON d.id = x.document_id
 WHERE x.id > :after AND x.id <= :until ORDER BY x.id;

-- name: found_of_evidence
-- unscoped: the index is of the record, not of a person
SELECT x.id, x.body_id, NULL, coalesce(x.number || ' ' || x.title, x.title), x.issuer FROM evidence x
 WHERE x.id > :after AND x.id <= :until ORDER BY x.id;

-- name: found_of_request
-- unscoped: the index is of the record, not of a person
SELECT x.id, x.body_id, x.cycle_id, NULL, x.text, x.addressee FROM request x
 WHERE x.id > :after AND x.id <= :until ORDER BY x.id;

-- name: found_of_answer
-- unscoped: the index is of the record, not of a person
SELECT x.id, x.body_id, r.cycle_id, x.number, x.text FROM answer x JOIN request r ON r.id = x.request_id
 WHERE x.id > :after AND x.id <= :until ORDER BY x.id;

-- name: found_of_criterion
-- unscoped: the index is of the record, not of a person
-- The findings whose words hold those of a criterion: one of each body of its level.
SELECT id FROM finding WHERE criterion_id = :criterion_id;

-- name: found_last
-- unscoped: the index is of the record, not of a person
-- The highest id of all that can be found.
SELECT max(id) FROM (SELECT max(id) AS id FROM finding UNION ALL SELECT max(id) FROM remedy UNION ALL SELECT max(id) FROM progress
  UNION ALL SELECT max(id) FROM document UNION ALL SELECT max(id) FROM passage UNION ALL SELECT max(id) FROM evidence
  UNION ALL SELECT max(id) FROM request UNION ALL SELECT max(id) FROM answer UNION ALL SELECT max(id / 16) FROM found) t;

-- name: found_put
-- only: sqlite
-- internal: it is made out of what was logged
-- unscoped: the index is of the record, not of a person
INSERT INTO found (id, body_id, cycle_id, area, entity, entity_id, title, text)
VALUES (:id, :body_id, :cycle_id, :area, :entity, :entity_id, :title, :text)
ON CONFLICT (id) DO UPDATE SET body_id = excluded.body_id, cycle_id = excluded.cycle_id, title = excluded.title, text = excluded.text
 WHERE found.body_id <> excluded.body_id OR found.cycle_id IS NOT excluded.cycle_id
    OR found.title IS NOT excluded.title OR found.text IS NOT excluded.text;

-- name: found_put_words
-- only: postgresql
-- internal: it is made out of what was logged
-- unscoped: the index is of the record, not of a person
INSERT INTO found (id, body_id, cycle_id, area, entity, entity_id, title, text, words)
VALUES (:id, :body_id, :cycle_id, :area, :entity, :entity_id, :title, :text,
  setweight(coalesce(:title_words::tsvector, ''), 'A') || '#:1'::tsvector || coalesce(:text_words::tsvector, '') || :scope::tsvector)
ON CONFLICT (id) DO UPDATE SET body_id = excluded.body_id, cycle_id = excluded.cycle_id, title = excluded.title, text = excluded.text,
  words = excluded.words
 WHERE (found.body_id, found.cycle_id, found.title, found.text) IS DISTINCT FROM
       (excluded.body_id, excluded.cycle_id, excluded.title, excluded.text);

-- name: found_drop
-- internal: it is made out of what was logged
-- unscoped: the index is of the record, not of a person
DELETE FROM found WHERE id = :id;

-- name: found_empty
-- internal: it is made out of what was logged
-- unscoped: the index is of the record, not of a person
DELETE FROM found;

-- name: found_rebuild
-- only: sqlite
-- internal: it is made out of what was logged
-- unscoped: the index is of the record, not of a person
-- The words of what stands in found, whatever the index held.
INSERT INTO found_words (found_words) VALUES ('rebuild');

-- name: found_sound
-- only: sqlite
-- internal: it changes nothing
-- unscoped: the index is of the record, not of a person
INSERT INTO found_words (found_words, rank) VALUES ('integrity-check', 1);

-- name: found_window
-- unscoped: who verifies the record walks all of it
SELECT id, body_id, cycle_id, area, entity, entity_id, title, text FROM found WHERE id > :after AND id <= :until ORDER BY id;

-- name: search_bodies
-- unscoped: it is the question who may see what
-- The bodies in which a person may find something; more than :most are all the same.
SELECT DISTINCT body_id FROM sight
 WHERE person_id = :who AND act = 'see' AND area IN ('findings', 'progress', 'imports', 'sheets') LIMIT :most;

-- name: search_unit
-- A unit by its name, its old names or its symbol: its body.
SELECT DISTINCT u.body_id FROM unit u LEFT JOIN unit_name n ON n.unit_id = u.id
 WHERE (u.folded = :folded OR n.folded = :folded OR u.symbol = :symbol) AND SEES(findings|progress|imports|sheets, u.body_id)
 ORDER BY u.body_id LIMIT 2;

-- name: search_owner
-- unscoped: it is the question who may do what
-- Whether a person looks after the whole record: 1 or 0.
SELECT count(DISTINCT person_id) FROM sight WHERE person_id = :who AND area = 'units' AND act = 'change';

-- name: search_cycles
SELECT id FROM cycle WHERE year = :year ORDER BY id LIMIT 64;

-- The best of at most :most that hold the words with their marks and :most that hold them without: rank 0 to 2 with marks, 3 to 5 without; of
-- each the first where they stand side by side in the title, the second in the text, the third elsewhere. With more than :most matches
-- SQLite has the newest of them, PostgreSQL those it comes to first; where so many have the marks, nobody gets to see the others.

-- name: search_page
-- only: sqlite
WITH marked (id, rank) AS MATERIALIZED (
  SELECT f.id, nearness(found_words, :words) FROM found_words JOIN found f ON f.id = found_words.rowid
   WHERE found_words MATCH :exact AND SEES(=f.area, f.body_id) ORDER BY found_words.rowid DESC LIMIT :most),
hit (id, rank) AS (
  SELECT id, rank FROM marked
  UNION ALL
  SELECT * FROM (SELECT f.id, 3 + nearness(found_words, :words) FROM found_words JOIN found f ON f.id = found_words.rowid
    WHERE found_words MATCH :plain AND SEES(=f.area, f.body_id)
    ORDER BY found_words.rowid DESC LIMIT CASE WHEN (SELECT count(*) FROM marked) < :most THEN :most ELSE 0 END)),
page (id, rank, n) AS (
  SELECT id, min(rank), count(*) OVER () FROM hit GROUP BY id ORDER BY min(rank), id DESC LIMIT :limit OFFSET :skip)
SELECT p.n, p.rank, f.entity, f.entity_id, f.body_id, u.name, y.year, f.title, f.text,
  CASE f.entity WHEN 'finding' THEN (SELECT c.code FROM finding x JOIN criterion c ON c.id = x.criterion_id WHERE x.id = f.entity_id)
    WHEN 'progress' THEN (SELECT c.code FROM progress g JOIN finding x ON x.id = g.finding_id JOIN criterion c ON c.id = x.criterion_id
                           WHERE g.id = f.entity_id)
    WHEN 'remedy' THEN (SELECT min(c.code) FROM remedy_finding l JOIN finding x ON x.id = l.finding_id JOIN criterion c ON c.id = x.criterion_id
                         WHERE l.remedy_id = f.entity_id) END,
  CASE f.entity WHEN 'progress' THEN (SELECT g.finding_id FROM progress g WHERE g.id = f.entity_id)
    WHEN 'remedy' THEN (SELECT min(l.finding_id) FROM remedy_finding l WHERE l.remedy_id = f.entity_id)
    WHEN 'passage' THEN (SELECT p2.document_id FROM passage p2 WHERE p2.id = f.entity_id)
    WHEN 'answer' THEN (SELECT w.request_id FROM answer w WHERE w.id = f.entity_id) END
  FROM page p JOIN found f ON f.id = p.id JOIN unit u ON u.id = f.body_id LEFT JOIN cycle y ON y.id = f.cycle_id
 ORDER BY p.rank, p.id DESC;

-- name: search_page_words
-- only: postgresql
WITH marked (id, rank) AS MATERIALIZED (
  SELECT f.id, CASE WHEN f.words @@ :exact_title::tsquery THEN 0 WHEN f.words @@ :exact_near::tsquery THEN 1 ELSE 2 END
    FROM found f WHERE f.words @@ :exact::tsquery AND SEES(=f.area, f.body_id) LIMIT :most),
hit (id, rank) AS (
  SELECT id, rank FROM marked
  UNION ALL
  (SELECT f.id, CASE WHEN f.words @@ :plain_title::tsquery THEN 3 WHEN f.words @@ :plain_near::tsquery THEN 4 ELSE 5 END
    FROM found f WHERE (SELECT count(*) FROM marked) < :most AND f.words @@ :plain::tsquery AND SEES(=f.area, f.body_id) LIMIT :most)),
page (id, rank, n) AS (
  SELECT id, min(rank), count(*) OVER () FROM hit GROUP BY id ORDER BY min(rank), id DESC LIMIT :limit OFFSET :skip)
SELECT p.n, p.rank, f.entity, f.entity_id, f.body_id, u.name, y.year, f.title, f.text,
  CASE f.entity WHEN 'finding' THEN (SELECT c.code FROM finding x JOIN criterion c ON c.id = x.criterion_id WHERE x.id = f.entity_id)
    WHEN 'progress' THEN (SELECT c.code FROM progress g JOIN finding x ON x.id = g.finding_id JOIN criterion c ON c.id = x.criterion_id
                           WHERE g.id = f.entity_id)
    WHEN 'remedy' THEN (SELECT min(c.code) FROM remedy_finding l JOIN finding x ON x.id = l.finding_id JOIN criterion c ON c.id = x.criterion_id
                         WHERE l.remedy_id = f.entity_id) END,
  CASE f.entity WHEN 'progress' THEN (SELECT g.finding_id FROM progress g WHERE g.id = f.entity_id)
    WHEN 'remedy' THEN (SELECT min(l.finding_id) FROM remedy_finding l WHERE l.remedy_id = f.entity_id)
    WHEN 'passage' THEN (SELECT p2.document_id FROM passage p2 WHERE p2.id = f.entity_id)
    WHEN 'answer' THEN (SELECT w.request_id FROM answer w WHERE w.id = f.entity_id) END
  FROM page p JOIN found f ON f.id = p.id JOIN unit u ON u.id = f.body_id LEFT JOIN cycle y ON y.id = f.cycle_id
 ORDER BY p.rank, p.id DESC;
