-- name: place_find
-- unscoped: names of units are no secret
SELECT id, body_id, name FROM unit WHERE folded = :folded OR symbol = :symbol ORDER BY id LIMIT 1;
