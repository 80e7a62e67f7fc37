-- The audit log, for people.

-- name: log_page
-- Newest first. What belongs to no body is for those who see the log of every body.
SELECT x.id, x.at, x.login, p.name, x.what, x.entity, x.entity_id, x.before, x.after, u.name
  FROM audit x LEFT JOIN person p ON p.id = x.person_id LEFT JOIN unit u ON u.id = x.body_id
 WHERE (SEES(log, x.body_id)
        OR (x.body_id IS NULL AND EXISTS (SELECT 1 FROM role_held h JOIN may m ON m.role = h.role JOIN person q ON q.id = h.person_id AND q.active = 1
                                           WHERE h.person_id = :who AND m.area = 'log' AND m.act = 'see' AND m.reach = 'all')))
   AND (CAST(:body_id AS bigint) IS NULL OR x.body_id = :body_id)
   AND (CAST(:entity AS text) IS NULL OR x.entity = :entity)
   AND (CAST(:by_login AS text) IS NULL OR x.login = :by_login)
   AND (CAST(:from_at AS text) IS NULL OR x.at >= :from_at) AND (CAST(:to_at AS text) IS NULL OR x.at < :to_at)
 ORDER BY x.id DESC LIMIT :limit OFFSET :skip;
