-- People.

-- name: person_login
SELECT id, name, active, unit_id FROM person WHERE login = :login;

-- name: person_secret
SELECT id, password, active FROM person WHERE login = :login;

-- name: person_list
-- People of the units one may look after, a page of them, with a row for each role. words: in their name or login.
SELECT p.login, p.name, p.title, p.active, p.unit_name, h.role, b.name, p.id, p.secret, h.body_id
  FROM (SELECT x.id, x.login, x.name, x.title, x.active, CASE WHEN x.password IS NULL THEN 0 ELSE 1 END AS secret, u.name AS unit_name
          FROM person x JOIN unit u ON u.id = x.unit_id
         WHERE (CAST(:unit_id AS bigint) IS NULL OR u.id = :unit_id OR u.body_id = :unit_id) AND SEES(units, u.body_id)
           AND (CAST(:words AS text) IS NULL OR replace(x.name, :words, '') <> x.name OR replace(x.login, :words, '') <> x.login)
         ORDER BY x.login LIMIT :limit OFFSET :skip) p
  LEFT JOIN (role_held h JOIN unit b ON b.id = h.body_id AND SEES(units, h.body_id)) ON h.person_id = p.id
 ORDER BY p.login, h.id;

-- name: person_roles_own
-- unscoped: everybody may know what they are
SELECT h.role, b.name FROM role_held h JOIN unit b ON b.id = h.body_id WHERE h.person_id = :who ORDER BY h.id;

-- name: person_add
INSERT INTO person (login, name, title, unit_id)
SELECT :login, :name, :title, u.id FROM unit u WHERE u.id = :unit_id AND u.ended_on IS NULL AND MAY(change, units, u.body_id);

-- name: person_password
-- One's own, or of somebody whose unit one looks after.
UPDATE person SET password = :password
 WHERE id = :id AND (id = :who OR unit_id IN (SELECT u.id FROM unit u WHERE MAY(change, units, u.body_id)));

-- name: person_open
UPDATE person SET active = 1 WHERE id = :id AND unit_id IN (SELECT u.id FROM unit u WHERE MAY(change, units, u.body_id));

-- name: person_close
UPDATE person SET active = 0 WHERE id = :id AND unit_id IN (SELECT u.id FROM unit u WHERE MAY(change, units, u.body_id));

-- name: administrators
-- unscoped: whether somebody is left who can change units is no matter of one body
-- Administrators besides a person; on PostgreSQL nobody else takes one away until the transaction ends.
-- only: sqlite
SELECT h.id FROM role_held h JOIN person p ON p.id = h.person_id AND p.active = 1 WHERE h.role = 'administrator' AND p.id <> :besides;

-- name: administrators
-- unscoped: as above
-- only: postgresql
SELECT h.id FROM role_held h JOIN person p ON p.id = h.person_id AND p.active = 1 WHERE h.role = 'administrator' AND p.id <> :besides
   FOR UPDATE OF h, p;

-- name: role_has
-- unscoped: asked by who is about to change it
SELECT count(*) FROM role_held WHERE person_id = :person_id AND role = :role AND (CAST(:body_id AS bigint) IS NULL OR body_id = :body_id);

-- name: role_give
INSERT INTO role_held (person_id, body_id, role)
SELECT p.id, u.id, :role FROM person p JOIN unit u ON u.id = :body_id AND u.body_id = u.id AND u.ended_on IS NULL
 WHERE p.id = :person_id AND MAY(change, units, u.id);

-- name: role_take
DELETE FROM role_held WHERE person_id = :person_id AND role = :role AND body_id = :body_id AND MAY(change, units, body_id);

-- name: assignment_give
INSERT INTO assignment (person_id, body_id)
SELECT p.id, u.id FROM person p JOIN unit u ON u.id = :body_id AND u.body_id = u.id AND u.ended_on IS NULL
 WHERE p.id = :person_id AND MAY(change, units, u.id)
   AND NOT EXISTS (SELECT 1 FROM assignment s WHERE s.person_id = p.id AND s.body_id = u.id);

-- name: assignment_take
DELETE FROM assignment WHERE person_id = :person_id AND body_id = :body_id AND MAY(change, units, body_id);

-- name: person_one
SELECT p.id, p.login, p.name, p.title, p.active, u.id, u.name, b.id, b.name, CASE WHEN p.password IS NULL THEN 0 ELSE 1 END
  FROM person p JOIN unit u ON u.id = p.unit_id JOIN unit b ON b.id = u.body_id WHERE p.id = :id AND SEES(units, u.body_id);

-- name: person_roles
SELECT h.role, b.name, b.id FROM role_held h JOIN unit b ON b.id = h.body_id WHERE h.person_id = :id AND SEES(units, h.body_id) ORDER BY h.id;

-- name: person_assigned
SELECT b.id, b.name FROM assignment s JOIN unit b ON b.id = s.body_id WHERE s.person_id = :id AND SEES(units, s.body_id) ORDER BY b.folded, b.id;

-- name: person_move
UPDATE person SET unit_id = :unit_id
 WHERE id = :id AND unit_id IN (SELECT u.id FROM unit u WHERE MAY(change, units, u.body_id))
   AND EXISTS (SELECT 1 FROM unit n WHERE n.id = :unit_id AND n.ended_on IS NULL AND MAY(change, units, n.body_id));

-- name: roles_leave
-- What somebody held in a body that they leave. An administrator stays one: that is of the whole record.
DELETE FROM role_held WHERE person_id = :person_id AND body_id = :body_id AND role <> 'administrator' AND MAY(change, units, body_id);

-- name: people_under
-- Accounts that are open, of those who work in a unit and its rooms.
SELECT count(*) FROM person p JOIN unit u ON u.id = p.unit_id
 WHERE p.active = 1 AND SEES(units, u.body_id)
   AND u.id IN (WITH RECURSIVE below(id) AS (SELECT CAST(:id AS bigint)
                UNION SELECT c.id FROM unit c JOIN below b ON c.parent_id = b.id WHERE c.level = 'room') SELECT id FROM below);
