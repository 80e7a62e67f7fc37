-- The table of months of a plan: its remedies, what they mend, and all that was told of them. plan.sql has its fields.

-- name: month_head
-- The newest plan of a body that has remedies, or that of one year: year 0 is any. Its version as in plan_head.
SELECT u.name, y.id, y.year, p.id, v.version, v.number, v.title, v.issued_on
  FROM unit u JOIN plan p ON p.body_id = u.id JOIN cycle y ON y.id = p.cycle_id
  LEFT JOIN plan_version v ON v.id = (
       SELECT x.id FROM plan_version x
        WHERE x.plan_id = p.id AND NOT EXISTS (SELECT 1 FROM plan_version w
                                                WHERE w.plan_id = x.plan_id AND substr(w.issued_on, 1, length(x.issued_on)) > x.issued_on)
        ORDER BY x.version DESC LIMIT 1)
 WHERE u.id = :body_id AND (y.year = :year OR :year = 0) AND SEES(findings, u.id)
   AND EXISTS (SELECT 1 FROM remedy r WHERE r.plan_id = p.id AND r.until_version IS NULL)
 ORDER BY y.year DESC, y.id DESC LIMIT 1;

-- name: month_remedies
-- The last column: the person may tell of it.
SELECT r.id, r.text, coalesce(u.name, r.lead_text), p.name, r.due_kind, r.due_text, r.due_to, r.review, r.state, r.percent, r.reviewed_on,
       CASE WHEN MAY(change, progress, r.body_id)
              OR (MAY(change_own, progress, r.body_id) AND EXISTS (SELECT 1 FROM own_remedy o WHERE o.remedy_id = r.id AND o.person_id = :who))
            THEN 1 ELSE 0 END
  FROM remedy r LEFT JOIN unit u ON u.id = r.lead_id LEFT JOIN person p ON p.id = r.person_id
 WHERE r.plan_id = :plan_id AND r.until_version IS NULL AND SEES(findings, r.body_id)
 ORDER BY r.id;

-- name: month_codes
SELECT k.remedy_id, k.finding_id, c.code
  FROM remedy r JOIN remedy_finding k ON k.remedy_id = r.id JOIN finding f ON f.id = k.finding_id LEFT JOIN criterion c ON c.id = f.criterion_id
 WHERE r.plan_id = :plan_id AND r.until_version IS NULL AND SEES(findings, r.body_id)
 ORDER BY k.remedy_id, f.ord, k.finding_id;

-- name: month_told
-- Words and names only of the remedy that is looked at.
SELECT g.remedy_id, g.on_day, g.state, g.percent, CASE WHEN r.id = :open THEN g.text END,
       CASE WHEN r.id = :open THEN coalesce(p.name, d.number, d.title) END
  FROM remedy r JOIN progress g ON g.remedy_id = r.id LEFT JOIN person p ON p.id = g.person_id LEFT JOIN document d ON d.id = g.document_id
 WHERE r.plan_id = :plan_id AND r.until_version IS NULL AND g.on_day <= :to AND SEES(progress, r.body_id)
 ORDER BY g.remedy_id, g.on_day, g.id;
