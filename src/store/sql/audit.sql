-- The audit log. Only store/audit.c appends to it.

-- name: audit_head
-- only: sqlite
SELECT last, seal FROM audit_head WHERE id = 1;

-- name: audit_head
-- only: postgresql
SELECT last, seal FROM audit_head WHERE id = 1 FOR UPDATE;

-- name: audit_add
-- internal: it is the log
-- unscoped: it is written by the transaction, not by a person
INSERT INTO audit (id, span, at, person_id, login, what, body_id, entity, entity_id, before, after, seal)
VALUES (:id, :span, :at, :person_id, :login, :what, :body_id, :entity, :entity_id, :before, :after, :seal);

-- name: audit_head_move
-- internal: it is the log
UPDATE audit_head SET last = :last, seal = :seal WHERE id = 1;

-- name: audit_page
-- unscoped: who verifies or backs up the record walks all of it
SELECT id, at, person_id, login, what, body_id, entity, entity_id, before, after, seal, span
  FROM audit WHERE id > :after ORDER BY id LIMIT :limit;
