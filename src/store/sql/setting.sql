-- What the record is.

-- name: setting_add
INSERT INTO setting (name, value) VALUES (:name, :value);

-- name: setting_change
UPDATE setting SET value = :value WHERE name = :name;

-- name: setting_find
SELECT value FROM setting WHERE name = :name;

-- name: setting_count
SELECT count(*) FROM setting;
