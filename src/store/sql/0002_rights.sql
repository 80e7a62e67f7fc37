-- Who may do what: the table of rights, and what follows from it for each person.

-- # Quyền (rights)

-- A role may do an act in an area. reach: own, the body the role is held in; assigned, the bodies the person appraises; all, every body.
-- Acts: see; propose; change; change_own (own criteria, own remedies); approve; draft and sign (official documents).
CREATE TABLE may (
  id INTEGER PRIMARY KEY,
  role TEXT NOT NULL,
  area TEXT NOT NULL CHECK (area IN ('units', 'imports', 'sheets', 'appraisals', 'findings', 'progress', 'documents', 'log')),
  act TEXT NOT NULL CHECK (act IN ('see', 'see_published', 'propose', 'change', 'change_own', 'approve', 'draft', 'sign')),
  reach TEXT NOT NULL CHECK (reach IN ('own', 'assigned', 'all')),
  UNIQUE (role, area, act)
) STRICT;

INSERT INTO may (id, role, area, act, reach) VALUES
  ( 1, 'administrator', 'units', 'see', 'all'), ( 2, 'administrator', 'units', 'change', 'all'), ( 3, 'administrator', 'log', 'see', 'all'),

  (10, 'leader', 'units', 'see', 'own'), (11, 'leader', 'imports', 'see', 'own'),
  (12, 'leader', 'sheets', 'see', 'own'), (13, 'leader', 'sheets', 'approve', 'own'), (14, 'leader', 'appraisals', 'see', 'own'),
  (15, 'leader', 'findings', 'see', 'own'), (16, 'leader', 'findings', 'approve', 'own'), (17, 'leader', 'progress', 'see', 'own'),
  (18, 'leader', 'documents', 'see', 'own'), (19, 'leader', 'documents', 'sign', 'own'), (20, 'leader', 'log', 'see', 'own'),

  (30, 'office', 'units', 'see', 'own'), (31, 'office', 'imports', 'see', 'own'), (32, 'office', 'imports', 'change', 'own'),
  (33, 'office', 'sheets', 'see', 'own'), (34, 'office', 'sheets', 'change', 'own'), (35, 'office', 'appraisals', 'see', 'own'),
  (36, 'office', 'findings', 'see', 'own'), (37, 'office', 'findings', 'change', 'own'),
  (38, 'office', 'progress', 'see', 'own'), (39, 'office', 'progress', 'change', 'own'),
  (40, 'office', 'documents', 'see', 'own'), (41, 'office', 'documents', 'draft', 'own'), (42, 'office', 'log', 'see', 'own'),

  (51, 'official', 'imports', 'see', 'own'), (52, 'official', 'imports', 'propose', 'own'),
  (53, 'official', 'sheets', 'see', 'own'), (54, 'official', 'sheets', 'change_own', 'own'), (55, 'official', 'appraisals', 'see', 'own'),
  (56, 'official', 'findings', 'see', 'own'), (57, 'official', 'findings', 'propose', 'own'),
  (58, 'official', 'progress', 'see', 'own'), (59, 'official', 'progress', 'change_own', 'own'),

  (70, 'appraiser', 'imports', 'see', 'assigned'), (71, 'appraiser', 'sheets', 'see', 'assigned'),
  (72, 'appraiser', 'appraisals', 'see', 'assigned'), (73, 'appraiser', 'appraisals', 'change', 'assigned'),
  (74, 'appraiser', 'findings', 'see', 'assigned'), (75, 'appraiser', 'progress', 'see', 'assigned'),
  (76, 'appraiser', 'units', 'see', 'assigned'),

  (90, 'viewer', 'imports', 'see', 'own'), (91, 'viewer', 'sheets', 'see', 'own'), (92, 'viewer', 'appraisals', 'see_published', 'own'),
  (93, 'viewer', 'findings', 'see', 'own'), (94, 'viewer', 'progress', 'see', 'own'), (95, 'viewer', 'documents', 'see', 'own');

-- What a person may do with which body, perhaps twice. SEES(area, body) and MAY(act, area, body) in a statement look here.
CREATE VIEW sight AS
SELECT p.id AS person_id, m.area, m.act, h.body_id
  FROM person p JOIN role_held h ON h.person_id = p.id JOIN may m ON m.role = h.role AND m.reach = 'own'
 WHERE p.active = 1
UNION ALL                                              -- what a merged or divided body left behind, its heirs look after
SELECT p.id, m.area, m.act, o.from_id
  FROM person p JOIN role_held h ON h.person_id = p.id JOIN may m ON m.role = h.role AND m.reach = 'own'
  JOIN unit_origin o ON o.unit_id = h.body_id
 WHERE p.active = 1
UNION ALL
SELECT p.id, m.area, m.act, s.body_id
  FROM person p JOIN role_held h ON h.person_id = p.id JOIN may m ON m.role = h.role AND m.reach = 'assigned'
  JOIN assignment s ON s.person_id = p.id
 WHERE p.active = 1
UNION ALL
SELECT p.id, m.area, m.act, u.id
  FROM person p JOIN role_held h ON h.person_id = p.id JOIN may m ON m.role = h.role AND m.reach = 'all'
  JOIN unit u ON u.body_id = u.id
 WHERE p.active = 1;

-- Whose remedy is whose: the official in charge, and those who work in its lead unit or in the room right above or below it.
CREATE VIEW own_remedy AS
SELECT p.id AS person_id, r.id AS remedy_id
  FROM remedy r CROSS JOIN person p LEFT JOIN unit w ON w.id = p.unit_id LEFT JOIN unit l ON l.id = r.lead_id
 WHERE r.person_id = p.id OR l.id = w.id OR (l.level = 'room' AND l.id = w.parent_id) OR (w.level = 'room' AND l.parent_id = w.id);
