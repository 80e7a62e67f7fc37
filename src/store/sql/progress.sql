-- What was done. Rows are only added: there is no statement here that changes or deletes one.

-- name: progress_add
INSERT INTO progress (body_id, finding_id, remedy_id, on_day, person_id, state, percent, text)
SELECT r.body_id, :finding_id, r.id, :on_day, :who, :state, :percent, :text
  FROM remedy r
 WHERE r.id = :remedy_id AND (MAY(change, progress, r.body_id)
    OR (MAY(change_own, progress, r.body_id) AND EXISTS (SELECT 1 FROM own_remedy o WHERE o.remedy_id = r.id AND o.person_id = :who)));

-- name: measure_add
-- With a progress: measured; without: the target, once.
INSERT INTO measure (body_id, finding_id, progress_id, kind, op, value, unit, done, total, text)
SELECT r.body_id, :finding_id, :progress_id, :kind, :op, :value, :unit, :done, :total, :text
  FROM remedy r
 WHERE r.id = :remedy_id AND (MAY(change, progress, r.body_id)
    OR (MAY(change_own, progress, r.body_id) AND EXISTS (SELECT 1 FROM own_remedy o WHERE o.remedy_id = r.id AND o.person_id = :who)))
   AND (:kind <> 'target' OR NOT EXISTS (SELECT 1 FROM measure m WHERE m.finding_id = :finding_id AND m.kind = 'target' AND m.text = :text));

-- name: progress_rates
-- Rates of a finding so far, oldest first: what lost the points, what was measured since, what is to be reached.
SELECT m.kind, m.op, m.value, m.text FROM measure m LEFT JOIN progress g ON g.id = m.progress_id
 WHERE m.finding_id = :finding_id AND m.unit = 'percent' AND m.value IS NOT NULL AND SEES(progress, m.body_id)
 ORDER BY coalesce(g.on_day, ''), m.id;

-- name: progress_page
-- Of a remedy, or (remedy 0) of all of a finding, newest first.
SELECT g.id, g.on_day, coalesce(p.name, d.number, d.title), g.state, g.percent, g.text, g.remedy_id,
       (SELECT min(m.text) FROM measure m WHERE m.progress_id = g.id)
  FROM progress g LEFT JOIN person p ON p.id = g.person_id LEFT JOIN document d ON d.id = g.document_id
 WHERE (g.remedy_id = :remedy_id OR (:remedy_id = 0 AND g.finding_id = :finding_id)) AND SEES(progress, g.body_id)
 ORDER BY g.on_day DESC, g.id DESC LIMIT :limit OFFSET :skip;
