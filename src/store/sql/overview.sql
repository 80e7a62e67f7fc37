-- How a body stands in one cycle, added up where the rows are: a page asks six questions whatever a plan holds.

-- name: overview_key
-- What else the answers below depend on: everything that was ever changed, and what the person may see of the body.
SELECT h.last, h.seal, CASE WHEN SEES(findings, u.id) THEN 1 ELSE 0 END, CASE WHEN SEES(appraisals, u.id) THEN 1 ELSE 0 END,
       CASE WHEN SEES(sheets, u.id) THEN 1 ELSE 0 END, CASE WHEN SEES(progress, u.id) THEN 1 ELSE 0 END
  FROM audit_head h JOIN unit u ON u.id = :body_id WHERE h.id = 1;

-- name: overview_head
-- The index as published, or as the person may see it, how many findings there are (without evidence: those of evidence_missing), what the
-- body's sheet adds up to, and what the findings of an appraisal can win back: by how their remedies stand.
SELECT y.year, g.points, g.max, g.lost, g.percent, g.rank, g.group_size, g.class,
       (SELECT count(*) FROM finding f WHERE f.body_id = u.id AND f.cycle_id = y.id),
       (SELECT count(*) FROM finding f WHERE f.body_id = u.id AND f.cycle_id = y.id AND f.state = 'open'),
       (SELECT count(*) FROM finding f WHERE f.body_id = u.id AND f.cycle_id = y.id AND f.lost > 0
           AND NOT EXISTS (SELECT 1 FROM remedy_finding k JOIN evidence_link l ON l.remedy_id = k.remedy_id WHERE k.finding_id = f.id)
           AND NOT EXISTS (SELECT 1 FROM evidence_link l WHERE l.finding_id = f.id)
           AND NOT EXISTS (SELECT 1 FROM evidence_link l WHERE l.criterion_id = f.criterion_id AND l.cycle_id = f.cycle_id AND l.body_id = f.body_id)), s.points, s.max,
       w.done, w.on_time, w.late, w.no_plan, w.no_remedy
  FROM unit u JOIN cycle y ON y.id = :cycle_id
  LEFT JOIN result g ON g.body_id = u.id AND g.cycle_id = y.id AND (g.published = 1 OR SEES(appraisals, g.body_id))
  LEFT JOIN sheet s ON s.id = (SELECT max(x.id) FROM sheet x JOIN criteria_set c ON c.id = x.set_id WHERE x.body_id = u.id AND c.cycle_id = y.id)
       AND (SEES(appraisals, s.body_id) OR (s.state = 'published' AND SEES(sheets, s.body_id)))
 CROSS JOIN (
  SELECT coalesce(sum(CASE WHEN k.mended = 1 OR (k.n > 0 AND k.done = k.n) THEN k.win ELSE 0 END), 0) AS done,
         coalesce(sum(CASE WHEN k.mended = 0 AND k.n > 0 AND k.done < k.n AND k.late = 0 THEN k.win ELSE 0 END), 0) AS on_time,
         coalesce(sum(CASE WHEN k.mended = 0 AND k.n > 0 AND k.done < k.n AND k.late > 0 THEN k.win ELSE 0 END), 0) AS late,
         coalesce(sum(CASE WHEN k.mended = 0 AND k.n = 0 THEN k.lost ELSE 0 END), 0) AS no_plan,
         coalesce(sum(CASE WHEN k.mended = 0 AND k.n = 0 THEN 1 ELSE 0 END), 0) AS no_remedy
    FROM (SELECT f.id, f.lost AS lost, CASE WHEN f.state = 'mended' THEN 1 ELSE 0 END AS mended, count(r.id) AS n,
                 coalesce(sum(CASE WHEN r.state = 'done' THEN 1 ELSE 0 END), 0) AS done,
                 coalesce(sum(CASE WHEN r.state <> 'done' AND r.due_to < :today THEN 1 ELSE 0 END), 0) AS late,
                 CASE WHEN count(r.id) > 0 AND count(r.expected) = count(r.id) AND sum(r.expected) < f.lost THEN sum(r.expected) ELSE f.lost END AS win
            FROM finding f LEFT JOIN remedy_finding x ON x.finding_id = f.id
            LEFT JOIN remedy r ON r.id = x.remedy_id AND r.until_version IS NULL
           WHERE f.body_id = :body_id AND f.cycle_id = :cycle_id AND f.origin = 'appraisal' AND SEES(findings, f.body_id)
           GROUP BY f.id, f.lost, f.state) k) w
 WHERE u.id = :body_id AND SEES(findings, u.id);

-- name: overview_fields
-- Fields as the result has them (findings NULL), then points of findings by field: the part of the code before the first dot, with the name and
-- maximum that the set has for it.
SELECT w.code, w.name, w.max, w.points, w.lost, w.findings FROM (
  SELECT x.id AS row, x.code, x.name, x.max, x.points, x.lost, NULL AS findings
    FROM result g JOIN field_result x ON x.result_id = g.id
   WHERE g.body_id = :body_id AND g.cycle_id = :cycle_id AND (SEES(appraisals, g.body_id) OR (g.published = 1 AND SEES(findings, g.body_id)))
  UNION ALL
  SELECT NULL, k.field, max(c.name), max(c.max), NULL, sum(k.lost), count(*)
    FROM (SELECT CASE WHEN x.code LIKE '_.%' THEN substr(x.code, 1, 1) WHEN x.code LIKE '__.%' THEN substr(x.code, 1, 2)
                      WHEN x.code LIKE '___.%' THEN substr(x.code, 1, 3) ELSE x.code END AS field,
                 x.set_id AS set_id, coalesce(f.lost, 0) AS lost
            FROM finding f JOIN criterion x ON x.id = f.criterion_id
           WHERE f.body_id = :body_id AND f.cycle_id = :cycle_id AND SEES(findings, f.body_id)) k
    LEFT JOIN criterion c ON c.set_id = k.set_id AND c.code = k.field
   GROUP BY k.field) w
 ORDER BY CASE WHEN w.row IS NULL THEN 1 ELSE 0 END, w.row, w.lost DESC, w.code;

-- name: overview_leads
-- Remedies that stand, by the unit that leads them.
SELECT coalesce(u.name, r.lead_text), max(r.lead_id), count(*),
       sum(CASE WHEN r.state = 'done' THEN 1 ELSE 0 END), sum(CASE WHEN r.state = 'in_progress' THEN 1 ELSE 0 END),
       sum(CASE WHEN r.state = 'not_done' THEN 1 ELSE 0 END), sum(CASE WHEN r.state = 'unknown' THEN 1 ELSE 0 END),
       sum(CASE WHEN r.state <> 'done' AND r.due_to < :today THEN 1 ELSE 0 END),
       sum(CASE WHEN r.state <> 'done' AND r.due_to BETWEEN :today AND :soon THEN 1 ELSE 0 END)
  FROM plan p JOIN remedy r ON r.plan_id = p.id AND r.until_version IS NULL LEFT JOIN unit u ON u.id = r.lead_id
 WHERE p.body_id = :body_id AND p.cycle_id = :cycle_id AND SEES(findings, p.body_id)
 GROUP BY coalesce(u.name, r.lead_text) ORDER BY 8 DESC, 3 DESC, 1;

-- name: overview_told
-- Progress entered for the last days, newest first.
SELECT g.remedy_id, g.finding_id, g.on_day, p.name, u.name, c.code, coalesce(g.text, r.text), g.state, g.percent
  FROM progress g JOIN finding f ON f.id = g.finding_id LEFT JOIN criterion c ON c.id = f.criterion_id
  LEFT JOIN remedy r ON r.id = g.remedy_id LEFT JOIN unit u ON u.id = r.lead_id LEFT JOIN person p ON p.id = g.person_id
 WHERE g.body_id = :body_id AND f.cycle_id = :cycle_id AND g.on_day >= :since AND SEES(progress, g.body_id)
 ORDER BY g.on_day DESC, g.id DESC LIMIT :limit;

-- name: overview_again
-- Criteria that lost points in more than one year, by what findings of appraisals say.
SELECT max(i.name), max(c.code), count(DISTINCT y.year), sum(coalesce(f.lost, 0)), min(y.year), max(y.year)
  FROM finding f JOIN cycle y ON y.id = f.cycle_id JOIN criterion c ON c.id = f.criterion_id JOIN identity i ON i.id = c.identity_id
 WHERE f.body_id = :body_id AND f.origin = 'appraisal' AND c.leaf = 1 AND y.year <= :year AND SEES(findings, f.body_id)
 GROUP BY i.id HAVING count(DISTINCT y.year) > 1 ORDER BY 3 DESC, 4 DESC, 1 LIMIT :limit;
