-- Results of bodies as published, and what a body lost over the years.

-- name: result_list
-- All of a cycle that are published or that the person may see.
SELECT r.id, r.body_id, u.name, u.level, u.ranking, r.points, r.max, r.survey, r.percent, r.rank, r.class, r.head, r.head_reason, r.published
  FROM result r JOIN unit u ON u.id = r.body_id
 WHERE r.cycle_id = :cycle_id AND (r.published = 1 OR SEES(appraisals, r.body_id)) ORDER BY r.rank, u.folded, r.id LIMIT :limit;

-- name: result_count
-- unscoped: how many results a cycle has is no secret
SELECT count(*) FROM result WHERE cycle_id = :cycle_id AND points IS NOT NULL;

-- name: result_units
-- Bodies below the owner of a cycle, with all their names, to know those of a table.
-- unscoped: names of units are no secret
SELECT b.id, b.folded, b.name, b.level FROM unit b WHERE b.body_id = b.id AND b.ended_on IS NULL
UNION ALL SELECT b.id, n.folded, b.name, b.level FROM unit b JOIN unit_name n ON n.unit_id = b.id WHERE b.body_id = b.id
 ORDER BY 1 LIMIT :limit;

-- name: result_may
-- Which bodies a person appraises.
-- unscoped: it is what a person may
SELECT DISTINCT body_id FROM sight WHERE person_id = :who AND area = 'appraisals' AND act = 'change' LIMIT :limit;

-- name: result_add
INSERT INTO result (body_id, cycle_id, points, max, lost, survey, percent, rank, group_size, class, head, published)
SELECT u.id, :cycle_id, :points, :max, :lost, :survey, :percent, :rank, :group_size, :class, :head, :published FROM unit u
 WHERE u.id = :body_id AND MAY(change, appraisals, u.id);

-- name: result_change
UPDATE result SET points = :points, max = :max, lost = :lost, survey = :survey, percent = :percent, rank = :rank, group_size = :group_size,
  class = :class, head = :head, published = :published
 WHERE id = :id AND MAY(change, appraisals, body_id);

-- name: result_publish
UPDATE result SET published = :published WHERE cycle_id = :cycle_id AND published <> :published AND points IS NOT NULL AND MAY(change, appraisals, body_id);

-- name: lost_findings
-- Points that findings of the appraisals of all years say were lost, leaf by leaf.
SELECT y.year, i.mark, i.name, c.code, c.name, f.max, f.points, f.lost
  FROM finding f JOIN cycle y ON y.id = f.cycle_id JOIN criterion c ON c.id = f.criterion_id JOIN identity i ON i.id = c.identity_id
 WHERE f.body_id = :body_id AND f.origin = 'appraisal' AND c.leaf = 1 AND SEES(findings, f.body_id) ORDER BY y.year, c.ord, c.id LIMIT :limit;
