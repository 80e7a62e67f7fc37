-- Remedies: what is to be done, by whom, until when.

-- name: remedy_load
SELECT r.id, r.body_id, b.name, r.plan_id, q.cycle_id, y.year, r.text, r.lead_id, coalesce(u.name, r.lead_text), r.person_id, p.login,
       r.due_kind, r.due_text, r.due_from, r.due_to, r.review, r.event_on, r.event_days, r.effort, r.expected, r.state, r.percent, r.reviewed_on, r.revision,
       (SELECT min(k.finding_id) FROM remedy_finding k WHERE k.remedy_id = r.id),
       (SELECT v.issued_on FROM plan_version v WHERE v.plan_id = r.plan_id AND v.version >= r.since_version AND v.issued_on IS NOT NULL
         ORDER BY v.version LIMIT 1),
       r.until_version, r.lead_text
  FROM remedy r JOIN unit b ON b.id = r.body_id JOIN plan q ON q.id = r.plan_id JOIN cycle y ON y.id = q.cycle_id
  LEFT JOIN unit u ON u.id = r.lead_id LEFT JOIN person p ON p.id = r.person_id
 WHERE r.id = :id AND MAY(see, findings, r.body_id);

-- name: remedy_person
-- The official of that login, in that body.
SELECT p.id FROM person p JOIN unit u ON u.id = p.unit_id WHERE p.login = :login AND p.active = 1 AND u.body_id = :body_id AND SEES(findings, u.body_id);

-- name: remedy_add
INSERT INTO remedy (body_id, plan_id, mark, ord, since_version, text, lead_id, lead_text, person_id, due_kind, due_text, due_from, due_to, review,
                    event_on, event_days, effort, expected)
SELECT p.body_id, p.id, :mark, (SELECT coalesce(max(r.ord), 0) + 1 FROM remedy r WHERE r.plan_id = p.id),
       (SELECT coalesce(max(v.version), 0) + 1 FROM plan_version v WHERE v.plan_id = p.id),
       :text, :lead_id, :lead_text, :person_id, :due_kind, :due_text, :due_from, :due_to, :review, :event_on, :event_days, :effort, :expected
  FROM plan p WHERE p.body_id = :body_id AND p.cycle_id = :cycle_id AND MAY(change, findings, p.body_id);

-- name: remedy_finding_add
-- A remedy mends findings of its own body alone.
INSERT INTO remedy_finding (body_id, remedy_id, finding_id)
SELECT r.body_id, r.id, f.id FROM remedy r JOIN finding f ON f.body_id = r.body_id
 WHERE r.id = :remedy_id AND f.id = :finding_id AND MAY(change, findings, r.body_id)
   AND NOT EXISTS (SELECT 1 FROM remedy_finding k WHERE k.remedy_id = r.id AND k.finding_id = f.id);

-- name: remedy_support_add
INSERT INTO remedy_support (body_id, remedy_id, ord, unit_id, text)
SELECT r.body_id, r.id, :ord, :unit_id, :text FROM remedy r WHERE r.id = :remedy_id AND MAY(change, findings, r.body_id)
   AND NOT EXISTS (SELECT 1 FROM remedy_support s WHERE s.remedy_id = r.id AND s.text = :text);

-- name: remedy_supports_delete
DELETE FROM remedy_support WHERE remedy_id = :remedy_id AND MAY(change, findings, body_id);

-- name: remedy_edit
-- Unless its due was said anew, the next review stays what progress has made of it meanwhile.
UPDATE remedy SET text = :text, lead_id = :lead_id, lead_text = :lead_text, person_id = :person_id, due_kind = :due_kind, due_text = :due_text,
       due_from = :due_from, due_to = CASE WHEN :due_said = 1 THEN :due_to ELSE due_to END, review = :review, event_on = :event_on, event_days = :event_days, effort = :effort,
       expected = :expected, revision = revision + 1
 WHERE id = :id AND revision = :revision AND until_version IS NULL AND MAY(change, findings, body_id);

-- name: remedy_drop
-- It stays with what was done for it; plans issued from now on do not have it.
UPDATE remedy SET until_version = (SELECT coalesce(max(v.version), 0) FROM plan_version v WHERE v.plan_id = remedy.plan_id), until_why = :why, revision = revision + 1
 WHERE id = :id AND revision = :revision AND until_version IS NULL AND MAY(change, findings, body_id);

-- name: remedy_moved
-- Progress in the same state: state stands in two indexes, which SQLite writes for a column that is set, the same value or not.
UPDATE remedy SET percent = :percent, reviewed_on = :on_day
 WHERE id = :id AND state = :state AND (reviewed_on IS NULL OR reviewed_on <= :on_day)
   AND (MAY(change, progress, body_id)
     OR (MAY(change_own, progress, body_id) AND EXISTS (SELECT 1 FROM own_remedy o WHERE o.remedy_id = remedy.id AND o.person_id = :who)));

-- name: remedy_told
-- Its state follows its newest progress. The revision stays: who edits its text or due is not held up by who reports on it.
UPDATE remedy SET state = :state, percent = :percent, reviewed_on = :on_day
 WHERE id = :id AND (reviewed_on IS NULL OR reviewed_on <= :on_day)
   AND (MAY(change, progress, body_id)
     OR (MAY(change_own, progress, body_id) AND EXISTS (SELECT 1 FROM own_remedy o WHERE o.remedy_id = remedy.id AND o.person_id = :who)));

-- name: remedy_reviewed
-- … and of an ongoing one the next review. Apart, for the same reason.
UPDATE remedy SET state = :state, percent = :percent, reviewed_on = :on_day, due_to = :next_review
 WHERE id = :id AND (reviewed_on IS NULL OR reviewed_on <= :on_day)
   AND (MAY(change, progress, body_id)
     OR (MAY(change_own, progress, body_id) AND EXISTS (SELECT 1 FROM own_remedy o WHERE o.remedy_id = remedy.id AND o.person_id = :who)));
