-- What an administrator is told of the record as a whole (app/upkeep.h).

-- name: upkeep_sizes
-- unscoped: how many there are, of the whole record; app/ asks before whether the person may have all of it
SELECT (SELECT count(*) FROM person), (SELECT count(*) FROM unit WHERE ended_on IS NULL), (SELECT count(*) FROM audit),
       (SELECT count(*) FROM blob), (SELECT CAST(coalesce(sum(size), 0) AS bigint) FROM blob);

-- name: upkeep_bytes
-- Of the database alone.
-- only: sqlite
SELECT c.page_count * s.page_size FROM pragma_page_count c, pragma_page_size s;

-- name: upkeep_bytes
-- only: postgresql
SELECT pg_database_size(current_database());

-- name: upkeep_accounts
-- Accounts that are open and should be looked at, with why. Administrators are all told: there may be too many or too few.
SELECT x.why, p.id, p.login, p.name
  FROM person p JOIN unit u ON u.id = p.unit_id
  JOIN (SELECT id AS person_id, 'no_password' AS why FROM person WHERE password IS NULL
        UNION ALL SELECT h.person_id, 'not_assigned' FROM role_held h WHERE h.role = 'appraiser'
                    AND NOT EXISTS (SELECT 1 FROM assignment s WHERE s.person_id = h.person_id)
        UNION ALL SELECT q.id, 'no_role' FROM person q WHERE NOT EXISTS (SELECT 1 FROM role_held h WHERE h.person_id = q.id)
        UNION ALL SELECT q.id, 'unit_ended' FROM person q JOIN unit n ON n.id = q.unit_id WHERE n.ended_on IS NOT NULL
        UNION ALL SELECT h.person_id, 'administrator' FROM role_held h WHERE h.role = 'administrator') x ON x.person_id = p.id
 WHERE p.active = 1 AND SEES(units, u.body_id)
 GROUP BY x.why, p.id, p.login, p.name ORDER BY x.why, p.login LIMIT :limit;
