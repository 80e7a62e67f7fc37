-- What is due, over all bodies a person sees. The ids of a page, and the total, come out of one index each (remedy_open, remedy_due where there are
-- many bodies, remedy_lead, remedy_person); only then are the twenty rows of the page fetched. A total says how many are late, and how many are
-- not. The day of an ongoing remedy is that of its next review.
-- body_id 0: all of them.

-- name: due_page
SELECT r.id, r.due_to, r.due_kind, r.due_text, r.text, l.name, p.name, b.name, r.state, r.percent, r.reviewed_on,
       (SELECT min(c.code) FROM remedy_finding k JOIN finding f ON f.id = k.finding_id JOIN criterion c ON c.id = f.criterion_id WHERE k.remedy_id = r.id), r.lead_text,
       (SELECT min(k.finding_id) FROM remedy_finding k WHERE k.remedy_id = r.id)
  FROM (SELECT o.id FROM remedy o
         WHERE o.state <> 'done' AND o.until_version IS NULL AND o.due_to BETWEEN :from AND :to
           AND o.body_id IN (SELECT u.id FROM unit u WHERE SEES(findings, u.id) AND (u.id = :body_id OR :body_id = 0))
         ORDER BY o.due_to, o.id LIMIT :limit OFFSET :skip) k
  JOIN remedy r ON r.id = k.id JOIN unit b ON b.id = r.body_id
  LEFT JOIN unit l ON l.id = r.lead_id LEFT JOIN person p ON p.id = r.person_id
 ORDER BY r.due_to, r.id;

-- name: due_total
-- Late up to :late_to, the rest from :rest_from on, each counted in its part of the index without a look at a row.
SELECT coalesce(sum(t.late), 0), coalesce(sum(t.rest), 0) FROM (
  SELECT (SELECT count(*) FROM remedy o WHERE o.body_id = u.id AND o.state <> 'done' AND o.until_version IS NULL
             AND o.due_to BETWEEN :from AND :late_to) AS late,
         (SELECT count(*) FROM remedy o WHERE o.body_id = u.id AND o.state <> 'done' AND o.until_version IS NULL
             AND o.due_to BETWEEN :rest_from AND :to) AS rest
    FROM unit u WHERE SEES(findings, u.id) AND (u.id = :body_id OR :body_id = 0)) t;

-- name: due_lead_page
SELECT r.id, r.due_to, r.due_kind, r.due_text, r.text, l.name, p.name, b.name, r.state, r.percent, r.reviewed_on,
       (SELECT min(c.code) FROM remedy_finding k JOIN finding f ON f.id = k.finding_id JOIN criterion c ON c.id = f.criterion_id WHERE k.remedy_id = r.id), r.lead_text,
       (SELECT min(k.finding_id) FROM remedy_finding k WHERE k.remedy_id = r.id)
  FROM (SELECT o.id FROM remedy o
         WHERE o.lead_id = :lead_id AND o.state <> 'done' AND o.until_version IS NULL AND o.due_to BETWEEN :from AND :to AND SEES(findings, o.body_id)
         ORDER BY o.due_to, o.id LIMIT :limit OFFSET :skip) k
  JOIN remedy r ON r.id = k.id JOIN unit b ON b.id = r.body_id
  LEFT JOIN unit l ON l.id = r.lead_id LEFT JOIN person p ON p.id = r.person_id
 ORDER BY r.due_to, r.id;

-- name: due_lead_total
SELECT count(*) FILTER (WHERE o.due_to < :today), count(*) FILTER (WHERE o.due_to >= :today) FROM remedy o
 WHERE o.lead_id = :lead_id AND o.state <> 'done' AND o.until_version IS NULL AND o.due_to BETWEEN :from AND :to AND SEES(findings, o.body_id);

-- name: due_person_page
SELECT r.id, r.due_to, r.due_kind, r.due_text, r.text, l.name, p.name, b.name, r.state, r.percent, r.reviewed_on,
       (SELECT min(c.code) FROM remedy_finding k JOIN finding f ON f.id = k.finding_id JOIN criterion c ON c.id = f.criterion_id WHERE k.remedy_id = r.id), r.lead_text,
       (SELECT min(k.finding_id) FROM remedy_finding k WHERE k.remedy_id = r.id)
  FROM (SELECT o.id FROM remedy o
         WHERE o.person_id = :person_id AND o.state <> 'done' AND o.until_version IS NULL AND o.due_to BETWEEN :from AND :to
           AND SEES(findings, o.body_id)
         ORDER BY o.due_to, o.id LIMIT :limit OFFSET :skip) k
  JOIN remedy r ON r.id = k.id JOIN unit b ON b.id = r.body_id
  LEFT JOIN unit l ON l.id = r.lead_id LEFT JOIN person p ON p.id = r.person_id
 ORDER BY r.due_to, r.id;

-- name: due_person_total
SELECT count(*) FILTER (WHERE o.due_to < :today), count(*) FILTER (WHERE o.due_to >= :today) FROM remedy o
 WHERE o.person_id = :person_id AND o.state <> 'done' AND o.until_version IS NULL AND o.due_to BETWEEN :from AND :to AND SEES(findings, o.body_id);

-- name: due_leads
-- How much of it each unit leads: late, due by :soon, due by :to. Most late first.
SELECT o.lead_id, coalesce(l.name, o.lead_text), b.name,
       count(*) FILTER (WHERE o.due_to < :today) AS late, count(*) FILTER (WHERE o.due_to BETWEEN :today AND :soon) AS soon,
       count(*) FILTER (WHERE o.due_to > :soon) AS later
  FROM remedy o JOIN unit b ON b.id = o.body_id LEFT JOIN unit l ON l.id = o.lead_id
 WHERE o.state <> 'done' AND o.until_version IS NULL AND o.due_to <= :to
   AND o.body_id IN (SELECT u.id FROM unit u WHERE SEES(findings, u.id) AND (u.id = :body_id OR :body_id = 0))
 GROUP BY o.lead_id, coalesce(l.name, o.lead_text), b.name
 ORDER BY late DESC, soon DESC, later DESC, 2, 3 LIMIT :limit;

-- name: due_people
-- … and how much each official answers for.
SELECT p.login, p.name, u.name,
       count(*) FILTER (WHERE o.due_to < :today) AS late, count(*) FILTER (WHERE o.due_to BETWEEN :today AND :soon) AS soon,
       count(*) FILTER (WHERE o.due_to > :soon) AS later
  FROM remedy o JOIN person p ON p.id = o.person_id LEFT JOIN unit u ON u.id = p.unit_id
 WHERE o.state <> 'done' AND o.until_version IS NULL AND o.due_to <= :to
   AND o.body_id IN (SELECT u.id FROM unit u WHERE SEES(findings, u.id) AND (u.id = :body_id OR :body_id = 0))
 GROUP BY p.login, p.name, u.name
 ORDER BY late DESC, soon DESC, later DESC, 2, 1 LIMIT :limit;
