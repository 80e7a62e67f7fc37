-- Sessions (app/session.h).

-- name: session_find
-- unscoped: the unit is where the person themselves works
-- Who is logged in with a secret.
SELECT p.id, p.login, p.name, p.title, p.unit_id, u.name
  FROM session s JOIN person p ON p.id = s.person_id AND p.active = 1 LEFT JOIN unit u ON u.id = p.unit_id
 WHERE s.secret_sha256 = :secret_sha256 AND s.until_at > :now;

-- name: session_as
-- unscoped: the unit is where the person themselves works
-- Who somebody is, by login.
SELECT p.id, p.login, p.name, p.title, p.unit_id, u.name FROM person p LEFT JOIN unit u ON u.id = p.unit_id WHERE p.id = :person_id;

-- name: session_add
INSERT INTO session (secret_sha256, person_id, began_at, until_at)
SELECT :secret_sha256, p.id, :began_at, :until_at FROM person p WHERE p.id = :person_id AND p.active = 1;

-- name: session_end
DELETE FROM session WHERE secret_sha256 = :secret_sha256 AND person_id = :who;

-- name: session_end_all
-- Of somebody whose password changes, or whose account is closed.
DELETE FROM session WHERE person_id = :person_id;

-- name: session_forget
-- Those of a person that are over.
DELETE FROM session WHERE person_id = :person_id AND until_at <= :now;
