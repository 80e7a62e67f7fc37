-- Evidence. The office keeps it; an official adds to what is their own: a remedy, a finding that it mends, the criterion of such a finding.

-- name: evidence_blob_find
SELECT id FROM blob WHERE sha256 = :sha256;

-- name: evidence_blob_add
INSERT INTO blob (sha256, size) VALUES (:sha256, :size) ON CONFLICT (sha256) DO NOTHING;

-- name: evidence_add
INSERT INTO evidence (body_id, title, number, issuer, issued_on, expires_on)
SELECT b.id, :title, :number, :issuer, :issued_on, :expires_on
  FROM unit b WHERE b.id = :body_id AND (MAY(change, sheets, b.id) OR MAY(change_own, sheets, b.id));

-- name: evidence_file_add
INSERT INTO evidence_file (body_id, evidence_id, ord, blob_id, name)
SELECT e.body_id, e.id, (SELECT coalesce(max(f.ord), 0) + 1 FROM evidence_file f WHERE f.evidence_id = e.id), :blob_id, :name
  FROM evidence e WHERE e.id = :evidence_id AND (MAY(change, sheets, e.body_id) OR MAY(change_own, sheets, e.body_id));

-- name: evidence_link_criterion
INSERT INTO evidence_link (body_id, evidence_id, cycle_id, criterion_id, pointer)
SELECT e.body_id, e.id, :cycle_id, :criterion_id, :pointer
  FROM evidence e WHERE e.id = :evidence_id AND (MAY(change, sheets, e.body_id)
    OR (MAY(change_own, sheets, e.body_id) AND EXISTS (
          SELECT 1 FROM finding f JOIN remedy_finding k ON k.finding_id = f.id JOIN own_remedy o ON o.remedy_id = k.remedy_id AND o.person_id = :who
           WHERE f.body_id = e.body_id AND f.cycle_id = :cycle_id AND f.criterion_id = :criterion_id)));

-- name: evidence_link_finding
INSERT INTO evidence_link (body_id, evidence_id, cycle_id, finding_id, pointer)
SELECT e.body_id, e.id, f.cycle_id, f.id, :pointer
  FROM evidence e JOIN finding f ON f.body_id = e.body_id
 WHERE e.id = :evidence_id AND f.id = :finding_id AND (MAY(change, sheets, e.body_id)
    OR (MAY(change_own, sheets, e.body_id) AND EXISTS (
          SELECT 1 FROM remedy_finding k JOIN own_remedy o ON o.remedy_id = k.remedy_id AND o.person_id = :who WHERE k.finding_id = f.id)));

-- name: evidence_link_remedy
INSERT INTO evidence_link (body_id, evidence_id, cycle_id, remedy_id, pointer)
SELECT e.body_id, e.id, p.cycle_id, r.id, :pointer
  FROM evidence e JOIN remedy r ON r.body_id = e.body_id JOIN plan p ON p.id = r.plan_id
 WHERE e.id = :evidence_id AND r.id = :remedy_id AND (MAY(change, sheets, e.body_id)
    OR (MAY(change_own, sheets, e.body_id) AND EXISTS (SELECT 1 FROM own_remedy o WHERE o.remedy_id = r.id AND o.person_id = :who)));

-- name: evidence_target
-- The body and year of a finding or a remedy that evidence is for.
SELECT f.body_id, y.year FROM finding f JOIN cycle y ON y.id = f.cycle_id WHERE f.id = :finding_id AND SEES(findings, f.body_id)
UNION ALL
SELECT r.body_id, y.year FROM remedy r JOIN plan p ON p.id = r.plan_id JOIN cycle y ON y.id = p.cycle_id
 WHERE r.id = :remedy_id AND SEES(findings, r.body_id);

-- name: evidence_load
SELECT e.id, e.body_id, e.title, e.number, e.issuer, e.issued_on, e.expires_on, e.revision, f.name, b.sha256, b.size, f.ord
  FROM evidence e JOIN evidence_file f ON f.evidence_id = e.id AND f.ord = (SELECT max(x.ord) FROM evidence_file x WHERE x.evidence_id = e.id)
  JOIN blob b ON b.id = f.blob_id
 WHERE e.id = :id AND SEES(sheets, e.body_id);

-- name: evidence_revise
-- Of an official: what already proves something of their own.
UPDATE evidence SET title = :title, number = :number, issuer = :issuer, issued_on = :issued_on, expires_on = :expires_on, revision = revision + 1
 WHERE id = :id AND revision = :revision AND (MAY(change, sheets, body_id)
    OR (MAY(change_own, sheets, body_id) AND EXISTS (
          SELECT 1 FROM evidence_link l JOIN own_remedy o ON o.person_id = :who
            LEFT JOIN remedy_finding k ON k.remedy_id = o.remedy_id LEFT JOIN finding f ON f.id = k.finding_id
           WHERE l.evidence_id = evidence.id AND (l.remedy_id = o.remedy_id OR l.finding_id = f.id
              OR (l.criterion_id = f.criterion_id AND l.cycle_id = f.cycle_id AND l.body_id = f.body_id)))));

-- name: evidence_same_file
-- Where bytes are kept already, the first.
SELECT e.id, e.title FROM evidence_file f JOIN blob b ON b.id = f.blob_id JOIN evidence e ON e.id = f.evidence_id
 WHERE b.sha256 = :sha256 AND SEES(sheets, e.body_id) ORDER BY e.id LIMIT 1;

-- name: evidence_file_at
SELECT f.ord, f.name, b.sha256, b.size
  FROM evidence e JOIN evidence_file f ON f.evidence_id = e.id JOIN blob b ON b.id = f.blob_id
 WHERE e.id = :id AND SEES(sheets, e.body_id)
   AND f.ord = CASE WHEN :ord = 0 THEN (SELECT max(x.ord) FROM evidence_file x WHERE x.evidence_id = e.id) ELSE :ord END;

-- name: evidence_one
SELECT e.id, e.title, e.number, e.issuer, e.issued_on, e.expires_on, b.name, 0, e.body_id, e.revision
  FROM evidence e JOIN unit b ON b.id = e.body_id WHERE e.id = :id AND SEES(sheets, e.body_id);

-- name: evidence_files
SELECT f.ord, f.name, b.sha256, b.size FROM evidence_file f JOIN blob b ON b.id = f.blob_id
 WHERE f.evidence_id = :id AND SEES(sheets, f.body_id) ORDER BY f.ord DESC LIMIT 200;

-- name: evidence_history
-- What the log says of it, its files and its links, newest first; nobody sees it who may not see the log.
SELECT a.at, coalesce(p.name, a.login), a.what, a.entity, a.entity_id, a.before, a.after
  FROM audit a LEFT JOIN person p ON p.id = a.person_id
 WHERE a.id IN (SELECT x.id FROM audit x WHERE x.entity = 'evidence' AND x.entity_id = :id
                UNION SELECT x.id FROM evidence_file f CROSS JOIN audit x WHERE f.evidence_id = :id AND x.entity = 'evidence_file' AND x.entity_id = f.id
                UNION SELECT x.id FROM evidence_link l CROSS JOIN audit x WHERE l.evidence_id = :id AND x.entity = 'evidence_link' AND x.entity_id = l.id)
   AND SEES(log, a.body_id)
 ORDER BY a.id DESC LIMIT 50;

-- name: evidence_page
-- expires: it has expired by that day. any_of: what proves one thing, by the code of its criterion, as a finding or as a remedy.
SELECT e.id, e.title, e.number, e.issuer, e.issued_on, e.expires_on, b.name,
       (SELECT count(*) FROM evidence_file f WHERE f.evidence_id = e.id)
  FROM evidence e JOIN unit b ON b.id = e.body_id
 WHERE SEES(sheets, e.body_id) AND (e.body_id = :body_id OR :body_id = 0)
   AND (CAST(:until_day AS text) IS NULL OR e.expires_on <= :until_day)
   AND (:unlinked = 0 OR NOT EXISTS (SELECT 1 FROM evidence_link l WHERE l.evidence_id = e.id))
   AND (:any_of = 0 OR EXISTS (
          SELECT 1 FROM evidence_link l LEFT JOIN finding f ON f.id = l.finding_id
            LEFT JOIN criterion c ON c.id = coalesce(l.criterion_id, f.criterion_id)
           WHERE l.evidence_id = e.id AND (l.finding_id = :finding_id OR l.remedy_id = :remedy_id OR c.code = :code)))
 ORDER BY e.id DESC LIMIT :limit OFFSET :skip;

-- name: evidence_page_links
-- What the evidence of a page proves: the ids between the page's first and last.
SELECT l.evidence_id, coalesce(c.code, fc.code), y.year, l.finding_id, l.remedy_id, l.pointer, coalesce(c.name, f.text, fc.name, r.text),
       coalesce(l.finding_id, (SELECT min(k.finding_id) FROM remedy_finding k WHERE k.remedy_id = l.remedy_id))
  FROM evidence_link l JOIN cycle y ON y.id = l.cycle_id LEFT JOIN criterion c ON c.id = l.criterion_id
  LEFT JOIN finding f ON f.id = l.finding_id LEFT JOIN criterion fc ON fc.id = f.criterion_id LEFT JOIN remedy r ON r.id = l.remedy_id
 WHERE l.evidence_id BETWEEN :first AND :last AND SEES(sheets, l.body_id) AND (l.body_id = :body_id OR :body_id = 0)
 ORDER BY l.evidence_id, l.id LIMIT 5000;

-- name: evidence_missing
-- Findings that lost points and have no evidence: neither of their own, nor of their criterion, nor of a remedy.
SELECT f.id, b.name, y.year, c.code, coalesce(c.name, f.text), f.lost
  FROM finding f JOIN unit b ON b.id = f.body_id JOIN cycle y ON y.id = f.cycle_id LEFT JOIN criterion c ON c.id = f.criterion_id
 WHERE f.lost > 0 AND SEES(sheets, f.body_id) AND (f.body_id = :body_id OR :body_id = 0) AND (y.year = :year OR :year = 0)
   AND NOT EXISTS (SELECT 1 FROM evidence_link l WHERE l.finding_id = f.id)
   AND NOT EXISTS (SELECT 1 FROM evidence_link l WHERE l.criterion_id = f.criterion_id AND l.cycle_id = f.cycle_id AND l.body_id = f.body_id)
   AND NOT EXISTS (SELECT 1 FROM remedy_finding k JOIN evidence_link l ON l.remedy_id = k.remedy_id WHERE k.finding_id = f.id)
 ORDER BY y.year DESC, f.body_id, f.ord, f.id LIMIT :limit OFFSET :skip;

-- name: evidence_may
-- Whether a person may bring any: asked before a large file is copied; the statements that write ask again.
SELECT count(*) FROM unit b WHERE b.id = :body_id AND (MAY(change, sheets, b.id) OR MAY(change_own, sheets, b.id));
