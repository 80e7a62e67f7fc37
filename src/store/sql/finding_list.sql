-- The list of a body's findings in a cycle: what is asked for is found along the index finding_place, counted there, and only the rows of
-- one page are fetched. :from, :to: a part of the places, of one field; :of_remedy: 1 where something is asked of a remedy, and one remedy
-- has all of it; :ids: ",3,17,", those that have the words (findings_words); NULL or 0: not asked.

-- name: findings_sum
-- What the index alone can tell: nothing is asked of words, remedies or evidence.
SELECT count(*), coalesce(sum(f.lost), 0), coalesce(sum(CASE WHEN f.state = 'open' THEN 1 ELSE 0 END), 0)
  FROM unit b CROSS JOIN finding f
 WHERE b.id = :body_id AND f.body_id = b.id AND MAY(see, findings, b.id) AND f.cycle_id = :cycle_id AND f.place >= :from AND f.place < :to
   AND (CAST(:origin AS text) IS NULL OR f.origin = :origin) AND (CAST(:state AS text) IS NULL OR f.state = :state);

-- name: findings_total
SELECT count(*), coalesce(sum(f.lost), 0), coalesce(sum(CASE WHEN f.state = 'open' THEN 1 ELSE 0 END), 0)
  FROM unit b CROSS JOIN finding f
 WHERE b.id = :body_id AND f.body_id = b.id AND MAY(see, findings, b.id)
   AND f.cycle_id = :cycle_id AND f.place >= :from AND f.place < :to
   AND (CAST(:origin AS text) IS NULL OR f.origin = :origin) AND (CAST(:state AS text) IS NULL OR f.state = :state)
   AND (CAST(:ids AS text) IS NULL OR replace(:ids, ',' || f.id || ',', '') <> :ids)
   AND (:lack_remedy = 0 OR NOT EXISTS (SELECT 1 FROM remedy_finding k JOIN remedy r ON r.id = k.remedy_id
                                         WHERE k.finding_id = f.id AND r.until_version IS NULL))
   AND (:lack_evidence = 0 OR NOT EXISTS (
            SELECT 1 FROM evidence_link l WHERE l.finding_id = f.id
            UNION ALL SELECT 1 FROM evidence_link l WHERE l.criterion_id = f.criterion_id AND l.cycle_id = f.cycle_id AND l.body_id = f.body_id
            UNION ALL SELECT 1 FROM remedy_finding k JOIN evidence_link l ON l.remedy_id = k.remedy_id WHERE k.finding_id = f.id))
   AND (:of_remedy = 0 OR EXISTS (
            SELECT 1 FROM remedy_finding k JOIN remedy r ON r.id = k.remedy_id
             WHERE k.finding_id = f.id AND r.until_version IS NULL AND (:lead_id = 0 OR r.lead_id = :lead_id)
               AND (CAST(:remedy_state AS text) IS NULL OR r.state = :remedy_state)
               AND (CAST(:due_to AS text) IS NULL OR (r.state <> 'done' AND r.due_to BETWEEN :due_from AND :due_to))
               AND (:lack_lead = 0 OR (r.lead_id IS NULL AND r.lead_text IS NULL)) AND (:lack_due = 0 OR r.due_to IS NULL)));

-- name: findings_page
-- A row for each remedy of each finding, or one without; from column 10 on the columns of plan_remedies.
SELECT f.id, f.origin, f.text, f.cause, f.max, f.lost, f.state, c.code, c.name,
       (SELECT count(*) FROM evidence_link l WHERE l.finding_id = f.id)
     + (SELECT count(*) FROM evidence_link l WHERE l.criterion_id = f.criterion_id AND l.cycle_id = f.cycle_id AND l.body_id = f.body_id)
     + (SELECT count(*) FROM remedy_finding k JOIN evidence_link l ON l.remedy_id = k.remedy_id WHERE k.finding_id = f.id),
       r.id, r.revision, r.text, u.name, p.name, r.due_kind, r.due_text, r.due_to, r.review, r.event_on, r.event_days,
       r.effort, r.expected, r.state, r.percent, r.reviewed_on, NULL, 0, r.lead_text, r.lead_id, p.login
  FROM (SELECT f.id FROM unit b CROSS JOIN finding f
         WHERE b.id = :body_id AND f.body_id = b.id AND MAY(see, findings, b.id)
         AND f.cycle_id = :cycle_id AND f.place >= :from AND f.place < :to
         AND (CAST(:origin AS text) IS NULL OR f.origin = :origin) AND (CAST(:state AS text) IS NULL OR f.state = :state)
         AND (CAST(:ids AS text) IS NULL OR replace(:ids, ',' || f.id || ',', '') <> :ids)
         AND (:lack_remedy = 0 OR NOT EXISTS (SELECT 1 FROM remedy_finding k JOIN remedy r ON r.id = k.remedy_id
                                               WHERE k.finding_id = f.id AND r.until_version IS NULL))
         AND (:lack_evidence = 0 OR NOT EXISTS (
                  SELECT 1 FROM evidence_link l WHERE l.finding_id = f.id
                  UNION ALL SELECT 1 FROM evidence_link l WHERE l.criterion_id = f.criterion_id AND l.cycle_id = f.cycle_id AND l.body_id = f.body_id
                  UNION ALL SELECT 1 FROM remedy_finding k JOIN evidence_link l ON l.remedy_id = k.remedy_id WHERE k.finding_id = f.id))
         AND (:of_remedy = 0 OR EXISTS (
                  SELECT 1 FROM remedy_finding k JOIN remedy r ON r.id = k.remedy_id
                   WHERE k.finding_id = f.id AND r.until_version IS NULL AND (:lead_id = 0 OR r.lead_id = :lead_id)
                     AND (CAST(:remedy_state AS text) IS NULL OR r.state = :remedy_state)
                     AND (CAST(:due_to AS text) IS NULL OR (r.state <> 'done' AND r.due_to BETWEEN :due_from AND :due_to))
                     AND (:lack_lead = 0 OR (r.lead_id IS NULL AND r.lead_text IS NULL)) AND (:lack_due = 0 OR r.due_to IS NULL)))
         ORDER BY f.place, f.id LIMIT :limit OFFSET :skip) x
  JOIN finding f ON f.id = x.id LEFT JOIN criterion c ON c.id = f.criterion_id
  LEFT JOIN remedy_finding k ON k.finding_id = f.id LEFT JOIN remedy r ON r.id = k.remedy_id AND r.until_version IS NULL
  LEFT JOIN unit u ON u.id = r.lead_id LEFT JOIN person p ON p.id = r.person_id
 ORDER BY f.place, f.id, r.ord, r.id;

-- name: findings_words
-- Findings of a cycle that have the words, or a remedy of which has them.
-- only: sqlite
SELECT f.entity_id FROM found_words JOIN found f ON f.id = found_words.rowid
 WHERE found_words MATCH :words AND f.entity = 'finding' AND SEES(findings, f.body_id)
UNION
SELECT k.finding_id FROM found_words JOIN found f ON f.id = found_words.rowid JOIN remedy_finding k ON k.remedy_id = f.entity_id
 WHERE found_words MATCH :words AND f.entity = 'remedy' AND SEES(findings, f.body_id)
 LIMIT :most;

-- name: findings_words
-- only: postgresql
SELECT f.entity_id FROM found f WHERE f.words @@ :words::tsquery AND f.entity = 'finding' AND SEES(findings, f.body_id)
UNION
SELECT k.finding_id FROM found f JOIN remedy_finding k ON k.remedy_id = f.entity_id
 WHERE f.words @@ :words::tsquery AND f.entity = 'remedy' AND SEES(findings, f.body_id)
 LIMIT :most;

-- name: findings_fields
-- What the criteria sets of a body's cycle begin with.
SELECT c.code, max(c.name) FROM criteria_set s JOIN criterion c ON c.set_id = s.id AND c.parent_id IS NULL
 WHERE s.cycle_id = :cycle_id AND s.level = :level GROUP BY c.code;

-- name: work_choices
-- unscoped: what units are called is public; people are named to who may see the findings of their body
-- Who may be asked to do something for a body: its rooms, the bodies of the province (:all), its officials.
SELECT 0 AS kind, u.id, u.name AS name, NULL AS login, u.name AS place FROM unit u WHERE u.body_id = :body_id AND u.ended_on IS NULL
UNION ALL
SELECT 1, u.id, u.name, NULL, NULL FROM unit u
 WHERE :all = 1 AND u.parent_id IN (SELECT t.id FROM unit t WHERE t.parent_id IS NULL) AND u.body_id = u.id AND u.id <> :body_id AND u.ended_on IS NULL
UNION ALL
SELECT 2, p.id, p.name, p.login, u.name FROM unit u JOIN person p ON p.unit_id = u.id
 WHERE u.body_id = :body_id AND p.active = 1 AND EXISTS (SELECT 1 FROM sight s WHERE s.person_id = :who AND s.area = 'findings' AND s.act = 'see' AND s.body_id = :body_id)
 ORDER BY kind, name;

-- name: findings_of_remedy
SELECT k.finding_id FROM remedy_finding k WHERE k.remedy_id = :remedy_id AND SEES(findings, k.body_id);
