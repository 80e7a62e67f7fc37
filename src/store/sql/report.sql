-- What an official document of a body is made of, besides its plan (plan.sql); the office's wording; the register.

-- name: report_head
-- The body as its letterhead has it; where its documents were issued so far; whether the person may draft, and sign.
SELECT u.name, u.level, u.symbol, p.name, p.level, g.percent, g.class,
       (SELECT d.place FROM document d WHERE d.body_id = u.id AND d.place IS NOT NULL ORDER BY d.issued_on DESC, d.id DESC LIMIT 1),
       CASE WHEN MAY(draft, documents, u.id) THEN 1 ELSE 0 END, CASE WHEN MAY(sign, documents, u.id) THEN 1 ELSE 0 END
  FROM unit u LEFT JOIN unit p ON p.id = u.parent_id LEFT JOIN result g ON g.body_id = u.id AND g.cycle_id = :cycle_id
 WHERE u.id = :body_id AND SEES(documents, u.id);

-- name: report_passages
-- Prose of the year's documents that people wrote, as they are ordered there; the legal bases that they cite.
SELECT k.kind, k.text, k.field, k.unit, k.cadence, k.report_to, NULL AS issued_on, k.document_id AS doc, k.id AS ord
  FROM passage k JOIN document d ON d.id = k.document_id
 WHERE d.body_id = :body_id AND d.cycle_id = :cycle_id AND SEES(documents, k.body_id)
UNION ALL
SELECT 'basis', c.number, NULL, c.issuer, NULL, NULL, c.issued_on, c.document_id, c.id
  FROM citation c JOIN document d ON d.id = c.document_id
 WHERE d.body_id = :body_id AND d.cycle_id = :cycle_id AND c.role = 'basis' AND SEES(documents, c.body_id)
 ORDER BY doc, ord LIMIT 2000;

-- name: report_requests
SELECT q.text, q.addressee FROM request q WHERE q.body_id = :body_id AND q.cycle_id = :cycle_id AND SEES(documents, q.body_id) ORDER BY q.id LIMIT 500;

-- name: report_progress
-- What was told last by that day: of each remedy of a finding, and of the finding as a whole.
SELECT g.finding_id, g.remedy_id, g.on_day, g.state, g.percent, g.text
  FROM finding f JOIN progress g ON g.finding_id = f.id
 WHERE f.body_id = :body_id AND f.cycle_id = :cycle_id AND g.on_day <= :to AND SEES(documents, f.body_id)
   AND NOT EXISTS (SELECT 1 FROM progress x WHERE x.finding_id = g.finding_id AND coalesce(x.remedy_id, 0) = coalesce(g.remedy_id, 0)
                      AND x.on_day <= :to AND (x.on_day > g.on_day OR (x.on_day = g.on_day AND x.id > g.id)))
 ORDER BY g.finding_id, g.on_day, g.id;

-- name: report_measures
SELECT m.finding_id, m.kind, m.op, m.value, m.unit, m.done, m.total, m.from_day, m.to_day, m.text
  FROM finding f JOIN measure m ON m.finding_id = f.id
 WHERE f.body_id = :body_id AND f.cycle_id = :cycle_id AND SEES(documents, f.body_id) ORDER BY m.finding_id, m.id LIMIT 20000;

-- # Wording

-- name: wording_list
-- kind NULL: of all kinds. What is of one kind comes after what is of every kind.
SELECT w.id, w.kind, w.name, w.text, w.revision FROM wording w
 WHERE w.body_id = :body_id AND (CAST(:kind AS text) IS NULL OR w.kind = :kind OR w.kind = '*') AND SEES(documents, w.body_id)
 ORDER BY CASE w.kind WHEN '*' THEN 0 ELSE 1 END, w.kind, w.name LIMIT 2000;

-- name: wording_add
INSERT INTO wording (body_id, kind, name, text)
SELECT u.id, :kind, :name, :text FROM unit u
 WHERE u.id = :body_id AND u.body_id = u.id AND (MAY(draft, documents, u.id) OR MAY(sign, documents, u.id))
   AND NOT EXISTS (SELECT 1 FROM wording w WHERE w.body_id = u.id AND w.kind = :kind AND w.name = :name);

-- name: wording_change
UPDATE wording SET text = :text, revision = revision + 1
 WHERE body_id = :body_id AND kind = :kind AND name = :name AND (MAY(draft, documents, body_id) OR MAY(sign, documents, body_id));

-- name: wording_drop
DELETE FROM wording
 WHERE body_id = :body_id AND kind = :kind AND name = :name AND (MAY(draft, documents, body_id) OR MAY(sign, documents, body_id));

-- # The register

-- name: issued_next
-- The number that follows in the register of a body, of a year, of a type.
SELECT coalesce(max(i.number), 0) + 1 FROM issued i
 WHERE i.body_id = :body_id AND i.year = :year AND i.type = :type AND SEES(documents, i.body_id);

-- name: issued_add
-- Only the number that follows, or one that a person says and nobody has; two who ask at once meet in the UNIQUE of the table.
INSERT INTO issued (body_id, cycle_id, kind, type, year, number, printed, title, period_from, period_to, issued_on, warnings, file_name, file_id,
  person_id, at)
SELECT u.id, :cycle_id, :kind, :type, :year, :number, :printed, :title, :period_from, :period_to, :issued_on, :warnings, :file_name, :file_id,
       :who, :at
  FROM unit u
 WHERE u.id = :body_id AND MAY(sign, documents, u.id)
   AND NOT EXISTS (SELECT 1 FROM issued i WHERE i.body_id = u.id AND i.year = :year AND i.type = :type AND i.number = :number);

-- name: issued_page
-- Newest first; kind NULL, year 0: all.
SELECT i.id, u.name, y.year, i.kind, i.printed, i.title, i.period_from, i.period_to, i.issued_on, i.warnings, i.file_name, b.sha256, b.size,
       p.name, i.at
  FROM issued i JOIN unit u ON u.id = i.body_id JOIN cycle y ON y.id = i.cycle_id JOIN blob b ON b.id = i.file_id JOIN person p ON p.id = i.person_id
 WHERE i.body_id = :body_id AND (i.year = :year OR :year = 0) AND SEES(documents, i.body_id)
 ORDER BY i.id DESC LIMIT :limit OFFSET :skip;

-- name: issued_file
SELECT i.file_name, b.sha256, i.printed FROM issued i JOIN blob b ON b.id = i.file_id WHERE i.id = :id AND SEES(documents, i.body_id);

-- name: issued_plan_version
-- A plan that was issued is the newest version of what the body works by.
INSERT INTO plan_version (body_id, plan_id, version, number, title, issued_on)
SELECT p.body_id, p.id, (SELECT coalesce(max(v.version), 0) + 1 FROM plan_version v WHERE v.plan_id = p.id), :number, :title, :issued_on
  FROM plan p WHERE p.body_id = :body_id AND p.cycle_id = :cycle_id AND MAY(sign, documents, p.body_id);

-- # Many bodies at once (app/batch.h)

-- name: batch_add
-- unscoped: what a person may do with each body is asked when it is done
INSERT INTO batch (person_id, kind, year, period, level, state, at) SELECT p.id, :kind, :year, :period, :level, 'waiting', :at
  FROM person p WHERE p.id = :who AND NOT EXISTS (SELECT 1 FROM batch b WHERE b.person_id = p.id AND b.state IN ('waiting', 'in_progress'));

-- name: batch_last
-- unscoped: a person sees their own
SELECT b.id, b.kind, b.year, b.period, b.level, b.state, b.done, b.total, b.failed, b.message, b.at, b.size
  FROM batch b WHERE b.person_id = :who ORDER BY b.id DESC LIMIT 1;

-- name: batch_next
-- unscoped: the job process does what everybody asked for
SELECT b.id, p.login, b.kind, b.year, b.period, b.level FROM batch b JOIN person p ON p.id = b.person_id
 WHERE b.state IN ('waiting', 'in_progress') ORDER BY b.id LIMIT 1;

-- name: batch_pace
-- unscoped: as batch_next
-- internal: how far a long thing is, many times
UPDATE batch SET state = 'in_progress', done = :done, total = :total, failed = :failed WHERE id = :id;

-- name: batch_end
-- unscoped: as batch_next
UPDATE batch SET state = :state, done = :done, total = :total, failed = :failed, message = :message, size = :size WHERE id = :id;

-- name: batch_bodies
-- unscoped: it asks what the person may
-- Bodies of a level that live and whose documents the person may write.
SELECT u.id, u.name FROM unit u
 WHERE u.body_id = u.id AND u.ended_on IS NULL AND u.level = :level
   AND (MAY(draft, documents, u.id) OR MAY(sign, documents, u.id)) ORDER BY u.folded, u.id LIMIT :limit;
