-- A body's plan as people open it, and what is due. However large a plan is, these run once each.

-- name: plan_head
-- The newest plan (or only findings) of a body, or that of one year: year 0 is any. Its head is the version that none is later than.
SELECT u.name, y.id, y.year, y.name, p.id, v.version, v.number, v.title, v.issued_on, g.points, g.max, g.lost, g.rank, g.group_size,
       u.ended_on
  FROM unit u JOIN cycle y ON (y.year = :year OR :year = 0)
  LEFT JOIN plan p ON p.body_id = u.id AND p.cycle_id = y.id
  LEFT JOIN plan_version v ON v.id = (
       SELECT x.id FROM plan_version x
        WHERE x.plan_id = p.id AND NOT EXISTS (SELECT 1 FROM plan_version w
                                                WHERE w.plan_id = x.plan_id AND substr(w.issued_on, 1, length(x.issued_on)) > x.issued_on)
        ORDER BY x.version DESC LIMIT 1)
  LEFT JOIN result g ON g.body_id = u.id AND g.cycle_id = y.id
 WHERE u.id = :body_id AND SEES(findings, u.id)
   AND (p.id IS NOT NULL OR EXISTS (SELECT 1 FROM finding f WHERE f.body_id = u.id AND f.cycle_id = y.id))
 ORDER BY y.year DESC, y.id DESC LIMIT 1;

-- name: plan_fields
-- Fields as the result has them, then as the criteria sets of the findings name them.
SELECT 0 AS way, x.code, x.name, x.max, x.points, x.lost, x.id
  FROM result g JOIN field_result x ON x.result_id = g.id
 WHERE g.body_id = :body_id AND g.cycle_id = :cycle_id AND SEES(findings, g.body_id)
UNION ALL
SELECT 1, c.code, c.name, c.max, NULL, NULL, NULL
  FROM criterion c
 WHERE c.code NOT LIKE '%.%' AND c.set_id IN (SELECT k.set_id FROM finding f JOIN criterion k ON k.id = f.criterion_id
                                               WHERE f.body_id = :body_id AND f.cycle_id = :cycle_id AND SEES(findings, f.body_id))
 ORDER BY way, code;

-- name: plan_findings
-- Until a set is entered a code is called as the body's own first document calls it.
SELECT f.id, f.origin, c.code,
       CASE WHEN s.version > 0 THEN c.name
            ELSE coalesce((SELECT k.printed FROM claim k WHERE k.entity = 'criterion' AND k.entity_id = c.id AND k.body_id = f.body_id
                            ORDER BY k.held DESC, k.id LIMIT 1), c.name) END,
       f.text, f.cause, f.max, f.points, f.lost, f.note, f.state, f.revision,
       (SELECT count(*) FROM evidence_link l WHERE l.finding_id = f.id)
     + (SELECT count(*) FROM evidence_link l WHERE l.criterion_id = f.criterion_id AND l.cycle_id = f.cycle_id AND l.body_id = f.body_id),
       g.state, g.on_day, g.text
  FROM finding f LEFT JOIN criterion c ON c.id = f.criterion_id LEFT JOIN criteria_set s ON s.id = c.set_id
  LEFT JOIN progress g ON g.id = (SELECT x.id FROM progress x WHERE x.finding_id = f.id ORDER BY x.on_day DESC, x.id DESC LIMIT 1)
 WHERE f.body_id = :body_id AND f.cycle_id = :cycle_id AND SEES(findings, f.body_id)
 ORDER BY f.ord, f.id;

-- name: plan_remedies
SELECT r.id, r.revision, r.text, u.name, p.name, r.due_kind, r.due_text, r.due_to, r.review, r.event_on, r.event_days,
       r.effort, r.expected, r.state, r.percent, r.reviewed_on, g.text,
       (SELECT count(*) FROM evidence_link l WHERE l.remedy_id = r.id), r.lead_text, r.lead_id, p.login
  FROM remedy r LEFT JOIN unit u ON u.id = r.lead_id LEFT JOIN person p ON p.id = r.person_id
  LEFT JOIN progress g ON g.id = (SELECT x.id FROM progress x WHERE x.remedy_id = r.id ORDER BY x.on_day DESC, x.id DESC LIMIT 1)
 WHERE r.plan_id = :plan_id AND r.until_version IS NULL AND SEES(findings, r.body_id)
 ORDER BY r.ord, r.id;

-- name: plan_links
-- Of the remedies of a plan: the units that help, and the findings they mend.
SELECT s.remedy_id, NULL AS finding_id, coalesce(u.name, s.text), s.ord AS ord
  FROM remedy r JOIN remedy_support s ON s.remedy_id = r.id LEFT JOIN unit u ON u.id = s.unit_id
 WHERE r.plan_id = :plan_id AND r.until_version IS NULL AND SEES(findings, r.body_id)
UNION ALL
SELECT k.remedy_id, k.finding_id, NULL, 0
  FROM remedy r JOIN remedy_finding k ON k.remedy_id = r.id
 WHERE r.plan_id = :plan_id AND r.until_version IS NULL AND SEES(findings, r.body_id)
 ORDER BY remedy_id, ord, finding_id;

-- name: plan_otherwise
-- What accepted documents said otherwise of a body's cycle and was left, beside what the record has of it now: a figure in
-- ten-thousandths, or a text.
WITH k AS MATERIALIZED (
  SELECT k.entity, k.entity_id, k.field, k.printed, d.number, d.file_name, k.line_no, k.page_no, k.table_no, k.row_no, k.id
    FROM document d JOIN claim k ON k.document_id = d.id
   WHERE d.body_id = :body_id AND d.cycle_id = :cycle_id AND k.held = 0 AND SEES(findings, d.body_id))
SELECT k.entity, k.entity_id, k.field, k.printed, k.number, k.file_name, k.line_no, k.page_no, k.table_no, k.row_no, k.id AS ord,
       CASE k.field WHEN 'max' THEN f.max WHEN 'points' THEN f.points WHEN 'lost' THEN f.lost END,
       CASE k.field WHEN 'text' THEN f.text WHEN 'cause' THEN f.cause WHEN 'note' THEN f.note END
  FROM k JOIN finding f ON f.id = k.entity_id
 WHERE k.entity = 'finding'
UNION ALL
SELECT k.entity, k.entity_id, k.field, k.printed, k.number, k.file_name, k.line_no, k.page_no, k.table_no, k.row_no, k.id, NULL,
       CASE k.field WHEN 'text' THEN r.text WHEN 'due_text' THEN r.due_text WHEN 'lead_text' THEN coalesce(r.lead_text, u.name) END
  FROM k JOIN remedy r ON r.id = k.entity_id LEFT JOIN unit u ON u.id = r.lead_id
 WHERE k.entity = 'remedy' AND r.until_version IS NULL
UNION ALL
SELECT k.entity, k.entity_id, k.field, k.printed, k.number, k.file_name, k.line_no, k.page_no, k.table_no, k.row_no, k.id,
       CASE k.field WHEN 'max' THEN g.max WHEN 'points' THEN g.points WHEN 'lost' THEN g.lost WHEN 'percent' THEN g.percent * 100
                    WHEN 'rank' THEN g.rank * 10000 WHEN 'group_size' THEN g.group_size * 10000 END, NULL
  FROM k JOIN result g ON g.id = k.entity_id
 WHERE k.entity = 'result'
UNION ALL
SELECT k.entity, k.entity_id, k.field, k.printed, k.number, k.file_name, k.line_no, k.page_no, k.table_no, k.row_no, k.id,
       CASE k.field WHEN 'max' THEN x.max WHEN 'points' THEN x.points WHEN 'lost' THEN x.lost END,
       CASE k.field WHEN 'name' THEN x.name END
  FROM k JOIN field_result x ON x.id = k.entity_id
 WHERE k.entity = 'field_result'
UNION ALL
SELECT 'finding', f.id, k.field, k.printed, k.number, k.file_name, k.line_no, k.page_no, k.table_no, k.row_no, k.id, NULL, c.name
  FROM k JOIN criterion c ON c.id = k.entity_id JOIN finding f ON f.criterion_id = c.id
 WHERE k.entity = 'criterion' AND f.body_id = :body_id AND f.cycle_id = :cycle_id
 ORDER BY ord LIMIT 2000;

-- name: plan_add
-- The plan of a body for a cycle, where there is none yet.
INSERT INTO plan (body_id, cycle_id)
SELECT b.id, y.id FROM unit b CROSS JOIN cycle y
 WHERE b.id = :body_id AND y.id = :cycle_id AND MAY(change, findings, b.id)
   AND NOT EXISTS (SELECT 1 FROM plan p WHERE p.body_id = b.id AND p.cycle_id = y.id);
