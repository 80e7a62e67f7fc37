-- Files on their way into the record (app/job.h). Documents: the office accepts; an official gives files and corrects what they gave.
-- Sheets: who fills them in or appraises them accepts, and who may not see the appraisal does not see them here either. Results, which hold
-- those of other bodies, and sets are for who gave them alone: an appraiser, an administrator.

-- name: job_add
INSERT INTO job (body_id, person_id, file_name, file_id, year, state, created_at)
SELECT b.id, :who, :file_name, :file_id, :year, 'waiting', :at
  FROM unit b WHERE b.id = :body_id AND b.body_id = b.id AND (MAY(change, imports, b.id) OR MAY(propose, imports, b.id) OR MAY(change, appraisals, b.id) OR MAY(change, units, b.id));

-- name: job_page
SELECT j.id, j.file_name, j.title, j.state, j.created_at, p.name, j.errors, j.warnings, j.done, j.total,
       (SELECT count(*) FROM job x WHERE x.part_of = j.id), (SELECT count(*) FROM job x WHERE x.part_of = j.id AND x.state = 'ready')
  FROM job j JOIN person p ON p.id = j.person_id
 WHERE j.body_id = :body_id AND j.part_of IS NULL
   AND (j.person_id = :who AND (SEES(imports, j.body_id) OR MAY(change, appraisals, j.body_id) OR MAY(change, units, j.body_id))
     OR SEES(imports, j.body_id) AND (j.kind IS NULL OR j.kind = 'document' OR j.kind = 'sheet' AND SEES(appraisals, j.body_id)))
 ORDER BY j.id DESC LIMIT :limit OFFSET :skip;

-- name: job_parts
SELECT j.id, j.file_name, j.title, j.state, j.created_at, p.name, j.errors, j.warnings, j.done, j.total, 0, 0
  FROM job j JOIN person p ON p.id = j.person_id
 WHERE j.part_of = :part_of
   AND (j.person_id = :who AND (SEES(imports, j.body_id) OR MAY(change, appraisals, j.body_id) OR MAY(change, units, j.body_id))
     OR SEES(imports, j.body_id) AND (j.kind IS NULL OR j.kind = 'document' OR j.kind = 'sheet' AND SEES(appraisals, j.body_id)))
 ORDER BY j.id LIMIT 1000;

-- name: job_load
SELECT j.id, j.body_id, j.person_id, j.part_of, j.file_name, j.year, j.state, j.done, j.total, j.message, j.hint, j.title, j.errors, j.warnings,
       j.document_id, j.created_at, p.name, b.sha256, f.sha256, t.sha256, d.name, j.decided_at, j.kind
  FROM job j JOIN person p ON p.id = j.person_id JOIN blob b ON b.id = j.file_id LEFT JOIN blob f ON f.id = j.facts_id
  LEFT JOIN blob t ON t.id = j.tree_id LEFT JOIN person d ON d.id = j.decided_by
 WHERE j.id = :id
   AND (j.person_id = :who AND (SEES(imports, j.body_id) OR MAY(change, appraisals, j.body_id) OR MAY(change, units, j.body_id))
     OR SEES(imports, j.body_id) AND (j.kind IS NULL OR j.kind = 'document' OR j.kind = 'sheet' AND SEES(appraisals, j.body_id)));

-- name: job_decide
-- accepted and ready (a part of it was accepted) by who may write what is in it; left by who gave it too.
UPDATE job SET state = :state, document_id = coalesce(:document_id, document_id), decided_at = :at, decided_by = :who
 WHERE id = :id AND state = 'ready'
   AND (coalesce(kind, 'document') = 'document' AND MAY(change, imports, body_id)
     OR kind = 'sheet' AND (MAY(change, sheets, body_id) OR MAY(change, appraisals, body_id))
     OR kind = 'results' AND person_id = :who AND MAY(change, appraisals, body_id)
     OR kind = 'set' AND person_id = :who AND MAY(change, units, body_id)
     OR :state = 'left' AND person_id = :who AND (MAY(change, imports, body_id) OR MAY(propose, imports, body_id)
                                               OR MAY(change, appraisals, body_id) OR MAY(change, units, body_id)));

-- name: job_year
UPDATE job SET year = :year WHERE id = :id AND state = 'ready'
   AND (MAY(change, imports, body_id) OR (person_id = :who AND MAY(propose, imports, body_id)));

-- name: correction_add
INSERT INTO correction (body_id, job_id, what, printed, corrected, reason, person_id, at)
SELECT j.body_id, j.id, :what, :printed, :corrected, :reason, :who, :at
  FROM job j WHERE j.id = :job_id AND j.state = 'ready'
   AND (MAY(change, imports, j.body_id) OR (j.person_id = :who AND MAY(propose, imports, j.body_id)));

-- name: correction_list
SELECT c.what, c.printed, c.corrected, c.reason, p.name, c.at
  FROM correction c JOIN person p ON p.id = c.person_id WHERE c.job_id = :job_id AND SEES(imports, c.body_id) ORDER BY c.id;

-- # The job process: it works for whoever gave the file

-- name: job_next
-- unscoped: the job process reads every file that was given
-- Last: whether who gave it may give documents; else it is for a set, a sheet or results.
SELECT j.id, j.person_id, p.login, j.file_name, b.sha256, j.tries,
       (SELECT count(*) FROM sight s WHERE s.person_id = j.person_id AND s.area = 'imports' AND s.act IN ('change', 'propose') AND s.body_id = j.body_id)
  FROM job j JOIN person p ON p.id = j.person_id JOIN blob b ON b.id = j.file_id
 WHERE j.state = 'waiting' OR j.state = 'reading' ORDER BY j.id LIMIT 50;

-- name: job_take
-- unscoped: the job process reads every file that was given
UPDATE job SET state = 'reading', tries = tries + 1, done = 0, total = 0 WHERE id = :id AND tries = :tries AND (state = 'waiting' OR state = 'reading');

-- name: job_progress
-- unscoped: the job process reads every file that was given
UPDATE job SET done = :done, total = :total WHERE id = :id AND state = 'reading';

-- name: job_read
-- unscoped: the job process reads every file that was given
UPDATE job SET state = :state, title = :title, kind = :kind, errors = :errors, warnings = :warnings, facts_id = :facts_id, tree_id = :tree_id, done = :done,
  total = :total, message = :message, hint = :hint
 WHERE id = :id AND state = 'reading';

-- name: job_part_find
-- unscoped: the job process reads every file that was given
SELECT id FROM job WHERE part_of = :part_of AND file_name = :file_name;

-- name: job_part_add
-- unscoped: the job process reads every file that was given
INSERT INTO job (body_id, person_id, part_of, file_name, file_id, year, state, title, kind, errors, warnings, facts_id, tree_id, message, hint, done, total,
  created_at)
SELECT j.body_id, j.person_id, j.id, :file_name, coalesce(:file_id, j.file_id), j.year, :state, :title, :kind, :errors, :warnings, :facts_id, :tree_id,
  :message, :hint, 1, 1, j.created_at
  FROM job j WHERE j.id = :part_of;
