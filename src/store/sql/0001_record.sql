-- The living record: units, cycles, criteria sets, sheets, documents, findings, plans, remedies, progress, evidence, people.
--
-- One text for SQLite and PostgreSQL; tools/mksql turns INTEGER into bigint, INTEGER PRIMARY KEY into an identity, TEXT into text COLLATE "C"
-- and leaves out STRICT for PostgreSQL. docs/data-model.md is made of the comments here.
--
-- Points are in ten-thousandths of a point (core/points.h), percents in hundredths of a percent. Days are ISO 8601 ("2026-06-14"; of a
-- document also "2026-06" and "2026", as printed). Moments are UTC ("2026-11-21T20:05:08Z"). No text is empty: what is not known is NULL.
-- A table with body_id holds what belongs to one body; statements that touch it carry the person who asks (tools/mksql).
-- Rows are changed only by named statements in a transaction, which writes the audit log (store/db.h).

-- # Nền tảng (ground)

-- What the record is: its name, a mark that tells it from others, when and by which version it was made.
CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

-- # Đơn vị và con người (units and people)

-- Who is scored, who appraises and the rooms that do the work: tỉnh → sở, xã → phòng.
CREATE TABLE unit (
  id INTEGER PRIMARY KEY,
  parent_id INTEGER REFERENCES unit(id),
  body_id INTEGER REFERENCES unit(id),             -- the body it belongs to; its own id when it is a body; a room's is that of its parent
  level TEXT NOT NULL CHECK (level IN ('ministry', 'province', 'department', 'district', 'commune', 'room')),
  ranking TEXT,                                    -- the group it is ranked in ("Sở", "Xã")
  name TEXT NOT NULL,
  folded TEXT NOT NULL,                            -- name without marks, for finding (base/fold.h)
  symbol TEXT,                                     -- in numbers of documents: "SNgV"
  founded_on TEXT,
  ended_on TEXT,
  ended_how TEXT CHECK (ended_how IN ('merged', 'split', 'abolished')),
  CHECK ((ended_on IS NULL) = (ended_how IS NULL)),
  CHECK (level <> 'room' OR parent_id IS NOT NULL)
) STRICT;
CREATE INDEX unit_parent ON unit(parent_id);
CREATE INDEX unit_body ON unit(body_id);
CREATE INDEX unit_folded ON unit(folded);
-- Two that live under one unit are not called the same.
CREATE UNIQUE INDEX unit_living ON unit(parent_id, name) WHERE ended_on IS NULL;

-- What a unit was called before: documents of those years use that name.
CREATE TABLE unit_name (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES unit(id),
  name TEXT NOT NULL,
  folded TEXT NOT NULL,
  until_on TEXT NOT NULL,                          -- the day it was renamed
  UNIQUE (unit_id, folded, until_on)
) STRICT;
CREATE INDEX unit_name_folded ON unit_name(folded);

-- From which units a unit came: two merged into one, one split into two.
CREATE TABLE unit_origin (
  id INTEGER PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES unit(id),
  from_id INTEGER NOT NULL REFERENCES unit(id),
  how TEXT NOT NULL CHECK (how IN ('merged', 'split')),
  on_day TEXT NOT NULL,
  UNIQUE (unit_id, from_id),
  CHECK (unit_id <> from_id)
) STRICT;
CREATE INDEX unit_origin_from ON unit_origin(from_id);

-- Officials and everybody else who may log in.
CREATE TABLE person (
  id INTEGER PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  title TEXT,                                      -- chức vụ
  unit_id INTEGER REFERENCES unit(id),             -- the room, or the body, where they work
  password TEXT,                                   -- argon2id (libsodium); NULL: cannot log in
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
CREATE INDEX person_unit ON person(unit_id);

-- A role of a person in one body.
CREATE TABLE role_held (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person(id),
  body_id INTEGER NOT NULL REFERENCES unit(id),
  role TEXT NOT NULL CHECK (role IN ('administrator', 'leader', 'office', 'official', 'appraiser', 'viewer')),
  UNIQUE (person_id, role, body_id)
) STRICT;
CREATE INDEX role_held_body ON role_held(body_id);

-- Which bodies an appraiser appraises.
CREATE TABLE assignment (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person(id),
  body_id INTEGER NOT NULL REFERENCES unit(id),
  UNIQUE (person_id, body_id)
) STRICT;
CREATE INDEX assignment_body ON assignment(body_id);

-- # Kỳ đánh giá (cycles)

-- One year's index of the bodies of one province (or of the ministry).
CREATE TABLE cycle (
  id INTEGER PRIMARY KEY,
  owner_id INTEGER NOT NULL REFERENCES unit(id),   -- who appraises: the province
  year INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2200),
  name TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'published', 'closed')),
  UNIQUE (owner_id, year)
) STRICT;

-- A step of the cycle and the days on which it can be done.
CREATE TABLE phase (
  id INTEGER PRIMARY KEY,
  cycle_id INTEGER NOT NULL REFERENCES cycle(id),
  kind TEXT NOT NULL CHECK (kind IN ('self_score', 'appraise_1', 'explain', 'appraise_2', 'survey', 'council', 'publish', 'mend')),
  opens_on TEXT NOT NULL,
  closes_on TEXT NOT NULL,
  UNIQUE (cycle_id, kind),
  CHECK (closes_on >= opens_on)
) STRICT;

-- Public holidays, and weekend days that are worked in exchange.
CREATE TABLE holiday (
  id INTEGER PRIMARY KEY,
  on_day TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  works INTEGER NOT NULL DEFAULT 0 CHECK (works IN (0, 1))
) STRICT;

-- # Bộ tiêu chí (criteria sets)

-- A criteria set of one level and year. Version 0 is what imported documents tell of a set that nobody has entered yet.
CREATE TABLE criteria_set (
  id INTEGER PRIMARY KEY,
  cycle_id INTEGER NOT NULL REFERENCES cycle(id),
  level TEXT NOT NULL CHECK (level IN ('ministry', 'province', 'department', 'district', 'commune')),
  version INTEGER NOT NULL CHECK (version >= 0),
  name TEXT NOT NULL,
  number TEXT,
  issuer TEXT,
  issued_on TEXT,
  decimals INTEGER NOT NULL DEFAULT 3 CHECK (decimals BETWEEN 0 AND 4),
  ranks TEXT NOT NULL DEFAULT 'dense' CHECK (ranks IN ('dense', 'competition')),
  without TEXT NOT NULL DEFAULT 'exclude' CHECK (without IN ('exclude', 'rescale')),
  compares TEXT NOT NULL DEFAULT 'printed' CHECK (compares IN ('printed', 'exact')),
  bonus_max INTEGER NOT NULL DEFAULT 0 CHECK (bonus_max >= 0),
  penalty_max INTEGER NOT NULL DEFAULT 0 CHECK (penalty_max >= 0),
  UNIQUE (cycle_id, level, version)
) STRICT;

-- Classes of a set and the percent from which each begins.
CREATE TABLE set_class (
  id INTEGER PRIMARY KEY,
  set_id INTEGER NOT NULL REFERENCES criteria_set(id),
  ord INTEGER NOT NULL,
  name TEXT NOT NULL,
  bound INTEGER NOT NULL,
  head TEXT,                                       -- rating of the head of such a body
  UNIQUE (set_id, ord)
) STRICT;

-- What stays the same when the code of a criterion moves from year to year.
CREATE TABLE identity (
  id INTEGER PRIMARY KEY,
  mark TEXT NOT NULL UNIQUE,                       -- Định danh in workbooks
  name TEXT NOT NULL                               -- as it was first called
) STRICT;

-- A criterion of a set, parents before children.
CREATE TABLE criterion (
  id INTEGER PRIMARY KEY,
  set_id INTEGER NOT NULL REFERENCES criteria_set(id),
  ord INTEGER NOT NULL,
  code TEXT NOT NULL,
  parent_id INTEGER REFERENCES criterion(id),
  identity_id INTEGER NOT NULL REFERENCES identity(id),
  leaf INTEGER NOT NULL CHECK (leaf IN (0, 1)),
  name TEXT,
  max INTEGER,
  max_printed INTEGER NOT NULL DEFAULT 1 CHECK (max_printed IN (0, 1)),   -- of a parent: printed, or the sum of its leaves
  rule TEXT,                                       -- the words of the rule, which are the rule (docs/rules.md)
  source TEXT CHECK (source IN ('unit', 'appraiser', 'system', 'survey')),
  none_arose TEXT CHECK (none_arose IN ('full', 'exclude', 'zero')),
  evidence TEXT,
  evidence_required INTEGER NOT NULL DEFAULT 0 CHECK (evidence_required IN (0, 1)),
  appraiser TEXT,
  doubt TEXT,                                      -- why a person must look at the rule again; NULL: it is sure
  UNIQUE (set_id, code)
) STRICT;
CREATE INDEX criterion_identity ON criterion(identity_id);
CREATE INDEX criterion_parent ON criterion(parent_id);

-- Where a criterion stands among all, as a text that sorts as codes are read: "3.2.10" is ".03..02..10.".
CREATE VIEW criterion_place AS
SELECT id, replace(replace(replace(replace(replace(
       replace(replace(replace(replace(replace('.' || replace(code, '.', '..') || '.', '.0.', '.00.'), '.1.', '.01.'), '.2.', '.02.'), '.3.', '.03.'), '.4.', '.04.'), '.5.', '.05.'), '.6.', '.06.'), '.7.', '.07.'), '.8.', '.08.'), '.9.', '.09.') AS place
  FROM criterion;

-- A figure that rules of the set ask for, once (R29).
CREATE TABLE set_input (
  id INTEGER PRIMARY KEY,
  set_id INTEGER NOT NULL REFERENCES criteria_set(id),
  ord INTEGER NOT NULL,
  name TEXT NOT NULL,
  UNIQUE (set_id, ord)
) STRICT;

-- Which figures a criterion's rule takes, in its order.
CREATE TABLE criterion_input (
  id INTEGER PRIMARY KEY,
  criterion_id INTEGER NOT NULL REFERENCES criterion(id),
  ord INTEGER NOT NULL,
  input_id INTEGER NOT NULL REFERENCES set_input(id),
  UNIQUE (criterion_id, ord)
) STRICT;
CREATE INDEX criterion_input_input ON criterion_input(input_id);

-- # Văn bản (documents)

-- The bytes of a file, named by their SHA-256 and kept once in the folder evidence/ (store/blobs.h).
CREATE TABLE blob (
  id INTEGER PRIMARY KEY,
  sha256 TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL CHECK (size >= 0)
) STRICT;

-- An official document of a body that was read and accepted.
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  cycle_id INTEGER REFERENCES cycle(id),           -- whose index lost the points
  kind TEXT NOT NULL CHECK (kind IN ('plan', 'report', 'annex', 'decision', 'criteria_set', 'result_table', 'letter', 'sheet', 'unknown')),
  number TEXT, symbol TEXT, title TEXT, issuer TEXT, place TEXT,
  issued_on TEXT, as_of TEXT, period_from TEXT, period_to TEXT,
  signatory TEXT,                                  -- "KT. GIÁM ĐỐC, PHÓ GIÁM ĐỐC Nguyễn Văn A"
  file_name TEXT NOT NULL,                         -- "thư.zip!kehoach.docx" for what is inside another
  file_id INTEGER NOT NULL REFERENCES blob(id),    -- as it came
  facts_id INTEGER NOT NULL REFERENCES blob(id),   -- all that was read in it, as facts.md has it: nothing of it is lost
  reader TEXT NOT NULL,
  UNIQUE (body_id, file_id, file_name)
) STRICT;
CREATE INDEX document_file ON document(file_id);
CREATE INDEX document_facts ON document(facts_id);
CREATE INDEX document_cycle ON document(cycle_id);

-- A document that a document names.
CREATE TABLE citation (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  document_id INTEGER NOT NULL REFERENCES document(id),
  number TEXT NOT NULL,
  issued_on TEXT, issuer TEXT,
  role TEXT NOT NULL CHECK (role IN ('basis', 'plan', 'rule', 'evidence')),
  code TEXT,                                       -- of the criterion it is about
  line_no INTEGER, page_no INTEGER, table_no INTEGER, row_no INTEGER
) STRICT;
CREATE INDEX citation_document ON citation(document_id);
CREATE INDEX citation_body ON citation(body_id);

-- What did not add up in a document when it was accepted (core/checks.def).
CREATE TABLE document_check (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  document_id INTEGER NOT NULL REFERENCES document(id),
  name TEXT NOT NULL,
  place TEXT,                                      -- where: a code, total, title …
  printed TEXT, computed TEXT,
  severity TEXT NOT NULL CHECK (severity IN ('error', 'warning')),
  message TEXT NOT NULL,
  line_no INTEGER, page_no INTEGER, table_no INTEGER, row_no INTEGER
) STRICT;
CREATE INDEX document_check_document ON document_check(document_id);
CREATE INDEX document_check_body ON document_check(body_id);

-- Sentences of a document that are neither points nor remedies: purposes, requirements, duties to report, tasks of a field, remarks.
CREATE TABLE passage (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  document_id INTEGER NOT NULL REFERENCES document(id),
  kind TEXT NOT NULL CHECK (kind IN ('purpose', 'requirement', 'duty', 'task', 'remark')),
  text TEXT NOT NULL,
  field TEXT,                                      -- code of the field of a task
  unit TEXT, cadence TEXT CHECK (cadence IN ('monthly', 'quarterly', 'on_demand')), report_to TEXT,
  line_no INTEGER, page_no INTEGER, table_no INTEGER, row_no INTEGER
) STRICT;
CREATE INDEX passage_document ON passage(document_id);
CREATE INDEX passage_body ON passage(body_id);

-- Who said so: one row for each thing that a document says of a row of another table. A figure in two documents has two.
CREATE TABLE claim (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  document_id INTEGER NOT NULL REFERENCES document(id),
  entity TEXT NOT NULL,                            -- the table …
  entity_id INTEGER NOT NULL,                      -- … its row …
  field TEXT NOT NULL,                             -- … and its column
  printed TEXT NOT NULL,                           -- as the document prints it: "0,228", "0.50"
  held INTEGER NOT NULL CHECK (held IN (0, 1)),    -- 1: it is what the record has; 0: it differs and was left
  line_no INTEGER, page_no INTEGER, table_no INTEGER, row_no INTEGER, sure INTEGER
) STRICT;
CREATE INDEX claim_entity ON claim(entity, entity_id);
CREATE INDEX claim_document ON claim(document_id);
CREATE INDEX claim_body ON claim(body_id);

-- # Điểm (points)

-- The index of a body in a cycle, as a document publishes it.
CREATE TABLE result (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  cycle_id INTEGER NOT NULL REFERENCES cycle(id),
  points INTEGER, max INTEGER, lost INTEGER, survey INTEGER,
  percent INTEGER, rank INTEGER, group_size INTEGER,
  class TEXT, head TEXT, head_reason TEXT,
  published INTEGER NOT NULL DEFAULT 0 CHECK (published IN (0, 1)),
  UNIQUE (body_id, cycle_id)
) STRICT;
CREATE INDEX result_cycle ON result(cycle_id);

-- … and of each of its fields.
CREATE TABLE field_result (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  result_id INTEGER NOT NULL REFERENCES result(id),
  code TEXT NOT NULL,
  name TEXT,
  max INTEGER, points INTEGER, lost INTEGER,
  UNIQUE (result_id, code)
) STRICT;
CREATE INDEX field_result_body ON field_result(body_id);

-- The sheet of a body: its self-score and what the appraisers say of it.
CREATE TABLE sheet (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  set_id INTEGER NOT NULL REFERENCES criteria_set(id),
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'locked', 'published')),
  points INTEGER, max INTEGER,                     -- totals of the leaves, made again with every change of a leaf
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (body_id, set_id)
) STRICT;
CREATE INDEX sheet_set ON sheet(set_id);

-- What a body says of a leaf besides points.
CREATE TABLE sheet_row (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  sheet_id INTEGER NOT NULL REFERENCES sheet(id),
  criterion_id INTEGER NOT NULL REFERENCES criterion(id),
  applies INTEGER NOT NULL DEFAULT 1 CHECK (applies IN (0, 1)),
  why_not TEXT, explanation TEXT, explanation2 TEXT,
  files INTEGER,                                   -- pieces of evidence said to be attached
  UNIQUE (sheet_id, criterion_id)
) STRICT;
CREATE INDEX sheet_row_criterion ON sheet_row(criterion_id);
CREATE INDEX sheet_row_body ON sheet_row(body_id);

-- The points of a leaf: round 0 the body's own, 1 and 2 the appraisers'.
CREATE TABLE score (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  sheet_id INTEGER NOT NULL REFERENCES sheet(id),
  criterion_id INTEGER NOT NULL REFERENCES criterion(id),
  round INTEGER NOT NULL CHECK (round IN (0, 1, 2)),
  points INTEGER NOT NULL,
  reason TEXT,
  reason_code TEXT,                                -- one of the usual reasons (core/reasons.def)
  document_id INTEGER REFERENCES document(id),     -- where it stands; NULL: entered by hand, and the audit log says by whom
  page_no INTEGER, table_no INTEGER, row_no INTEGER,
  UNIQUE (sheet_id, criterion_id, round)
) STRICT;
CREATE INDEX score_criterion ON score(criterion_id);
CREATE INDEX score_document ON score(document_id);
CREATE INDEX score_body ON score(body_id);

-- The figures a body entered for the rules.
CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  sheet_id INTEGER NOT NULL REFERENCES sheet(id),
  input_id INTEGER NOT NULL REFERENCES set_input(id),
  value TEXT NOT NULL,                             -- as entered: "8/9", "90,63%"
  UNIQUE (sheet_id, input_id)
) STRICT;
CREATE INDEX entry_input ON entry(input_id);
CREATE INDEX entry_body ON entry(body_id);

-- # Tồn tại và kế hoạch (findings and plans)

-- A shortcoming: a criterion that lost points, or what an inspection or the body itself found.
CREATE TABLE finding (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  cycle_id INTEGER NOT NULL REFERENCES cycle(id),
  origin TEXT NOT NULL CHECK (origin IN ('appraisal', 'self_check', 'inspection')),
  criterion_id INTEGER REFERENCES criterion(id),   -- NULL: none is named
  mark TEXT NOT NULL,                              -- the same finding in two documents: "c12" its criterion, "t…" a hash of its folded text
  ord INTEGER NOT NULL DEFAULT 0,                  -- place in the document that told it first
  place TEXT NOT NULL DEFAULT '~',                 -- that of its criterion (criterion_place): lists are in this order; '~': none is named
  text TEXT,                                       -- the shortcoming, or the reason of the deduction
  cause TEXT,
  max INTEGER, points INTEGER, lost INTEGER,
  note TEXT,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'mended')),
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (body_id, cycle_id, origin, mark)
) STRICT;
-- The list of a body's findings, and its sums, out of the index alone.
CREATE INDEX finding_place ON finding(body_id, cycle_id, place, id, lost, state, origin);
CREATE INDEX finding_cycle ON finding(cycle_id);
CREATE INDEX finding_criterion ON finding(criterion_id);

-- The plan by which a body mends what a cycle found.
CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  cycle_id INTEGER NOT NULL REFERENCES cycle(id),
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (body_id, cycle_id)
) STRICT;
CREATE INDEX plan_cycle ON plan(cycle_id);

-- A plan as it was issued, with its official number; a draft has none yet.
CREATE TABLE plan_version (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  plan_id INTEGER NOT NULL REFERENCES plan(id),
  version INTEGER NOT NULL CHECK (version >= 1),
  number TEXT,
  title TEXT,
  issued_on TEXT,
  document_id INTEGER REFERENCES document(id),
  UNIQUE (plan_id, version)
) STRICT;
CREATE INDEX plan_version_document ON plan_version(document_id);
CREATE INDEX plan_version_body ON plan_version(body_id);

-- What is to be done, by whom, until when.
CREATE TABLE remedy (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  plan_id INTEGER NOT NULL REFERENCES plan(id),
  mark TEXT NOT NULL,                              -- hash of its folded text, due and lead, as it was first told
  ord INTEGER NOT NULL DEFAULT 0,
  since_version INTEGER NOT NULL DEFAULT 1,        -- first version that has it
  until_version INTEGER,                           -- last version that had it; NULL: it stands
  until_why TEXT,                                  -- why it was dropped
  text TEXT NOT NULL,
  lead_id INTEGER REFERENCES unit(id),
  lead_text TEXT,                                  -- the lead as printed; alone where no unit of that name is known
  person_id INTEGER REFERENCES person(id),         -- the official who answers for it
  due_kind TEXT CHECK (due_kind IN ('ongoing', 'month', 'quarter', 'year', 'date', 'working_days')),
  due_text TEXT,                                   -- as printed: "Quý II/2026"
  due_from TEXT, due_to TEXT,
  review TEXT CHECK (review IN ('weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly')),   -- of an ongoing one
  event_on TEXT, event_days INTEGER,               -- n working days after that day
  effort TEXT,
  expected INTEGER,                                -- points it should win back
  state TEXT NOT NULL DEFAULT 'unknown' CHECK (state IN ('unknown', 'not_done', 'in_progress', 'done')),   -- of its last progress
  percent INTEGER CHECK (percent BETWEEN 0 AND 100),
  reviewed_on TEXT,                                -- day of its last progress
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (plan_id, mark)
) STRICT;
-- Late remedies of a body in the order of their dues, found and counted in the index alone: so it holds all that is asked.
CREATE INDEX remedy_open ON remedy(body_id, due_to, id, state, until_version) WHERE state <> 'done' AND until_version IS NULL;
-- The same over all bodies: the first twenty of a person who sees most of them.
CREATE INDEX remedy_due ON remedy(due_to, id, body_id, state, until_version) WHERE state <> 'done' AND until_version IS NULL;
CREATE INDEX remedy_lead ON remedy(lead_id, due_to, id);
CREATE INDEX remedy_person ON remedy(person_id, due_to, id);

-- Which findings a remedy mends: one of a field serves all of its criteria.
CREATE TABLE remedy_finding (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  remedy_id INTEGER NOT NULL REFERENCES remedy(id),
  finding_id INTEGER NOT NULL REFERENCES finding(id),
  UNIQUE (remedy_id, finding_id)
) STRICT;
CREATE INDEX remedy_finding_finding ON remedy_finding(finding_id);
CREATE INDEX remedy_finding_body ON remedy_finding(body_id);

-- Units that help.
CREATE TABLE remedy_support (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  remedy_id INTEGER NOT NULL REFERENCES remedy(id),
  ord INTEGER NOT NULL,
  unit_id INTEGER REFERENCES unit(id),
  text TEXT NOT NULL,                              -- as printed
  UNIQUE (remedy_id, text)
) STRICT;
CREATE INDEX remedy_support_unit ON remedy_support(unit_id);
CREATE INDEX remedy_support_body ON remedy_support(body_id);

-- What was done, told again and again; never changed, never deleted.
CREATE TABLE progress (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  finding_id INTEGER NOT NULL REFERENCES finding(id),
  remedy_id INTEGER REFERENCES remedy(id),         -- NULL: of the finding as a whole
  on_day TEXT NOT NULL,                            -- the day it is true for
  person_id INTEGER REFERENCES person(id),         -- who told it
  document_id INTEGER REFERENCES document(id),     -- … or where it stands
  state TEXT NOT NULL CHECK (state IN ('unknown', 'not_done', 'in_progress', 'done')),
  percent INTEGER CHECK (percent BETWEEN 0 AND 100),
  text TEXT,
  line_no INTEGER, page_no INTEGER, table_no INTEGER, row_no INTEGER,
  CHECK (person_id IS NOT NULL OR document_id IS NOT NULL)
) STRICT;
CREATE INDEX progress_finding ON progress(finding_id, on_day);
CREATE INDEX progress_remedy ON progress(remedy_id, on_day);
CREATE INDEX progress_document ON progress(document_id);
CREATE INDEX progress_person ON progress(person_id);
CREATE INDEX progress_body ON progress(body_id);

-- A figure measured, or to be reached: "90,63%" in a progress, "từ 95% trở lên" of a finding.
CREATE TABLE measure (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  finding_id INTEGER NOT NULL REFERENCES finding(id),
  progress_id INTEGER REFERENCES progress(id),     -- NULL: told by the appraisal, or a target
  kind TEXT NOT NULL CHECK (kind IN ('target', 'appraisal', 'progress')),
  op TEXT CHECK (op IN ('ge', 'le', 'gt', 'lt', 'eq')),                   -- of a target
  value TEXT,                                      -- exact decimal: "90.63"
  unit TEXT NOT NULL CHECK (unit IN ('percent', 'working_days', 'count')),
  done TEXT, total TEXT,                           -- 8 of 9
  from_day TEXT, to_day TEXT,
  text TEXT NOT NULL,
  document_id INTEGER REFERENCES document(id),
  line_no INTEGER, page_no INTEGER, table_no INTEGER, row_no INTEGER
) STRICT;
CREATE INDEX measure_finding ON measure(finding_id);
CREATE INDEX measure_progress ON measure(progress_id);
CREATE INDEX measure_document ON measure(document_id);
CREATE INDEX measure_body ON measure(body_id);

-- What a body asks of those above it …
CREATE TABLE request (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  cycle_id INTEGER NOT NULL REFERENCES cycle(id),
  mark TEXT NOT NULL,                              -- hash of its folded text
  text TEXT NOT NULL,
  addressee TEXT,
  document_id INTEGER REFERENCES document(id),
  line_no INTEGER, page_no INTEGER, table_no INTEGER, row_no INTEGER,
  UNIQUE (body_id, cycle_id, mark)
) STRICT;
CREATE INDEX request_cycle ON request(cycle_id);
CREATE INDEX request_document ON request(document_id);

-- … and what they answered.
CREATE TABLE answer (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  request_id INTEGER NOT NULL REFERENCES request(id),
  on_day TEXT NOT NULL,
  number TEXT,                                     -- of the document that answers
  text TEXT NOT NULL
) STRICT;
CREATE INDEX answer_request ON answer(request_id);
CREATE INDEX answer_body ON answer(body_id);

-- # Minh chứng (evidence)

-- A document kept as proof, whatever file it is in.
CREATE TABLE evidence (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  title TEXT NOT NULL,
  number TEXT, issuer TEXT, issued_on TEXT,
  expires_on TEXT,
  revision INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX evidence_body ON evidence(body_id, number);

-- Its files, one after the other; the highest ord is the one that counts.
CREATE TABLE evidence_file (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  evidence_id INTEGER NOT NULL REFERENCES evidence(id),
  ord INTEGER NOT NULL CHECK (ord >= 1),
  blob_id INTEGER NOT NULL REFERENCES blob(id),
  name TEXT NOT NULL,                              -- as the person's file was called
  UNIQUE (evidence_id, ord)
) STRICT;
CREATE INDEX evidence_file_blob ON evidence_file(blob_id);
CREATE INDEX evidence_file_body ON evidence_file(body_id);

-- What it proves: a criterion of a year, a finding or a remedy, and where in it.
CREATE TABLE evidence_link (
  id INTEGER PRIMARY KEY,
  body_id INTEGER NOT NULL REFERENCES unit(id),
  evidence_id INTEGER NOT NULL REFERENCES evidence(id),
  cycle_id INTEGER NOT NULL REFERENCES cycle(id),
  criterion_id INTEGER REFERENCES criterion(id),
  finding_id INTEGER REFERENCES finding(id),
  remedy_id INTEGER REFERENCES remedy(id),
  pointer TEXT,                                    -- "trang 3", "mục II.1"
  CHECK ((CASE WHEN criterion_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN finding_id IS NULL THEN 0 ELSE 1 END)
       + (CASE WHEN remedy_id IS NULL THEN 0 ELSE 1 END) = 1)
) STRICT;
CREATE INDEX evidence_link_evidence ON evidence_link(evidence_id);
CREATE INDEX evidence_link_criterion ON evidence_link(criterion_id, body_id, cycle_id);
CREATE INDEX evidence_link_finding ON evidence_link(finding_id);
CREATE INDEX evidence_link_remedy ON evidence_link(remedy_id);
CREATE INDEX evidence_link_cycle ON evidence_link(cycle_id);
CREATE INDEX evidence_link_body ON evidence_link(body_id);

-- # Nhật ký (audit log)

-- Who changed what, when, from what to what. Each row is sealed with the seal of the one before (store/audit.h).
CREATE TABLE audit (
  id INTEGER PRIMARY KEY,                          -- 1, 2, 3 … without a gap
  span INTEGER CHECK (span >= 1),                  -- of the first row of a transaction: how many it wrote; NULL: it goes on
  at TEXT NOT NULL,
  person_id INTEGER,
  login TEXT NOT NULL,                             -- as it was then
  what TEXT NOT NULL,                              -- the thing the person did: "import", "progress add"
  body_id INTEGER,                                 -- of the row changed, where it has one
  entity TEXT NOT NULL,
  entity_id INTEGER NOT NULL,
  before TEXT,                                     -- the row as JSON; NULL: it is new
  after TEXT,                                      -- NULL: it was deleted
  seal TEXT NOT NULL
) STRICT;
CREATE INDEX audit_entity ON audit(entity, entity_id, id);
-- The transactions, one after the other: an entry for each, not for each row.
CREATE INDEX audit_span ON audit(id, span) WHERE span IS NOT NULL;
-- What people changed by hand in what documents print (import_hands), so that most transactions do not write this index. No IN: for four
-- values SQLite makes a table of them with each row that it writes.
CREATE INDEX audit_hands ON audit(body_id, id) WHERE before IS NOT NULL AND after IS NOT NULL AND what <> 'import' AND what <> 'progress add'
  AND (entity = 'finding' OR entity = 'remedy' OR entity = 'result' OR entity = 'field_result');

-- The last row of the log: one row, held while a transaction adds to it.
CREATE TABLE audit_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  last INTEGER NOT NULL,
  seal TEXT NOT NULL
) STRICT;
INSERT INTO audit_head (id, last, seal) VALUES (1, 0, '');
