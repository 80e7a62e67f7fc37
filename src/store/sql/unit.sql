-- Units. Lists bring a row for each name that a unit has or had: what is current has no until_on.

-- name: unit_names
-- Every name of the units of a body (NULL: of all), for whoever works with that body in any way.
SELECT u.id, u.parent_id, u.body_id, u.level, u.ranking, u.name, u.symbol, u.founded_on, u.ended_on, u.ended_how, x.name, x.until_on
  FROM (SELECT id AS unit_id, name, NULL AS until_on FROM unit UNION ALL SELECT unit_id, name, until_on FROM unit_name) x
  JOIN unit u ON u.id = x.unit_id
 WHERE (CAST(:body_id AS bigint) IS NULL OR u.body_id = :body_id)
   AND SEES(units|imports|sheets|appraisals|findings|progress|documents, u.body_id)
 ORDER BY CASE u.level WHEN 'ministry' THEN 0 WHEN 'province' THEN 1 WHEN 'department' THEN 2 WHEN 'district' THEN 3 WHEN 'commune' THEN 4 ELSE 5 END,
          u.folded, u.name, u.id, x.until_on;

-- name: unit_names_public
-- unscoped: what bodies are called is public; only rooms of the body itself are among them
-- Every name of the bodies and of the rooms of one, for whoever names who leads or supports.
SELECT u.id, u.parent_id, u.body_id, u.level, u.ranking, u.name, u.symbol, u.founded_on, u.ended_on, u.ended_how, x.name, x.until_on
  FROM (SELECT id AS unit_id, name, NULL AS until_on FROM unit UNION ALL SELECT unit_id, name, until_on FROM unit_name) x
  JOIN unit u ON u.id = x.unit_id
 WHERE u.body_id = u.id OR u.body_id = :body_id
 ORDER BY u.id, x.until_on;

-- name: unit_list
-- The same, for whoever may look after units.
SELECT u.id, u.parent_id, u.body_id, u.level, u.ranking, u.name, u.symbol, u.founded_on, u.ended_on, u.ended_how, x.name, x.until_on
  FROM (SELECT id AS unit_id, name, NULL AS until_on FROM unit UNION ALL SELECT unit_id, name, until_on FROM unit_name) x
  JOIN unit u ON u.id = x.unit_id
 WHERE SEES(units, u.body_id)
 ORDER BY CASE u.level WHEN 'ministry' THEN 0 WHEN 'province' THEN 1 WHEN 'department' THEN 2 WHEN 'district' THEN 3 WHEN 'commune' THEN 4 ELSE 5 END,
          u.folded, u.name, u.id, x.until_on;

-- name: unit_origins
-- From which units others came.
SELECT o.unit_id, u.name, o.from_id, f.name, o.how, o.on_day
  FROM unit_origin o JOIN unit u ON u.id = o.unit_id JOIN unit f ON f.id = o.from_id
 WHERE (o.unit_id = :id OR o.from_id = :id) AND SEES(units, u.body_id) AND SEES(units, f.body_id)
 ORDER BY o.on_day, f.name, u.name;

-- name: unit_heirs
-- unscoped: what bodies are called is public
-- What came of a unit: whoever opens what an ended body has left is told who has it now.
SELECT u.name FROM unit_origin o JOIN unit u ON u.id = o.unit_id WHERE o.from_id = :id ORDER BY u.name LIMIT 20;

-- name: unit_add
-- A body has no body_id yet: unit_own_body.
INSERT INTO unit (parent_id, body_id, level, ranking, name, folded, symbol, founded_on)
SELECT p.id, CASE WHEN CAST(:level AS text) = 'room' THEN p.body_id END, :level, :ranking, :name, :folded, :symbol, :founded_on
  FROM unit p WHERE p.id = :parent_id AND p.ended_on IS NULL AND MAY(change, units, p.body_id);

-- name: unit_own_body
UPDATE unit SET body_id = id
 WHERE id = :id AND body_id IS NULL AND parent_id IN (SELECT p.id FROM unit p WHERE MAY(change, units, p.body_id));

-- name: unit_rename
UPDATE unit SET name = :name, folded = :folded WHERE id = :id AND ended_on IS NULL AND MAY(change, units, body_id);

-- name: unit_name_add
-- What it was called until that day.
INSERT INTO unit_name (unit_id, name, folded, until_on)
SELECT u.id, u.name, u.folded, :until_on FROM unit u WHERE u.id = :id AND u.ended_on IS NULL AND MAY(change, units, u.body_id);

-- name: unit_end
-- A unit ends, with the rooms in it.
UPDATE unit SET ended_on = :ended_on, ended_how = :ended_how
 WHERE id IN (WITH RECURSIVE below(id) AS (SELECT CAST(:id AS bigint)
              UNION SELECT c.id FROM unit c JOIN below b ON c.parent_id = b.id WHERE c.level = 'room') SELECT id FROM below)
   AND ended_on IS NULL AND MAY(change, units, body_id);

-- name: unit_hang
-- The bodies under one unit hang under another from now on.
UPDATE unit SET parent_id = :parent_id
 WHERE parent_id = :id AND level <> 'room' AND ended_on IS NULL AND MAY(change, units, body_id);

-- name: unit_origin_add
INSERT INTO unit_origin (unit_id, from_id, how, on_day)
SELECT u.id, f.id, :how, :on_day FROM unit u JOIN unit f ON f.id = :from_id
 WHERE u.id = :id AND MAY(change, units, u.body_id) AND MAY(change, units, f.body_id);
