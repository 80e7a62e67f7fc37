-- Findings, one at a time: its page, adding and editing one.

-- name: finding_load
-- The name as in plan_findings.
SELECT f.id, f.body_id, b.name, f.cycle_id, y.year, f.origin, c.code,
       CASE WHEN s.version > 0 THEN c.name
            ELSE coalesce((SELECT k.printed FROM claim k WHERE k.entity = 'criterion' AND k.entity_id = c.id AND k.body_id = f.body_id
                            ORDER BY k.held DESC, k.id LIMIT 1), c.name) END,
       f.text, f.cause, f.max, f.points, f.lost, f.note, f.state, f.revision
  FROM finding f JOIN unit b ON b.id = f.body_id JOIN cycle y ON y.id = f.cycle_id LEFT JOIN criterion c ON c.id = f.criterion_id
  LEFT JOIN criteria_set s ON s.id = c.set_id
 WHERE f.id = :id AND SEES(findings, f.body_id);

-- name: finding_remedies
-- The columns of plan_remedies; then, of one that was dropped, since when and why; then whether it is the person's own.
SELECT r.id, r.revision, r.text, u.name, p.name, r.due_kind, r.due_text, r.due_to, r.review, r.event_on, r.event_days,
       r.effort, r.expected, r.state, r.percent, r.reviewed_on, g.text,
       (SELECT count(*) FROM evidence_link l WHERE l.remedy_id = r.id), r.lead_text, r.lead_id, p.login, r.until_version, r.until_why,
       CASE WHEN EXISTS (SELECT 1 FROM own_remedy o WHERE o.remedy_id = r.id AND o.person_id = :who) THEN 1 ELSE 0 END
  FROM remedy_finding k JOIN remedy r ON r.id = k.remedy_id LEFT JOIN unit u ON u.id = r.lead_id LEFT JOIN person p ON p.id = r.person_id
  LEFT JOIN progress g ON g.id = (SELECT x.id FROM progress x WHERE x.remedy_id = r.id ORDER BY x.on_day DESC, x.id DESC LIMIT 1)
 WHERE k.finding_id = :id AND SEES(findings, r.body_id)
 ORDER BY r.ord, r.id;

-- name: finding_supports
-- The columns of plan_links.
SELECT s.remedy_id, NULL AS finding_id, coalesce(u.name, s.text), s.ord
  FROM remedy_finding k JOIN remedy_support s ON s.remedy_id = k.remedy_id LEFT JOIN unit u ON u.id = s.unit_id
 WHERE k.finding_id = :id AND SEES(findings, s.body_id)
 ORDER BY s.remedy_id, s.ord;

-- name: finding_said
-- What accepted documents say of it, of its remedies and of its criterion's name, beside what the record has of that now: a figure in
-- ten-thousandths, or a text (as plan_otherwise); and figures told with no progress: what lost the points, what is to be reached.
SELECT k.entity, k.entity_id, k.field, k.printed, d.number, d.file_name, k.line_no, k.page_no, k.table_no, k.row_no, k.id AS ord,
       CASE k.field WHEN 'max' THEN f.max WHEN 'points' THEN f.points WHEN 'lost' THEN f.lost END,
       CASE k.field WHEN 'text' THEN f.text WHEN 'cause' THEN f.cause WHEN 'note' THEN f.note END, k.held, 0 AS way
  FROM finding f JOIN claim k ON k.entity = 'finding' AND k.entity_id = f.id JOIN document d ON d.id = k.document_id
 WHERE f.id = :id AND SEES(findings, d.body_id)
UNION ALL
SELECT k.entity, k.entity_id, k.field, k.printed, d.number, d.file_name, k.line_no, k.page_no, k.table_no, k.row_no, k.id, NULL,
       CASE k.field WHEN 'text' THEN r.text WHEN 'due_text' THEN r.due_text WHEN 'lead_text' THEN coalesce(r.lead_text, u.name) END, k.held, 1
  FROM remedy_finding x JOIN remedy r ON r.id = x.remedy_id AND r.until_version IS NULL
  JOIN claim k ON k.entity = 'remedy' AND k.entity_id = r.id JOIN document d ON d.id = k.document_id LEFT JOIN unit u ON u.id = r.lead_id
 WHERE x.finding_id = :id AND SEES(findings, d.body_id)
UNION ALL
SELECT 'finding', f.id, k.field, k.printed, d.number, d.file_name, k.line_no, k.page_no, k.table_no, k.row_no, k.id, NULL, c.name, k.held, 0
  FROM finding f JOIN criterion c ON c.id = f.criterion_id JOIN claim k ON k.entity = 'criterion' AND k.entity_id = c.id
  JOIN document d ON d.id = k.document_id AND d.body_id = f.body_id AND d.cycle_id = f.cycle_id
 WHERE f.id = :id AND SEES(findings, d.body_id)
UNION ALL
SELECT 'measure', m.id, m.kind, m.text, d.number, d.file_name, m.line_no, m.page_no, m.table_no, m.row_no, m.id, NULL, m.text, 1, 2
  FROM measure m LEFT JOIN document d ON d.id = m.document_id
 WHERE m.finding_id = :id AND m.progress_id IS NULL AND SEES(findings, m.body_id)
 ORDER BY way, ord LIMIT 500;

-- name: finding_evidence
SELECT DISTINCT e.id, e.title, e.number, e.issued_on, e.expires_on, l.pointer
  FROM evidence_link l JOIN evidence e ON e.id = l.evidence_id
 WHERE SEES(sheets, e.body_id) AND l.id IN (
       SELECT a.id FROM evidence_link a WHERE a.finding_id = :id
       UNION SELECT a.id FROM finding f JOIN evidence_link a ON a.criterion_id = f.criterion_id AND a.cycle_id = f.cycle_id AND a.body_id = f.body_id
              WHERE f.id = :id
       UNION SELECT a.id FROM remedy_finding k JOIN evidence_link a ON a.remedy_id = k.remedy_id WHERE k.finding_id = :id)
 ORDER BY e.id LIMIT 200;

-- name: finding_history
-- What the log says of it and of its remedies, newest first; nobody sees it who may not see the log.
SELECT a.at, coalesce(p.name, a.login), a.what, a.entity, a.entity_id, a.before, a.after
  FROM audit a LEFT JOIN person p ON p.id = a.person_id
 WHERE a.id IN (SELECT x.id FROM audit x WHERE x.entity = 'finding' AND x.entity_id = :id
                UNION SELECT x.id FROM remedy_finding k CROSS JOIN audit x WHERE k.finding_id = :id AND x.entity = 'remedy' AND x.entity_id = k.remedy_id)
   AND SEES(log, a.body_id)
 ORDER BY a.id DESC LIMIT 20;

-- name: change_last
-- Who edited a row last, and what: for the person whose own change came too late. Progress does not edit.
SELECT a.at, coalesce(p.name, a.login), a.before, a.after
  FROM audit a LEFT JOIN person p ON p.id = a.person_id
 WHERE a.entity = :entity AND a.entity_id = :id AND a.what <> 'progress add' AND SEES(findings|sheets, a.body_id) ORDER BY a.id DESC LIMIT 1;

-- name: finding_criterion
-- The criterion of that code in the set by which a body of that level is scored in a cycle; one that the body's findings name goes first.
SELECT c.id, c.name, c.max, y.id, y.year
  FROM unit b CROSS JOIN cycle y JOIN criteria_set s ON s.cycle_id = y.id AND s.level = b.level JOIN criterion c ON c.set_id = s.id
 WHERE b.id = :body_id AND c.code = :code AND (y.year = :year OR :year = 0) AND SEES(findings, b.id)
 ORDER BY y.year DESC, (SELECT count(*) FROM finding f WHERE f.criterion_id = c.id AND f.body_id = b.id AND f.cycle_id = y.id) DESC,
       s.version DESC LIMIT 1;

-- name: finding_cycle
SELECT y.id, y.year FROM cycle y WHERE y.year = :year OR :year = 0 ORDER BY y.year DESC, y.id DESC LIMIT 1;

-- name: finding_add
INSERT INTO finding (body_id, cycle_id, origin, criterion_id, mark, place, ord, text, cause, max, points, lost, note)
SELECT b.id, :cycle_id, :origin, :criterion_id, :mark, coalesce((SELECT k.place FROM criterion_place k WHERE k.id = :criterion_id), '~'),
       (SELECT coalesce(max(f.ord), 0) + 1 FROM finding f WHERE f.body_id = b.id AND f.cycle_id = :cycle_id),
       :text, :cause, :max, :points, :lost, :note
  FROM unit b WHERE b.id = :body_id AND MAY(change, findings, b.id);

-- name: finding_edit
UPDATE finding SET text = :text, cause = :cause, max = :max, points = :points, lost = :lost, note = :note, state = :state, revision = revision + 1
 WHERE id = :id AND revision = :revision AND MAY(change, findings, body_id);
