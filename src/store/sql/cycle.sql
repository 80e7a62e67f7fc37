-- Cycles, their phases, holidays: of the whole record. Everybody in it may read them; who may change its highest unit changes them.

-- name: cycle_list
-- unscoped: that a cycle is there is no secret; unit is read for the name of its owner
-- A row for each phase.
SELECT c.id, c.year, c.name, c.state, u.name, p.kind, p.opens_on, p.closes_on
  FROM cycle c JOIN unit u ON u.id = c.owner_id LEFT JOIN phase p ON p.cycle_id = c.id
 WHERE CAST(:year AS bigint) IS NULL OR c.year = :year
 ORDER BY c.year DESC, c.id, p.opens_on, p.closes_on;

-- name: cycle_add
-- unscoped: the owner is the highest unit
INSERT INTO cycle (owner_id, year, name)
SELECT u.id, :year, :name FROM unit u WHERE u.parent_id IS NULL AND MAY(change, units, u.body_id);

-- name: cycle_state
UPDATE cycle SET state = :state WHERE id = :id AND owner_id IN (SELECT u.id FROM unit u WHERE MAY(change, units, u.body_id));

-- name: phase_change
UPDATE phase SET opens_on = :opens_on, closes_on = :closes_on
 WHERE cycle_id = :cycle_id AND kind = :kind
   AND cycle_id IN (SELECT c.id FROM cycle c JOIN unit u ON u.id = c.owner_id WHERE MAY(change, units, u.body_id));

-- name: phase_add
INSERT INTO phase (cycle_id, kind, opens_on, closes_on)
SELECT c.id, :kind, :opens_on, :closes_on FROM cycle c JOIN unit u ON u.id = c.owner_id WHERE c.id = :cycle_id AND MAY(change, units, u.body_id);

-- name: holiday_list
SELECT on_day, name, works FROM holiday WHERE on_day >= :from_day AND on_day <= :to_day ORDER BY on_day;

-- name: holiday_seed
-- Of a new record.
INSERT INTO holiday (on_day, name, works) VALUES (:on_day, :name, :works);

-- name: holiday_add
INSERT INTO holiday (on_day, name, works)
SELECT :on_day, :name, :works FROM unit u WHERE u.parent_id IS NULL AND MAY(change, units, u.body_id);

-- name: holiday_remove
DELETE FROM holiday WHERE on_day = :on_day AND EXISTS (SELECT 1 FROM unit u WHERE u.parent_id IS NULL AND MAY(change, units, u.body_id));
