-- The first rows of a new record, before there is anybody who may add any.

-- name: first_unit
-- unscoped: the record is new
INSERT INTO unit (level, name, folded) VALUES (:level, :name, :folded);

-- name: first_unit_body
-- unscoped: the record is new
UPDATE unit SET body_id = id WHERE id = :id;

-- name: first_person
INSERT INTO person (login, name, unit_id) VALUES (:login, :name, :unit_id);

-- name: first_role
-- unscoped: the record is new
INSERT INTO role_held (person_id, body_id, role) VALUES (:person_id, :body_id, 'administrator');
