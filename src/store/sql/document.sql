-- Documents that were imported: what they are, what did not add up, what they said and what was taken of it.

-- name: document_page
SELECT d.id, d.kind, d.number, d.symbol, d.title, d.issuer, d.issued_on, d.file_name, coalesce(y.year, 0),
       (SELECT count(*) FROM document_check k WHERE k.document_id = d.id AND k.severity = 'error'),
       (SELECT count(*) FROM document_check k WHERE k.document_id = d.id AND k.severity = 'warning'),
       (SELECT count(*) FROM claim c WHERE c.document_id = d.id AND c.held = 0), x.at, coalesce(p.name, x.login)
  FROM document d LEFT JOIN cycle y ON y.id = d.cycle_id
  LEFT JOIN audit x ON x.id = (SELECT min(a.id) FROM audit a WHERE a.entity = 'document' AND a.entity_id = d.id)
  LEFT JOIN person p ON p.id = x.person_id
 WHERE d.body_id = :body_id AND SEES(imports, d.body_id) AND (CAST(:kind AS text) IS NULL OR d.kind = :kind) AND (:year = 0 OR y.year = :year)
 ORDER BY d.id DESC LIMIT :limit OFFSET :skip;

-- name: document_one
-- The columns of document_page, then its own.
SELECT d.id, d.kind, d.number, d.symbol, d.title, d.issuer, d.issued_on, d.file_name, coalesce(y.year, 0),
       (SELECT count(*) FROM document_check k WHERE k.document_id = d.id AND k.severity = 'error'),
       (SELECT count(*) FROM document_check k WHERE k.document_id = d.id AND k.severity = 'warning'),
       (SELECT count(*) FROM claim c WHERE c.document_id = d.id AND c.held = 0), x.at, coalesce(p.name, x.login),
       d.signatory, d.as_of, d.reader, b.sha256, b.size, (SELECT count(*) FROM claim c WHERE c.document_id = d.id), d.body_id
  FROM document d JOIN blob b ON b.id = d.file_id LEFT JOIN cycle y ON y.id = d.cycle_id
  LEFT JOIN audit x ON x.id = (SELECT min(a.id) FROM audit a WHERE a.entity = 'document' AND a.entity_id = d.id)
  LEFT JOIN person p ON p.id = x.person_id
 WHERE d.id = :id AND SEES(imports, d.body_id);

-- name: document_checks
SELECT k.severity, k.message, k.printed, k.computed, k.line_no, k.page_no, k.table_no, k.row_no
  FROM document_check k WHERE k.document_id = :id AND SEES(imports, k.body_id)
 ORDER BY CASE k.severity WHEN 'error' THEN 0 ELSE 1 END, k.id LIMIT 500;

-- name: document_passages
SELECT k.kind, k.text, k.line_no, k.page_no, k.table_no, k.row_no
  FROM passage k WHERE k.document_id = :id AND SEES(imports, k.body_id) ORDER BY k.id LIMIT 500;

-- name: document_claims
-- With the finding on whose page it is to be seen, and the criterion it is about.
SELECT k.entity, k.field, k.printed, k.held, k.line_no, k.page_no, k.table_no, k.row_no,
       CASE k.entity WHEN 'finding' THEN (SELECT c.code FROM finding f JOIN criterion c ON c.id = f.criterion_id WHERE f.id = k.entity_id)
         WHEN 'remedy' THEN (SELECT min(c.code) FROM remedy_finding l JOIN finding f ON f.id = l.finding_id JOIN criterion c ON c.id = f.criterion_id
                              WHERE l.remedy_id = k.entity_id)
         WHEN 'criterion' THEN (SELECT c.code FROM criterion c WHERE c.id = k.entity_id)
         WHEN 'field_result' THEN (SELECT x.code FROM field_result x WHERE x.id = k.entity_id) END,
       CASE k.entity WHEN 'finding' THEN k.entity_id
         WHEN 'remedy' THEN (SELECT min(l.finding_id) FROM remedy_finding l WHERE l.remedy_id = k.entity_id) END
  FROM claim k WHERE k.document_id = :id AND SEES(imports, k.body_id) AND (:left_only = 0 OR k.held = 0)
 ORDER BY k.id LIMIT :limit OFFSET :skip;
