-- Rights.

-- name: sight_ask
-- Whether a person may do an act in an area with a body: 1 or 0.
SELECT count(DISTINCT person_id) FROM sight WHERE person_id = :who AND act = :act AND area = :area AND body_id = :body_id;

-- name: sight_whole
-- Whether a person administers the highest unit, and so may have all of the record: 1 or 0.
-- unscoped: it is what a person may
SELECT count(DISTINCT s.person_id) FROM sight s JOIN unit u ON u.id = s.body_id
 WHERE s.person_id = :who AND s.act = 'change' AND s.area = 'units' AND u.parent_id IS NULL;
