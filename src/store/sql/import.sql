-- Taking a document into the record: what is read of it to compare with, and what accepting writes (app/import.h).

-- name: import_units
-- unscoped: what bodies are called is public; only rooms of the body itself are among them
-- Every name of the bodies and of the rooms of one, also those of before.
SELECT u.id, u.parent_id, u.body_id, u.level, x.name
  FROM unit u JOIN (SELECT id AS unit_id, name, 0 AS old FROM unit UNION ALL SELECT unit_id, name, 1 FROM unit_name) x ON x.unit_id = u.id
 WHERE u.body_id = u.id OR u.body_id = :body_id
 ORDER BY x.old, u.id;

-- name: import_rights
SELECT DISTINCT act FROM sight WHERE person_id = :who AND area = 'imports' AND body_id = :body_id;

-- name: import_cycle
-- unscoped: the years of an index are public
-- The cycle of a year of whoever appraises a body: the nearest above it.
WITH RECURSIVE above(id, parent_id, far) AS (
  SELECT id, parent_id, 0 FROM unit WHERE id = :body_id
  UNION ALL SELECT u.id, u.parent_id, a.far + 1 FROM unit u JOIN above a ON u.id = a.parent_id WHERE a.far < 20)
SELECT c.id, c.owner_id FROM cycle c JOIN above a ON a.id = c.owner_id WHERE c.year = :year ORDER BY a.far LIMIT 1;

-- name: import_known
-- The same file, accepted before.
SELECT d.id FROM document d JOIN blob b ON b.id = d.file_id
 WHERE d.body_id = :body_id AND b.sha256 = :sha256 AND SEES(imports, d.body_id) ORDER BY d.id LIMIT 1;

-- # What is known of criteria

-- name: import_criteria
-- The criteria that count in a cycle: those of its newest set, and those that documents told of beside it.
SELECT k.id, s.version, k.parent_id, k.identity_id, i.mark, k.leaf, k.code, k.name, k.max, s.id
  FROM criteria_set s JOIN criterion k ON k.set_id = s.id JOIN identity i ON i.id = k.identity_id
 WHERE s.cycle_id = :cycle_id AND s.level = :level
   AND (s.version = 0 OR s.version = (SELECT max(n.version) FROM criteria_set n WHERE n.cycle_id = s.cycle_id AND n.level = s.level))
 ORDER BY s.version DESC, k.ord;

-- name: import_set
SELECT id FROM criteria_set WHERE cycle_id = :cycle_id AND level = :level AND version = 0;

-- name: import_years
-- The years nearest to one, of which criteria are known.
SELECT c.id, c.year FROM cycle c
 WHERE c.owner_id = :owner_id AND c.year <> :year AND EXISTS (SELECT 1 FROM criteria_set s WHERE s.cycle_id = c.id AND s.level = :level)
 ORDER BY abs(c.year - :year), c.year DESC LIMIT 3;

-- name: import_set_add
INSERT INTO criteria_set (cycle_id, level, version, name) VALUES (:cycle_id, :level, 0, :name);

-- name: import_identity_add
INSERT INTO identity (mark, name) VALUES (:mark, :name);

-- name: import_criterion_add
INSERT INTO criterion (set_id, ord, code, parent_id, identity_id, leaf, name, max)
VALUES (:set_id, :ord, :code, :parent_id, :identity_id, :leaf, :name, :max);

-- name: import_criterion_fill
-- What a document tells of a criterion of which no set has told it.
UPDATE criterion SET name = COALESCE(name, :name), max = COALESCE(max, :max) WHERE id = :id;

-- # What the record has of a body and a cycle

-- name: import_had
-- All of it at once, each kind a part: numbers first, then texts, as the takers of repo_import.c name them. 1: what a body's first documents call
-- the criteria; result, fields, findings, plan, its versions, remedies, their findings and supports, progress, measures, requests, passages.
SELECT 0 AS part, CAST(NULL AS BIGINT) AS o1, CAST(NULL AS BIGINT) AS o2, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), CAST(NULL AS text), CAST(NULL AS text), CAST(NULL AS text), CAST(NULL AS text), CAST(NULL AS text), CAST(NULL AS text), CAST(NULL AS text), CAST(NULL AS text), CAST(NULL AS text), CAST(NULL AS text)
  FROM unit n WHERE n.id = :body_id AND 1 = 0
UNION ALL
SELECT 1, k.entity_id * 2 - k.held, k.id, k.entity_id, NULL, NULL, NULL, NULL, NULL, NULL, k.printed, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM claim k JOIN document d ON d.id = k.document_id
 WHERE d.body_id = :body_id AND d.cycle_id = :cycle_id AND k.entity = 'criterion' AND k.field = 'name' AND SEES(imports, d.body_id)
UNION ALL
SELECT 2, r.id, 0, r.id, r.points, r.max, r.lost, r.percent, r.rank, r.group_size, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM result r
 WHERE r.body_id = :body_id AND r.cycle_id = :cycle_id AND SEES(imports, r.body_id)
UNION ALL
SELECT 3, f.id, 0, f.id, f.max, f.points, f.lost, NULL, NULL, NULL, f.code, f.name, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM field_result f JOIN result r ON r.id = f.result_id
 WHERE r.body_id = :body_id AND r.cycle_id = :cycle_id AND SEES(imports, f.body_id)
UNION ALL
SELECT 4, f.id, 0, f.id, f.criterion_id, f.max, f.points, f.lost, NULL, NULL, f.origin, f.mark, f.text, f.cause, f.note, NULL, NULL, NULL, NULL, NULL FROM finding f
 WHERE f.body_id = :body_id AND f.cycle_id = :cycle_id AND SEES(imports, f.body_id)
UNION ALL
SELECT 5, p.id, 0, p.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM plan p
 WHERE p.body_id = :body_id AND p.cycle_id = :cycle_id AND SEES(imports, p.body_id)
UNION ALL
SELECT 6, v.version, 0, v.id, v.version, NULL, NULL, NULL, NULL, NULL, v.number, v.title, v.issued_on, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM plan_version v JOIN plan p ON p.id = v.plan_id
 WHERE p.body_id = :body_id AND p.cycle_id = :cycle_id AND SEES(imports, v.body_id)
UNION ALL
SELECT 7, r.ord, r.id, r.id, r.since_version, r.until_version, r.lead_id, NULL, NULL, NULL, r.mark, r.text, r.lead_text, r.due_kind, r.due_text, r.due_from, r.due_to, r.state, r.reviewed_on, r.review FROM remedy r JOIN plan p ON p.id = r.plan_id
 WHERE p.body_id = :body_id AND p.cycle_id = :cycle_id AND SEES(imports, r.body_id)
UNION ALL
SELECT 8, l.remedy_id, l.finding_id, l.remedy_id, l.finding_id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM remedy_finding l JOIN remedy r ON r.id = l.remedy_id JOIN plan p ON p.id = r.plan_id
 WHERE p.body_id = :body_id AND p.cycle_id = :cycle_id AND SEES(imports, l.body_id)
UNION ALL
SELECT 9, s.remedy_id, s.ord, s.remedy_id, NULL, NULL, NULL, NULL, NULL, NULL, s.text, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM remedy_support s JOIN remedy r ON r.id = s.remedy_id JOIN plan p ON p.id = r.plan_id
 WHERE p.body_id = :body_id AND p.cycle_id = :cycle_id AND SEES(imports, s.body_id)
UNION ALL
SELECT 10, g.id, 0, g.id, g.finding_id, g.remedy_id, NULL, NULL, NULL, NULL, g.on_day, g.state, g.text, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM progress g JOIN finding f ON f.id = g.finding_id
 WHERE f.body_id = :body_id AND f.cycle_id = :cycle_id AND SEES(imports, g.body_id)
UNION ALL
SELECT 11, m.id, 0, m.id, m.finding_id, NULL, NULL, NULL, NULL, NULL, m.kind, m.op, m.value, m.unit, m.done, m.total, m.from_day, m.to_day, m.text, NULL FROM measure m JOIN finding f ON f.id = m.finding_id
 WHERE f.body_id = :body_id AND f.cycle_id = :cycle_id AND SEES(imports, m.body_id)
UNION ALL
SELECT 12, q.id, 0, q.id, NULL, NULL, NULL, NULL, NULL, NULL, q.mark, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM request q
 WHERE q.body_id = :body_id AND q.cycle_id = :cycle_id AND SEES(imports, q.body_id)
UNION ALL
SELECT 13, w.id, 0, w.id, NULL, NULL, NULL, NULL, NULL, NULL, w.kind, w.text, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM passage w JOIN document d ON d.id = w.document_id
 WHERE d.body_id = :body_id AND d.cycle_id = :cycle_id AND SEES(imports, w.body_id)
ORDER BY 1, 2, 3;

-- name: import_claims
-- Where what the record has stands.
SELECT c.entity, c.entity_id, c.field, d.number, d.file_name, c.line_no, c.page_no, c.table_no, c.row_no, c.printed
  FROM claim c JOIN document d ON d.id = c.document_id
 WHERE d.body_id = :body_id AND d.cycle_id = :cycle_id AND c.held = 1 AND SEES(imports, c.body_id) ORDER BY c.id;

-- name: import_hands
-- What people changed by hand, newest first, in the words of the index audit_hands. Progress changes no figure that a document prints.
SELECT x.entity, x.entity_id, x.at, coalesce(p.name, x.login), x.before, x.after
  FROM audit x LEFT JOIN person p ON p.id = x.person_id
 WHERE x.body_id = :body_id AND x.before IS NOT NULL AND x.after IS NOT NULL AND x.what <> 'import' AND x.what <> 'progress add'
   AND (x.entity = 'finding' OR x.entity = 'remedy' OR x.entity = 'result' OR x.entity = 'field_result')
   AND SEES(imports, x.body_id) ORDER BY x.id DESC LIMIT 2000;

-- # Accepting

-- name: import_blob
SELECT id FROM blob WHERE sha256 = :sha256;

-- name: import_blob_add
INSERT INTO blob (sha256, size) VALUES (:sha256, :size);

-- name: import_document_add
INSERT INTO document (body_id, cycle_id, kind, number, symbol, title, issuer, place, issued_on, as_of, period_from, period_to, signatory,
                      file_name, file_id, facts_id, reader)
SELECT u.id, :cycle_id, :kind, :number, :symbol, :title, :issuer, :place, :issued_on, :as_of, :period_from, :period_to, :signatory,
       :file_name, :file_id, :facts_id, :reader
  FROM unit u WHERE u.id = :body_id AND MAY(change, imports, u.id);

-- name: import_citation_add
INSERT INTO citation (body_id, document_id, number, issued_on, issuer, role, code, line_no, page_no, table_no, row_no)
SELECT u.id, :document_id, :number, :issued_on, :issuer, :role, :code, :line_no, :page_no, :table_no, :row_no
  FROM unit u WHERE u.id = :body_id AND MAY(change, imports, u.id);

-- name: import_check_add
INSERT INTO document_check (body_id, document_id, name, place, printed, computed, severity, message, line_no, page_no, table_no, row_no)
SELECT u.id, :document_id, :name, :place, :printed, :computed, :severity, :message, :line_no, :page_no, :table_no, :row_no
  FROM unit u WHERE u.id = :body_id AND MAY(change, imports, u.id);

-- name: import_passage_add
INSERT INTO passage (body_id, document_id, kind, text, field, unit, cadence, report_to, line_no, page_no, table_no, row_no)
SELECT u.id, :document_id, :kind, :text, :field, :unit, :cadence, :report_to, :line_no, :page_no, :table_no, :row_no
  FROM unit u WHERE u.id = :body_id AND MAY(change, imports, u.id);

-- name: import_claim_add
INSERT INTO claim (body_id, document_id, entity, entity_id, field, printed, held, line_no, page_no, table_no, row_no, sure)
SELECT u.id, :document_id, :entity, :entity_id, :field, :printed, :held, :line_no, :page_no, :table_no, :row_no, :sure
  FROM unit u WHERE u.id = :body_id AND MAY(change, imports, u.id);

-- name: import_claim_add_late
-- Of a document that was accepted in part: what of it was left then has no claim yet.
INSERT INTO claim (body_id, document_id, entity, entity_id, field, printed, held, line_no, page_no, table_no, row_no, sure)
SELECT u.id, :document_id, :entity, :entity_id, :field, :printed, :held, :line_no, :page_no, :table_no, :row_no, :sure
  FROM unit u WHERE u.id = :body_id AND MAY(change, imports, u.id) AND NOT EXISTS (SELECT 1 FROM claim c
   WHERE c.entity = :entity AND c.entity_id = :entity_id AND c.field = :field AND c.document_id = :document_id);

-- name: import_claim_let_go
-- Another document's figure was taken instead.
UPDATE claim SET held = 0
 WHERE entity = :entity AND entity_id = :entity_id AND field = :field AND document_id <> :document_id AND held = 1
   AND body_id = :body_id AND MAY(change, imports, body_id);

-- name: import_claim_hold
UPDATE claim SET held = 1
 WHERE entity = :entity AND entity_id = :entity_id AND field = :field AND document_id = :document_id AND held = 0
   AND body_id = :body_id AND MAY(change, imports, body_id);

-- name: import_result_add
INSERT INTO result (body_id, cycle_id, points, max, lost, percent, rank, group_size)
SELECT u.id, :cycle_id, :points, :max, :lost, :percent, :rank, :group_size FROM unit u WHERE u.id = :body_id AND MAY(change, imports, u.id);

-- name: import_result_set
UPDATE result SET points = :points, max = :max, lost = :lost, percent = :percent, rank = :rank, group_size = :group_size
 WHERE id = :id AND MAY(change, imports, body_id);

-- name: import_field_add
INSERT INTO field_result (body_id, result_id, code, name, max, points, lost)
SELECT u.id, :result_id, :code, :name, :max, :points, :lost FROM unit u WHERE u.id = :body_id AND MAY(change, imports, u.id);

-- name: import_field_set
UPDATE field_result SET name = :name, max = :max, points = :points, lost = :lost WHERE id = :id AND MAY(change, imports, body_id);

-- name: import_finding_add
INSERT INTO finding (body_id, cycle_id, origin, criterion_id, mark, place, ord, text, cause, max, points, lost, note)
SELECT u.id, :cycle_id, :origin, :criterion_id, :mark, coalesce((SELECT k.place FROM criterion_place k WHERE k.id = :criterion_id), '~'), :ord, :text, :cause, :max, :points, :lost, :note
  FROM unit u WHERE u.id = :body_id AND MAY(change, imports, u.id);

-- name: import_finding_set
UPDATE finding SET text = :text, cause = :cause, max = :max, points = :points, lost = :lost, note = :note, revision = revision + 1
 WHERE id = :id AND MAY(change, imports, body_id);

-- name: import_plan_add
INSERT INTO plan (body_id, cycle_id) SELECT u.id, :cycle_id FROM unit u WHERE u.id = :body_id AND MAY(change, imports, u.id);

-- name: import_version_add
INSERT INTO plan_version (body_id, plan_id, version, number, title, issued_on, document_id)
SELECT u.id, :plan_id, :version, :number, :title, :issued_on, :document_id FROM unit u WHERE u.id = :body_id AND MAY(change, imports, u.id);

-- name: import_version_fill
-- A draft that got its number and day.
UPDATE plan_version SET number = COALESCE(number, :number), issued_on = :issued_on, document_id = COALESCE(document_id, :document_id)
 WHERE id = :id AND MAY(change, imports, body_id);

-- name: import_remedy_add
INSERT INTO remedy (body_id, plan_id, mark, ord, since_version, text, lead_id, lead_text, due_kind, due_text, due_from, due_to, review)
SELECT u.id, :plan_id, :mark, :ord, :since_version, :text, :lead_id, :lead_text, :due_kind, :due_text, :due_from, :due_to, :review
  FROM unit u WHERE u.id = :body_id AND MAY(change, imports, u.id);

-- name: import_remedy_set
UPDATE remedy SET text = :text, lead_id = :lead_id, lead_text = :lead_text, due_kind = :due_kind, due_text = :due_text, due_from = :due_from, due_to = :due_to, review = :review,
       until_version = :until_version, state = :state, reviewed_on = :reviewed_on, revision = revision + 1
 WHERE id = :id AND MAY(change, imports, body_id);

-- name: import_link_add
INSERT INTO remedy_finding (body_id, remedy_id, finding_id)
SELECT u.id, :remedy_id, :finding_id FROM unit u WHERE u.id = :body_id AND MAY(change, imports, u.id);

-- name: import_support_add
INSERT INTO remedy_support (body_id, remedy_id, ord, unit_id, text)
SELECT u.id, :remedy_id, :ord, :unit_id, :text FROM unit u WHERE u.id = :body_id AND MAY(change, imports, u.id);

-- name: import_progress_add
INSERT INTO progress (body_id, finding_id, remedy_id, on_day, document_id, state, text, line_no, page_no, table_no, row_no)
SELECT u.id, :finding_id, :remedy_id, :on_day, :document_id, :state, :text, :line_no, :page_no, :table_no, :row_no
  FROM unit u WHERE u.id = :body_id AND MAY(change, imports, u.id);

-- name: import_measure_add
INSERT INTO measure (body_id, finding_id, progress_id, kind, op, value, unit, done, total, from_day, to_day, text, document_id,
                     line_no, page_no, table_no, row_no)
SELECT u.id, :finding_id, :progress_id, :kind, :op, :value, :unit, :done, :total, :from_day, :to_day, :text, :document_id,
       :line_no, :page_no, :table_no, :row_no
  FROM unit u WHERE u.id = :body_id AND MAY(change, imports, u.id);

-- name: import_request_add
INSERT INTO request (body_id, cycle_id, mark, text, document_id, line_no, page_no, table_no, row_no)
SELECT u.id, :cycle_id, :mark, :text, :document_id, :line_no, :page_no, :table_no, :row_no
  FROM unit u WHERE u.id = :body_id AND MAY(change, imports, u.id);
