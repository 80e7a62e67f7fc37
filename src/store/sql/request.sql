-- What a body asks of those above it, and their answers.

-- name: request_add
INSERT INTO request (body_id, cycle_id, mark, text, addressee)
SELECT b.id, :cycle_id, :mark, :text, :addressee FROM unit b WHERE b.id = :body_id AND MAY(change, findings, b.id);

-- name: request_load
SELECT q.id, q.body_id, q.text FROM request q WHERE q.id = :id AND SEES(findings, q.body_id);

-- name: answer_add
INSERT INTO answer (body_id, request_id, on_day, number, text)
SELECT q.body_id, q.id, :on_day, :number, :text FROM request q WHERE q.id = :request_id AND MAY(change, findings, q.body_id);

-- name: request_page
-- Each with its newest answer.
SELECT q.id, b.name, y.year, q.text, q.addressee, a.on_day, a.number, a.text, (SELECT count(*) FROM answer n WHERE n.request_id = q.id)
  FROM request q JOIN unit b ON b.id = q.body_id JOIN cycle y ON y.id = q.cycle_id
  LEFT JOIN answer a ON a.id = (SELECT x.id FROM answer x WHERE x.request_id = q.id ORDER BY x.on_day DESC, x.id DESC LIMIT 1)
 WHERE SEES(findings, q.body_id) AND (q.body_id = :body_id OR :body_id = 0) AND (y.year = :year OR :year = 0)
 ORDER BY y.year DESC, q.id LIMIT :limit OFFSET :skip;
