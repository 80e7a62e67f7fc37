-- Sheets of bodies: what a body says of itself (area sheets), what appraisers say of it (area appraisals).

-- name: sheet_unit
-- Units of that name, symbol or former name; those that still are first. plain: the name without "UBND" before it.
-- unscoped: names of units are no secret
SELECT u.id, u.body_id, u.name, u.level, u.ranking FROM unit u
 WHERE u.folded IN (:plain, 'ubnd ' || :plain, 'uy ban nhan dan ' || :plain) OR u.symbol = :said
    OR u.id IN (SELECT n.unit_id FROM unit_name n WHERE n.folded IN (:plain, 'ubnd ' || :plain, 'uy ban nhan dan ' || :plain))
 ORDER BY CASE WHEN u.ended_on IS NULL THEN 0 ELSE 1 END, u.id LIMIT 3;

-- name: sheet_unit_of
-- unscoped: as sheet_unit
SELECT u.id, u.body_id, u.name, u.level, u.ranking FROM unit u WHERE u.id = :id;

-- name: sheet_rights
-- unscoped: it is what a person may
SELECT DISTINCT area, act FROM sight WHERE person_id = :who AND body_id = :body_id AND area IN ('sheets', 'appraisals');

-- name: sheet_find
SELECT t.id, t.state, t.points, t.max, t.revision FROM sheet t WHERE t.body_id = :body_id AND t.set_id = :set_id AND SEES(sheets, t.body_id);

-- name: sheet_heads
-- The sets by which a body is or can be scored in a cycle, and those of its sheets in the years before, each as set_head with its sheet:
-- newest year first, in a year that with a sheet first.
SELECT s.cycle_id, y.year, s.level, s.version, s.name, s.number, s.issuer, s.issued_on, s.decimals, s.ranks, s.without, s.compares, s.bonus_max,
       s.penalty_max, s.id, t.id, t.state, t.points, t.max, t.revision
  FROM unit b CROSS JOIN cycle now JOIN cycle y ON y.owner_id = now.owner_id AND y.year <= now.year JOIN criteria_set s ON s.cycle_id = y.id
  LEFT JOIN sheet t ON t.set_id = s.id AND t.body_id = b.id
 WHERE b.id = :body_id AND now.id = :cycle_id AND (t.id IS NOT NULL OR (y.id = now.id AND s.level = b.level)) AND SEES(sheets, b.id)
 ORDER BY y.year DESC, CASE WHEN t.id IS NULL THEN 1 ELSE 0 END, s.version DESC LIMIT :limit;

-- name: sheet_sets
-- The sets by which a body has a sheet; of a year the newest alone.
SELECT c.year, t.set_id FROM sheet t JOIN criteria_set s ON s.id = t.set_id JOIN cycle c ON c.id = s.cycle_id
 WHERE t.body_id = :body_id AND SEES(sheets, t.body_id)
   AND NOT EXISTS (SELECT 1 FROM sheet o JOIN criteria_set x ON x.id = o.set_id
                    WHERE o.body_id = t.body_id AND x.cycle_id = s.cycle_id AND x.version > s.version)
 ORDER BY c.year DESC LIMIT :limit;

-- name: sheet_head
-- The newest of a year, for who changes its state: an administrator opens it without seeing what it says.
SELECT t.id, t.state, t.revision FROM sheet t JOIN criteria_set s ON s.id = t.set_id JOIN cycle c ON c.id = s.cycle_id
 WHERE t.body_id = :body_id AND c.year = :year AND (SEES(sheets, t.body_id) OR MAY(change, units, t.body_id)) ORDER BY s.version DESC LIMIT 1;

-- name: sheet_cells
-- Each leaf with what is said of it, once for each opinion that the person may see; of up to four sheets at once, as sheet_entries.
SELECT c.id, r.id, r.applies, r.why_not, r.explanation, r.explanation2, r.files, k.id, k.round, k.points, k.reason, t.id
  FROM sheet t JOIN criterion c ON c.set_id = t.set_id AND c.leaf = 1
  LEFT JOIN sheet_row r ON r.sheet_id = t.id AND r.criterion_id = c.id
  LEFT JOIN score k ON k.sheet_id = t.id AND k.criterion_id = c.id
   AND (k.round = 0 OR SEES(appraisals, k.body_id) OR (t.state = 'published' AND MAY(see_published, appraisals, k.body_id)))
 WHERE t.id IN (:sheet1, :sheet2, :sheet3, :sheet4) AND SEES(sheets, t.body_id) ORDER BY t.id, c.ord, c.id, k.round;

-- name: sheet_entries
SELECT e.id, e.input_id, e.value, e.sheet_id FROM entry e WHERE e.sheet_id IN (:sheet1, :sheet2, :sheet3, :sheet4) AND SEES(sheets, e.body_id);

-- name: sheet_all
-- unscoped: who verifies the record reads all of it
SELECT t.id, t.set_id, t.points, t.max, u.name, c.year FROM sheet t JOIN unit u ON u.id = t.body_id JOIN criteria_set s ON s.id = t.set_id
  JOIN cycle c ON c.id = s.cycle_id WHERE t.set_id > :set_id OR (t.set_id = :set_id AND t.id > :id) ORDER BY t.set_id, t.id LIMIT :limit;

-- name: sheet_all_cells
-- unscoped: as sheet_all
SELECT c.id, r.id, r.applies, r.why_not, r.explanation, r.explanation2, r.files, k.id, k.round, k.points, k.reason, t.id
  FROM sheet t JOIN criterion c ON c.set_id = t.set_id AND c.leaf = 1
  LEFT JOIN sheet_row r ON r.sheet_id = t.id AND r.criterion_id = c.id LEFT JOIN score k ON k.sheet_id = t.id AND k.criterion_id = c.id
 WHERE t.id = :sheet_id ORDER BY c.ord, c.id, k.round;

-- name: sheet_all_entries
-- unscoped: as sheet_all
SELECT e.id, e.input_id, e.value, e.sheet_id FROM entry e WHERE e.sheet_id = :sheet_id;

-- name: sheet_add
INSERT INTO sheet (body_id, set_id) SELECT u.id, :set_id FROM unit u WHERE u.id = :body_id
   AND (MAY(change, sheets, u.id) OR MAY(change_own, sheets, u.id) OR MAY(change, appraisals, u.id));

-- name: sheet_total
UPDATE sheet SET points = :points, max = :max, revision = revision + 1 WHERE id = :id AND revision = :revision
   AND (MAY(change, sheets, body_id) OR MAY(change_own, sheets, body_id) OR MAY(change, appraisals, body_id));

-- name: sheet_state
-- Leaders and the office lock it, an administrator opens it again, appraisers publish it.
UPDATE sheet SET state = :state, revision = revision + 1 WHERE id = :id AND revision = :revision AND state <> :state
   AND ((:state = 'locked' AND state = 'open' AND (MAY(approve, sheets, body_id) OR MAY(change, sheets, body_id)))
     OR (:state = 'open' AND MAY(change, units, body_id))
     OR (:state = 'published' AND MAY(change, appraisals, body_id)));

-- name: sheet_row_add
-- Of a locked sheet only explanations and evidence may still come.
INSERT INTO sheet_row (body_id, sheet_id, criterion_id, applies, why_not, explanation, explanation2, files)
SELECT t.body_id, t.id, :criterion_id, CAST(:applies AS BIGINT), :why_not, :explanation, :explanation2, :files FROM sheet t
 WHERE t.id = :sheet_id AND (t.state = 'open' OR (t.state = 'locked' AND CAST(:applies AS BIGINT) = 1))
   AND (MAY(change, sheets, t.body_id) OR MAY(change_own, sheets, t.body_id));

-- name: sheet_row_change
UPDATE sheet_row SET applies = :applies, why_not = :why_not, explanation = :explanation, explanation2 = :explanation2, files = :files
 WHERE id = :id AND (MAY(change, sheets, body_id) OR MAY(change_own, sheets, body_id))
   AND EXISTS (SELECT 1 FROM sheet t WHERE t.id = sheet_row.sheet_id
                AND (t.state = 'open' OR (t.state = 'locked' AND sheet_row.applies = :applies)));

-- name: sheet_document
-- The file of a sheet that was kept before.
SELECT d.id FROM document d JOIN blob b ON b.id = d.file_id
 WHERE d.body_id = :body_id AND b.sha256 = :sha256 AND d.file_name = :file_name AND SEES(sheets, d.body_id);

-- name: sheet_document_add
-- A sheet is kept by who fills it in or appraises it; what was read in it is kept as sets.md has it.
INSERT INTO document (body_id, cycle_id, kind, title, file_name, file_id, facts_id, reader)
SELECT u.id, :cycle_id, 'sheet', :title, :file_name, :file_id, :facts_id, 'book' FROM unit u
 WHERE u.id = :body_id AND (MAY(change, sheets, u.id) OR MAY(change_own, sheets, u.id) OR MAY(change, appraisals, u.id));

-- name: score_add
INSERT INTO score (body_id, sheet_id, criterion_id, round, points, reason, reason_code, document_id, page_no, table_no, row_no)
SELECT t.body_id, t.id, :criterion_id, CAST(:round AS BIGINT), :points, :reason, :reason_code, :document_id, :page_no, :table_no, :row_no FROM sheet t
 WHERE t.id = :sheet_id
   AND ((CAST(:round AS BIGINT) = 0 AND t.state = 'open' AND (MAY(change, sheets, t.body_id) OR MAY(change_own, sheets, t.body_id)))
     OR (CAST(:round AS BIGINT) > 0 AND t.state <> 'published' AND MAY(change, appraisals, t.body_id)));

-- name: score_change
UPDATE score SET points = :points, reason = :reason, reason_code = :reason_code, document_id = :document_id,
  page_no = :page_no, table_no = :table_no, row_no = :row_no
 WHERE id = :id
   AND ((round = 0 AND (MAY(change, sheets, body_id) OR MAY(change_own, sheets, body_id))
         AND EXISTS (SELECT 1 FROM sheet t WHERE t.id = score.sheet_id AND t.state = 'open'))
     OR (round > 0 AND MAY(change, appraisals, body_id)
         AND EXISTS (SELECT 1 FROM sheet t WHERE t.id = score.sheet_id AND t.state <> 'published')));

-- name: entry_add
INSERT INTO entry (body_id, sheet_id, input_id, value) SELECT t.body_id, t.id, :input_id, :value FROM sheet t
 WHERE t.id = :sheet_id AND ((t.state = 'open' AND (MAY(change, sheets, t.body_id) OR MAY(change_own, sheets, t.body_id)))
                          OR (t.state <> 'published' AND MAY(change, appraisals, t.body_id)));

-- name: entry_change
UPDATE entry SET value = :value WHERE id = :id
   AND (((MAY(change, sheets, body_id) OR MAY(change_own, sheets, body_id))
         AND EXISTS (SELECT 1 FROM sheet t WHERE t.id = entry.sheet_id AND t.state = 'open'))
     OR (MAY(change, appraisals, body_id) AND EXISTS (SELECT 1 FROM sheet t WHERE t.id = entry.sheet_id AND t.state <> 'published')));

-- name: sheet_findings
-- What appraisals found in a body up to a year, and where the lost points stand; the name as in plan_findings.
SELECT y.year, i.id, c.id, c.code,
       CASE WHEN s.version > 0 THEN c.name
            ELSE coalesce((SELECT n.printed FROM claim n WHERE n.entity = 'criterion' AND n.entity_id = c.id AND n.body_id = f.body_id
                            ORDER BY n.held DESC, n.id LIMIT 1), c.name) END,
       f.id, f.max, f.points, f.lost, f.text, d.id, d.number, d.file_name, k.line_no, k.page_no, k.table_no, k.row_no,
       (SELECT count(*) FROM remedy_finding x JOIN own_remedy w ON w.remedy_id = x.remedy_id AND w.person_id = :who WHERE x.finding_id = f.id)
  FROM finding f JOIN cycle y ON y.id = f.cycle_id JOIN criterion c ON c.id = f.criterion_id JOIN identity i ON i.id = c.identity_id
  JOIN criteria_set s ON s.id = c.set_id
  LEFT JOIN claim k ON k.id = (SELECT min(x.id) FROM claim x WHERE x.entity = 'finding' AND x.entity_id = f.id AND x.held = 1
                                AND x.field IN ('lost', 'points', 'max'))
  LEFT JOIN document d ON d.id = k.document_id
 WHERE f.body_id = :body_id AND f.origin = 'appraisal' AND y.year <= :year AND y.year >= :since AND SEES(findings, f.body_id)
 ORDER BY y.year DESC, c.ord, f.id LIMIT :limit;

-- name: sheet_evidence
-- Evidence of a body in a cycle by criterion: of the criterion, of its finding, of a remedy of it.
SELECT DISTINCT c.identity_id, e.id, e.title, e.number, e.issued_on, k.pointer, e.issuer
  FROM (SELECT l.criterion_id AS criterion_id, l.evidence_id AS evidence_id, l.pointer AS pointer FROM evidence_link l
         WHERE l.body_id = :body_id AND l.cycle_id = :cycle_id AND l.criterion_id IS NOT NULL
        UNION ALL SELECT f.criterion_id, l.evidence_id, l.pointer FROM evidence_link l JOIN finding f ON f.id = l.finding_id
         WHERE l.body_id = :body_id AND l.cycle_id = :cycle_id
        UNION ALL SELECT f.criterion_id, l.evidence_id, l.pointer FROM evidence_link l JOIN remedy_finding x ON x.remedy_id = l.remedy_id
          JOIN finding f ON f.id = x.finding_id WHERE l.body_id = :body_id AND l.cycle_id = :cycle_id) k
  JOIN criterion c ON c.id = k.criterion_id JOIN evidence e ON e.id = k.evidence_id
 WHERE SEES(sheets, e.body_id) ORDER BY c.identity_id, e.id LIMIT :limit;

-- name: sheet_own
-- Whether a criterion is the person's own: one of their remedies mends what was found of it, this year or before.
SELECT count(*) FROM criterion c JOIN criterion o ON o.identity_id = c.identity_id JOIN finding f ON f.criterion_id = o.id AND f.body_id = :body_id
  JOIN remedy_finding x ON x.finding_id = f.id JOIN remedy r ON r.id = x.remedy_id AND r.until_version IS NULL
  JOIN own_remedy w ON w.remedy_id = r.id AND w.person_id = :who
 WHERE c.id = :criterion_id AND MAY(change_own, sheets, f.body_id);

-- name: sheet_may
-- Whether the person may fill in every criterion of a body.
SELECT count(*) FROM unit u WHERE u.id = :body_id AND MAY(change, sheets, u.id);
