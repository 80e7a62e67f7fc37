/* store/repo_sheet.h -- sheets of bodies in the record
 *
 * SHAPE    stored_sheet: a sheet as the person who asks may see it, with the ids of its rows beside it, leaf by leaf (sheet->rows) and
 *          input by input. Who writes gives it back: what changed since it was loaded is told by .revision.
 * UNITS    points; totals as core/score.h gives them
 * ERRORS   repo_sheet_load: .id 0 where there is none, or none that the person may see. What writes sets *may false where the state of
 *          the sheet or the rights of the person do not allow it. repo_sheet_total: ERR_CONFLICT somebody was faster
 * MEMORY   arena
 * SOURCE   issue 5; sets.md
 *
 * Loading takes three statements whatever the size; saving one for each cell.
 */
#ifndef STORE_REPO_SHEET_H
#define STORE_REPO_SHEET_H
#include "core/sheet.h"
#include "store/repo_set.h"

struct sheet_ids { int64_t row, score[ROUNDS]; };          /* 0: none yet */
struct stored_sheet {
	int64_t id, body;
	str     state;                                     /* "open", "locked", "published" */
	bool    has_totals;
	points  points, max;
	int64_t revision;
	int64_t document;                                  /* where what is written stands; 0: entered by hand */
	struct sheet     *sheet;
	struct sheet_ids *row;                             /* sheet->rows.n */
	int64_t          *entry;                           /* set->inputs.n */
};

struct unit_named { int64_t id, body; str name, level, ranking; };
struct sheet_rights { bool see, change, appraise; };

/* Folded, and without "UBND" or "Ủy ban nhân dân" before it: "UBND xã Bình Lạc" is "Xã Bình Lạc". */
str unit_plain(struct arena *a, str name);
/* ret: up to three units of that name; those that still are come first. */
MUST_CHECK bool repo_unit_named(struct db *db, struct arena *a, str name, struct unit_named ret[3], size_t *n, struct err *e);
/* … of that id: *n 0 or 1 */
MUST_CHECK bool repo_unit_of(struct db *db, struct arena *a, int64_t id, struct unit_named ret[3], size_t *n, struct err *e);
MUST_CHECK bool repo_sheet_rights(struct db *db, struct arena *a, int64_t who, int64_t body, struct sheet_rights *ret, struct err *e);

/* ret->sheet is made empty where there is none. */
MUST_CHECK bool repo_sheet_load(struct db *db, struct arena *a, int64_t who, int64_t body, const struct stored_set *set,
                                struct stored_sheet *ret, struct err *e);
/* What a body is scored by in a cycle and its sheets of the years before, newest first, at most SETS_MOST years: six statements. .newest:
 * version of the newest set of that year; sheet.id 0: there is none yet. The first may be of a year before, where the cycle has no set. */
struct sheet_of_set { struct stored_set set; struct stored_sheet sheet; int newest; };
MUST_CHECK bool repo_sheets_of(struct db *db, struct arena *a, int64_t who, int64_t body, int64_t cycle, struct sheet_of_set ret[SETS_MOST],
                               size_t *n, struct err *e);
/* For who verifies: of all bodies, in the order of their sets. after: the last one seen, zeroes at first. */
struct sheet_of_all { int64_t id, set; str unit; int year; bool has_totals; points points, max; };
typedef VEC(struct sheet_of_all) sheets_of_all;
MUST_CHECK bool repo_sheet_all(struct db *db, struct arena *a, const struct sheet_of_all *after, int limit, sheets_of_all *ret,
                               struct err *e);
MUST_CHECK bool repo_sheet_load_any(struct db *db, struct arena *a, int64_t id, const struct stored_set *set, struct stored_sheet *ret,
                                    struct err *e);

struct sheet_year { int year; int64_t set; };
typedef VEC(struct sheet_year) sheet_years;
/* newest first */
MUST_CHECK bool repo_sheet_years(struct db *db, struct arena *a, int64_t who, int64_t body, sheet_years *ret, struct err *e);

/* The newest of a year: its id, state and revision alone. .id 0: none */
MUST_CHECK bool repo_sheet_head(struct db *db, struct arena *a, int64_t who, int64_t body, int year, struct stored_sheet *ret,
                                struct err *e);

MUST_CHECK bool repo_sheet_add(struct tx *t, const struct stored_set *set, struct stored_sheet *s, bool *may, struct err *e);
MUST_CHECK bool repo_sheet_put_row(struct tx *t, const struct stored_set *set, struct stored_sheet *s, size_t row, bool *may,
                                   struct err *e);
MUST_CHECK bool repo_sheet_put_score(struct tx *t, const struct stored_set *set, struct stored_sheet *s, size_t row, int round,
                                     bool *may, struct err *e);
MUST_CHECK bool repo_sheet_put_entry(struct tx *t, const struct stored_set *set, struct stored_sheet *s, size_t input, bool *may,
                                     struct err *e);
MUST_CHECK bool repo_sheet_total(struct tx *t, struct stored_sheet *s, points reached, points max, struct err *e);
MUST_CHECK bool repo_sheet_state(struct tx *t, const struct stored_sheet *s, str state, bool *may, struct err *e);

#endif
