-- Where somebody is, and what they may do there (app/right.h). Each place_… gives: unit, its name, its body, the body's name, level, symbol, year.

-- name: place_unit
-- unscoped: what a body is called is public; what may be done there is asked next
SELECT u.id, u.name, b.id, b.name, b.level, b.symbol, 0 AS year FROM unit u JOIN unit b ON b.id = u.body_id WHERE u.id = :id;

-- name: place_highest
-- unscoped: as place_unit
SELECT u.id, u.name, b.id, b.name, b.level, b.symbol, 0 AS year FROM unit u JOIN unit b ON b.id = u.body_id WHERE u.parent_id IS NULL ORDER BY u.id LIMIT 1;

-- name: place_first
-- Bodies in which a person has one of the acts (no act, no area: any): their own, then those that live, by name. On this all else stands.
-- unscoped: it asks what the person may
SELECT u.id, u.name, u.id, u.name, u.level, u.symbol, 0 AS year FROM unit u
 WHERE u.id IN (SELECT s.body_id FROM sight s WHERE s.person_id = :who AND (CAST(:area AS text) IS NULL OR s.area = :area)
                   AND (CAST(:act1 AS text) IS NULL OR s.act IN (:act1, :act2, :act3, :act4)))
   AND (CAST(:words AS text) IS NULL OR replace(u.folded, :words, '') <> u.folded)
 ORDER BY CASE WHEN u.id = (SELECT w.body_id FROM person p JOIN unit w ON w.id = p.unit_id WHERE p.id = :who) THEN 0
               WHEN u.ended_on IS NULL THEN 1 ELSE 2 END, u.folded, u.id LIMIT :limit;

-- name: place_finding
-- unscoped: what may be done there is asked next
SELECT b.id, b.name, b.id, b.name, b.level, b.symbol, y.year
  FROM finding f JOIN unit b ON b.id = f.body_id JOIN cycle y ON y.id = f.cycle_id WHERE f.id = :id;

-- name: place_remedy
-- unscoped: what may be done there is asked next
SELECT b.id, b.name, b.id, b.name, b.level, b.symbol, y.year
  FROM remedy r JOIN plan p ON p.id = r.plan_id JOIN unit b ON b.id = r.body_id JOIN cycle y ON y.id = p.cycle_id WHERE r.id = :id;

-- name: place_evidence
-- unscoped: what may be done there is asked next
SELECT b.id, b.name, b.id, b.name, b.level, b.symbol, 0 AS year FROM evidence e JOIN unit b ON b.id = e.body_id WHERE e.id = :id;

-- name: place_document
-- unscoped: what may be done there is asked next
SELECT b.id, b.name, b.id, b.name, b.level, b.symbol, coalesce(y.year, 0)
  FROM document d JOIN unit b ON b.id = d.body_id LEFT JOIN cycle y ON y.id = d.cycle_id WHERE d.id = :id;

-- name: place_request
-- unscoped: what may be done there is asked next
SELECT b.id, b.name, b.id, b.name, b.level, b.symbol, y.year
  FROM request q JOIN unit b ON b.id = q.body_id JOIN cycle y ON y.id = q.cycle_id WHERE q.id = :id;

-- name: place_person
-- unscoped: what may be done there is asked next
SELECT u.id, u.name, b.id, b.name, b.level, b.symbol, 0 AS year
  FROM person p JOIN unit u ON u.id = p.unit_id JOIN unit b ON b.id = u.body_id WHERE p.id = :id;

-- name: place_years
-- unscoped: in which years a body has work
SELECT y.id, y.year, CASE WHEN EXISTS (SELECT 1 FROM finding f WHERE f.body_id = :body_id AND f.cycle_id = y.id)
                            OR EXISTS (SELECT 1 FROM sheet s JOIN criteria_set c ON c.id = s.set_id WHERE s.body_id = :body_id AND c.cycle_id = y.id)
                          THEN 1 ELSE 0 END
  FROM cycle y ORDER BY y.year DESC, y.id LIMIT 100;

-- name: rights_all
-- Every act that anybody may do in an area.
SELECT DISTINCT area, act FROM may ORDER BY area, act;

-- name: rights_there
-- unscoped: it asks what the person may
SELECT DISTINCT area, act FROM sight WHERE person_id = :who AND body_id = :body_id ORDER BY area, act;

-- name: rights_highest
-- unscoped: it asks what the person may
-- Cycles and sets are of the highest unit: who may see units anywhere may see them.
SELECT DISTINCT area, act FROM sight WHERE person_id = :who AND (body_id = :body_id OR act = 'see') ORDER BY area, act;

-- name: place_job
-- unscoped: what may be done there is asked next
SELECT b.id, b.name, b.id, b.name, b.level, b.symbol, 0 AS year FROM job j JOIN unit b ON b.id = j.body_id WHERE j.id = :id;

-- name: place_issued
-- unscoped: what may be done there is asked next
SELECT b.id, b.name, b.id, b.name, b.level, b.symbol, y.year
  FROM issued i JOIN unit b ON b.id = i.body_id JOIN cycle y ON y.id = i.cycle_id WHERE i.id = :id;
