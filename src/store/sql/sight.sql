-- Rights.

-- name: sight_ask
-- Whether a person may do an act in an area with a body: 1 or 0.
SELECT count(DISTINCT person_id) FROM sight WHERE person_id = :who AND act = :act AND area = :area AND body_id = :body_id;
