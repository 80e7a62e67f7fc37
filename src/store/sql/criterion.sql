-- Criteria over the years: which of them are one, said by a person. Everybody in the record may read sets; who may change units of the owner of
-- a cycle decides what its criteria are.

-- name: criterion_owner
-- Whose cycles: of the nearest unit above one that has any; NULL: of all.
-- unscoped: which unit stands under which is no secret
WITH RECURSIVE up (id, parent_id, n) AS (
  SELECT u.id, u.parent_id, 0 FROM unit u WHERE u.id = :body_id
  UNION ALL SELECT p.id, p.parent_id, up.n + 1 FROM up JOIN unit p ON p.id = up.parent_id WHERE up.n < 8)
SELECT c.owner_id FROM cycle c LEFT JOIN up ON up.id = c.owner_id WHERE CAST(:body_id AS bigint) IS NULL OR up.id IS NOT NULL
 GROUP BY c.owner_id ORDER BY min(up.n), c.owner_id LIMIT 2;

-- name: criterion_named
-- A code in a cycle: level by level in the newest set, then in what documents tell beside it.
SELECT k.identity_id, i.mark, k.code, k.name, s.level
  FROM criteria_set s JOIN criterion k ON k.set_id = s.id JOIN identity i ON i.id = k.identity_id
 WHERE s.cycle_id = :cycle_id AND k.code = :code AND (CAST(:level AS text) IS NULL OR s.level = :level)
   AND (s.version = 0 OR s.version = (SELECT max(n.version) FROM criteria_set n WHERE n.cycle_id = s.cycle_id AND n.level = s.level))
 ORDER BY s.level, s.version DESC;

-- name: criterion_years
-- Every criterion that counts in the years nearest to one, the newest year first.
SELECT s.level, i.id, i.mark, c.year, k.code, k.name
  FROM cycle c JOIN criteria_set s ON s.cycle_id = c.id JOIN criterion k ON k.set_id = s.id JOIN identity i ON i.id = k.identity_id
 WHERE c.id IN (SELECT y.id FROM cycle y
                 WHERE y.owner_id = :owner_id AND EXISTS (SELECT 1 FROM criteria_set t WHERE t.cycle_id = y.id)
                 ORDER BY abs(y.year - :year), y.year DESC LIMIT :limit)
   AND (CAST(:level AS text) IS NULL OR s.level = :level)
   AND (s.version = 0 OR s.version = (SELECT max(n.version) FROM criteria_set n WHERE n.cycle_id = s.cycle_id AND n.level = s.level))
 ORDER BY s.level, c.year DESC, s.version DESC, k.ord, k.id;

-- name: criterion_clash
-- Two criteria of one year that would be one: of the same set, or of a set and of what documents tell beside it.
SELECT c.year, x.code, y.code
  FROM criterion x JOIN criteria_set s ON s.id = x.set_id JOIN cycle c ON c.id = s.cycle_id
  JOIN criteria_set t ON t.cycle_id = s.cycle_id AND t.level = s.level JOIN criterion y ON y.set_id = t.id
 WHERE x.identity_id = :stays AND y.identity_id = :goes
   AND (t.id = s.id OR (x.code <> y.code AND (s.version = 0 OR t.version = 0)))
 ORDER BY c.year DESC, x.code LIMIT 1;

-- name: criterion_join
UPDATE criterion SET identity_id = :stays
 WHERE identity_id = :goes
   AND set_id IN (SELECT s.id FROM criteria_set s JOIN cycle c ON c.id = s.cycle_id WHERE MAY(change, units, c.owner_id));

-- name: criterion_elsewhere
-- How many criteria have an identity besides those of one cycle and level.
SELECT count(*) FROM criterion k JOIN criteria_set s ON s.id = k.set_id
 WHERE k.identity_id = :identity_id AND NOT (s.cycle_id = :cycle_id AND s.level = :level);

-- name: criterion_part
-- In every version of the year's set.
UPDATE criterion SET identity_id = :own
 WHERE identity_id = :shared
   AND set_id IN (SELECT s.id FROM criteria_set s JOIN cycle c ON c.id = s.cycle_id
                   WHERE s.cycle_id = :cycle_id AND s.level = :level AND MAY(change, units, c.owner_id));

-- name: identity_drop
-- One that no criterion has any more; the log keeps what it was.
DELETE FROM identity WHERE id = :id AND NOT EXISTS (SELECT 1 FROM criterion k WHERE k.identity_id = identity.id);
