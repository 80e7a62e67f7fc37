-- People.

-- name: person_login
SELECT id, name, active FROM person WHERE login = :login;
