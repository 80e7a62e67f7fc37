-- Criteria sets. Everybody in the record may read them; who may change units enters them.

-- name: set_cycles
-- unscoped: that a cycle is there is no secret; unit is read for the name of its owner
SELECT c.id, u.name FROM cycle c JOIN unit u ON u.id = c.owner_id WHERE c.year = :year ORDER BY c.id LIMIT 2;

-- name: set_cycle_of
-- The cycle of a year that a body is in: that of the nearest unit above it that has one.
-- unscoped: which unit stands under which is no secret
WITH RECURSIVE up (id, parent_id, n) AS (
  SELECT u.id, u.parent_id, 0 FROM unit u WHERE u.id = :body_id
  UNION ALL SELECT p.id, p.parent_id, up.n + 1 FROM up JOIN unit p ON p.id = up.parent_id WHERE up.n < 8)
SELECT c.id FROM up JOIN cycle c ON c.owner_id = up.id WHERE c.year = :year ORDER BY up.n LIMIT 1;

-- name: set_versions
SELECT id, version FROM criteria_set WHERE cycle_id = :cycle_id AND level = :level ORDER BY version DESC LIMIT :limit;

-- name: set_before
-- The newest set of that level in the year before the cycle, or the last year that has any.
SELECT s.id FROM cycle now JOIN cycle c ON c.owner_id = now.owner_id AND c.year < now.year JOIN criteria_set s ON s.cycle_id = c.id
 WHERE now.id = :cycle_id AND s.level = :level ORDER BY c.year DESC, s.version DESC LIMIT 1;

-- name: set_head
SELECT s.cycle_id, c.year, s.level, s.version, s.name, s.number, s.issuer, s.issued_on, s.decimals, s.ranks, s.without, s.compares, s.bonus_max,
       s.penalty_max, s.id
  FROM criteria_set s JOIN cycle c ON c.id = s.cycle_id WHERE s.id = :id;

-- name: set_classes
-- This and the next two: of up to four sets at once.
SELECT name, bound, head, set_id FROM set_class WHERE set_id IN (:set1, :set2, :set3, :set4) ORDER BY set_id, ord;

-- name: set_criteria
-- unscoped: evidence is a column here: what the set asks for
SELECT c.id, c.parent_id, c.identity_id, i.mark, c.code, c.name, c.max, c.max_printed, c.rule, c.source, c.none_arose, c.evidence,
       c.evidence_required, c.appraiser, c.doubt, c.set_id
  FROM criterion c JOIN identity i ON i.id = c.identity_id WHERE c.set_id IN (:set1, :set2, :set3, :set4) ORDER BY c.set_id, c.ord, c.id;

-- name: set_inputs
SELECT i.id, i.name, k.criterion_id, k.ord, i.set_id FROM set_input i LEFT JOIN criterion_input k ON k.input_id = i.id
 WHERE i.set_id IN (:set1, :set2, :set3, :set4) ORDER BY i.set_id, i.ord, k.criterion_id, k.ord;

-- name: set_add
-- unscoped: a set belongs to the cycle of a province; who may change units there enters it
INSERT INTO criteria_set (cycle_id, level, version, name, number, issuer, issued_on, decimals, ranks, without, compares, bonus_max, penalty_max)
SELECT c.id, :level, :version, :name, :number, :issuer, :issued_on, :decimals, :ranks, :without, :compares, :bonus_max, :penalty_max
  FROM cycle c WHERE c.id = :cycle_id AND MAY(change, units, c.owner_id);

-- name: set_class_add
INSERT INTO set_class (set_id, ord, name, bound, head) VALUES (:set_id, :ord, :name, :bound, :head);

-- name: set_input_add
INSERT INTO set_input (set_id, ord, name) VALUES (:set_id, :ord, :name);

-- name: criterion_add
-- unscoped: as set_criteria; set_add has asked
INSERT INTO criterion (set_id, ord, code, parent_id, identity_id, leaf, name, max, max_printed, rule, source, none_arose, evidence, evidence_required,
  appraiser, doubt)
VALUES (:set_id, :ord, :code, :parent_id, :identity_id, :leaf, :name, :max, :max_printed, :rule, :source, :none_arose, :evidence, :evidence_required,
  :appraiser, :doubt);

-- name: criterion_input_add
INSERT INTO criterion_input (criterion_id, ord, input_id) VALUES (:criterion_id, :ord, :input_id);

-- name: criterion_identify
-- A criterion that documents told of turns out to be one that is known.
UPDATE criterion SET identity_id = :identity_id WHERE id = :id;

-- name: identity_add
INSERT INTO identity (mark, name) VALUES (:mark, :name);

-- name: identity_known
-- Those of the marks, a list in JSON, that are taken.
-- only: sqlite
SELECT id, mark FROM identity WHERE mark IN (SELECT value FROM json_each(:marks));

-- name: identity_known
-- only: postgresql
SELECT id, mark FROM identity WHERE mark IN (SELECT jsonb_array_elements_text(CAST(:marks AS jsonb)));

-- name: set_findings_move
-- What points to a criterion of an older set of the year is about the criterion of the same identity in the new one.
-- unscoped: who enters a set decides which set a year has; what bodies say in their findings stays as it is
UPDATE finding SET revision = revision + 1,
  criterion_id = (SELECT n.id FROM criterion o JOIN criterion n ON n.identity_id = o.identity_id WHERE o.id = finding.criterion_id AND n.set_id = :set_id),
  mark = CASE WHEN mark = 'c' || criterion_id THEN 'c' || (SELECT n.id FROM criterion o JOIN criterion n ON n.identity_id = o.identity_id
                                                          WHERE o.id = finding.criterion_id AND n.set_id = :set_id) ELSE mark END,
  place = (SELECT k.place FROM criterion o JOIN criterion n ON n.identity_id = o.identity_id JOIN criterion_place k ON k.id = n.id
            WHERE o.id = finding.criterion_id AND n.set_id = :set_id)
 WHERE criterion_id IN (SELECT o.id FROM criterion n JOIN criterion o ON o.identity_id = n.identity_id JOIN criteria_set s ON s.id = o.set_id
                         WHERE n.set_id = :set_id AND s.id <> :set_id AND s.cycle_id = :cycle_id AND s.level = :level);

-- name: set_evidence_move
-- unscoped: as set_findings_move
UPDATE evidence_link SET
  criterion_id = (SELECT n.id FROM criterion o JOIN criterion n ON n.identity_id = o.identity_id WHERE o.id = evidence_link.criterion_id AND n.set_id = :set_id)
 WHERE criterion_id IN (SELECT o.id FROM criterion n JOIN criterion o ON o.identity_id = n.identity_id JOIN criteria_set s ON s.id = o.set_id
                         WHERE n.set_id = :set_id AND s.id <> :set_id AND s.cycle_id = :cycle_id AND s.level = :level);

-- name: set_list
-- unscoped: evidence is a column of criterion; everybody in the record may read sets
SELECT s.id, s.level, s.version, s.name, s.number, s.issuer, s.issued_on, (SELECT count(*) FROM criterion c WHERE c.set_id = s.id AND c.leaf = 1),
       (SELECT count(*) FROM criterion c WHERE c.set_id = s.id AND c.doubt IS NOT NULL)
  FROM criteria_set s WHERE s.cycle_id = :cycle_id AND s.version > 0 ORDER BY s.level, s.version DESC LIMIT :limit;

-- name: set_sheets
-- Sheets by a set, of bodies that the person sees or looks after.
SELECT u.id, u.name, t.state FROM sheet t JOIN unit u ON u.id = t.body_id
 WHERE t.set_id = :set_id AND (SEES(sheets, t.body_id) OR MAY(change, units, t.body_id)) ORDER BY u.folded, u.id LIMIT :limit;
