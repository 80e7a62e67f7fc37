-- The audit log, for people. What belongs to no body is for those who see the log of every body.

-- name: log_acts
-- Transactions, newest first, that wrote a row which the person sees and asked for.
SELECT a.id, a.at, a.login, p.name, a.what
  FROM (SELECT s.id, s.span FROM audit s WHERE s.span IS NOT NULL AND (CAST(:act AS bigint) IS NULL OR s.id = :act)) s
  JOIN audit a ON a.id = s.id LEFT JOIN person p ON p.id = a.person_id
 WHERE (CAST(:by_login AS text) IS NULL OR a.login = :by_login)
   AND (CAST(:from_at AS text) IS NULL OR a.at >= :from_at) AND (CAST(:to_at AS text) IS NULL OR a.at < :to_at)
   AND EXISTS (SELECT 1 FROM audit x WHERE x.id BETWEEN s.id AND s.id + s.span - 1
       AND (CAST(:body_id AS bigint) IS NULL OR x.body_id = :body_id) AND (CAST(:entity AS text) IS NULL OR x.entity = :entity)
       AND (SEES(log, x.body_id)
            OR (x.body_id IS NULL AND EXISTS (SELECT 1 FROM role_held h JOIN may m ON m.role = h.role JOIN person q ON q.id = h.person_id AND q.active = 1
                                               WHERE h.person_id = :who AND m.area = 'log' AND m.act = 'see' AND m.reach = 'all'))))
 ORDER BY s.id DESC LIMIT :limit OFFSET :skip;

-- name: log_things
-- What these transactions made of which rows, a line for each row however often it was written: of each transaction the lines asked for, and one
-- line of each kind with how many there are. parts, traces: the tables of which lines come later and last.
WITH one AS (
  SELECT s.id AS act, x.entity, x.entity_id, min(x.id) AS began, max(x.id) AS ended
    FROM audit s JOIN audit x ON x.id BETWEEN s.id AND s.id + s.span - 1
   WHERE s.id BETWEEN :oldest AND :newest AND s.span IS NOT NULL
     AND (CAST(:by_login AS text) IS NULL OR s.login = :by_login)
     AND (CAST(:body_id AS bigint) IS NULL OR x.body_id = :body_id) AND (CAST(:entity AS text) IS NULL OR x.entity = :entity)
     AND (SEES(log, x.body_id)
          OR (x.body_id IS NULL AND EXISTS (SELECT 1 FROM role_held h JOIN may m ON m.role = h.role JOIN person q ON q.id = h.person_id AND q.active = 1
                                             WHERE h.person_id = :who AND m.area = 'log' AND m.act = 'see' AND m.reach = 'all')))
   GROUP BY s.id, x.entity, x.entity_id),
kinds AS (
  SELECT o.act, o.entity, o.entity_id, o.began, o.ended, CASE WHEN b.before IS NULL THEN 1 WHEN n.after IS NULL THEN 2 ELSE 0 END AS how,
         CASE WHEN CAST(:traces AS text) LIKE '% ' || o.entity || ' %' THEN 2 WHEN CAST(:parts AS text) LIKE '% ' || o.entity || ' %' THEN 1 ELSE 0 END AS place
    FROM one o JOIN audit b ON b.id = o.began JOIN audit n ON n.id = o.ended),
told AS (
  SELECT k.act, k.entity, k.entity_id, k.began, k.ended, row_number() OVER (PARTITION BY k.act ORDER BY k.place, k.began) AS nth,
         row_number() OVER (PARTITION BY k.act, k.entity, k.how ORDER BY k.began) AS of_kind,
         count(*) OVER (PARTITION BY k.act, k.entity, k.how) AS in_kind
    FROM kinds k)
SELECT t.act, t.entity, t.entity_id, b.before, n.after, u.name, t.nth, t.of_kind, t.in_kind
  FROM told t JOIN audit b ON b.id = t.began JOIN audit n ON n.id = t.ended LEFT JOIN unit u ON u.id = coalesce(n.body_id, b.body_id)
 WHERE t.of_kind = 1 OR (t.nth > :skip AND t.nth <= :skip + :most)
 ORDER BY t.act DESC, t.nth;

-- name: log_last
-- What the log says last of things, [["finding",7],…]: what they are called, also when they are gone. Names of bodies are public.
-- only: sqlite
SELECT x.entity, x.entity_id, coalesce(x.after, x.before), CASE WHEN x.after IS NULL THEN 1 ELSE 0 END
  FROM json_each(:things) t
  JOIN audit x ON x.id = (SELECT max(l.id) FROM audit l WHERE l.entity = json_extract(t.value, '$[0]') AND l.entity_id = json_extract(t.value, '$[1]'))
 WHERE x.body_id IS NULL OR (x.entity = 'unit' AND x.entity_id = x.body_id) OR SEES(log, x.body_id);

-- name: log_last
-- only: postgresql
SELECT x.entity, x.entity_id, coalesce(x.after, x.before), CASE WHEN x.after IS NULL THEN 1 ELSE 0 END
  FROM jsonb_array_elements(CAST(:things AS jsonb)) t(value)
  JOIN audit x ON x.id = (SELECT max(l.id) FROM audit l WHERE l.entity = t.value->>0 AND l.entity_id = CAST(t.value->>1 AS bigint))
 WHERE x.body_id IS NULL OR (x.entity = 'unit' AND x.entity_id = x.body_id) OR SEES(log, x.body_id);
