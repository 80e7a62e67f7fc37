/* store/repo_import.h -- what the record has of one body and cycle, to compare a document with
 *
 * SHAPE    had_load brings all of it in one statement; the importer matches in memory and writes what it adds into the
 *          same lists, so that the next criterion of the document finds it. Remedies name their findings by place in .findings.
 *          A row that is only proposed has a negative id.
 * UNITS    points; percents in hundredths of a percent; days ISO
 * ERRORS   as store/db.h
 * MEMORY   arena
 * SOURCE   store/sql/import.sql
 */
#ifndef STORE_REPO_IMPORT_H
#define STORE_REPO_IMPORT_H
#include "core/facts.h"
#include "store/db.h"

struct maybe { bool there; int64_t n; };               /* an integer that may be NULL */

struct had_unit { int64_t id, parent, body; str level, name; };
typedef VEC(struct had_unit) had_units;
/* name: of version 0 as the body's own documents call it (had_name_criteria); told: that they do */
struct had_criterion { int64_t id, version, parent, identity, set; str mark, code, name; bool leaf, told; struct maybe max; };
typedef VEC(struct had_criterion) had_criteria;

struct had_result { int64_t id; struct maybe points, max, lost, percent, rank, group_size; };
struct had_field { int64_t id; str code, name; struct maybe max, points, lost; };
struct had_finding { int64_t id, criterion; str origin, mark, text, cause, note; struct maybe max, points, lost; };
struct had_version { int64_t id, version; str number, title, issued_on; };
struct had_remedy {
	int64_t     id, since, until, lead_id;             /* until 0: it stands */
	str         mark, text, lead, due_kind, due_text, due_from, due_to, review, state, reviewed_on;
	strs        supports;
	VEC(size_t) findings;
	bool        met, changed;                          /* the document names it; its row is to be written */
};
struct had_progress { int64_t id, finding, remedy; str on_day, state, text; };
struct had_measure { int64_t id, finding; str kind, op, value, unit, done, total, from, to, text; };
struct had_request { int64_t id; str mark; };
struct had_passage { int64_t id; str kind, text; };
struct had_claim { str entity, field, printed, number, file; int64_t id; struct source at; };
struct had_hand { str entity, at, who, before, after; int64_t id; };       /* before, after: the row as JSON */

struct had_name { int64_t criterion; str name; };

struct had {
	struct had_result         result;                  /* id 0: none */
	VEC(struct had_field)     fields;
	VEC(struct had_finding)   findings;
	int64_t                   plan;
	VEC(struct had_version)   versions;
	VEC(struct had_remedy)    remedies;
	VEC(struct had_progress)  progress;
	VEC(struct had_measure)   measures;
	VEC(struct had_request)   requests;
	VEC(struct had_passage)   passages;
	VEC(struct had_name)      names;                   /* what documents call criteria, for had_name_criteria */
	VEC(struct had_claim)     claims;                  /* had_load_claims */
	VEC(struct had_hand)      hands;                   /* had_load_hands: newest first */
};

struct had_of { struct db *db; struct arena *a; int64_t who, body, cycle; };

MUST_CHECK bool had_load(const struct had_of *of, struct had *ret, struct err *e);
MUST_CHECK bool had_load_claims(const struct had_of *of, struct had *ret, struct err *e);
MUST_CHECK bool had_load_hands(const struct had_of *of, struct had *ret, struct err *e);
void            had_name_criteria(const struct had *h, had_criteria *ret);
MUST_CHECK bool had_load_units(struct db *db, struct arena *a, int64_t body, had_units *ret, struct err *e);
MUST_CHECK bool had_load_criteria(struct db *db, struct arena *a, int64_t cycle, str level, had_criteria *ret, struct err *e);

#endif
