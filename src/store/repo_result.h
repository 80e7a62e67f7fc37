/* store/repo_result.h -- results of bodies, and what findings say was lost
 *
 * SHAPE    stored_result: the index of one body in a cycle as it was published or is held ready; .at as core/standing.h has it, printed
 *          columns beside what is worked out. lost_cell: one leaf in one year.
 * UNITS    points; percent in hundredths of a percent
 * ERRORS   *may false where the person does not appraise that body
 * MEMORY   arena
 * SOURCE   issue 5; sets.md (Kết quả)
 */
#ifndef STORE_REPO_RESULT_H
#define STORE_REPO_RESULT_H
#include "core/standing.h"
#include "store/db.h"

enum { RESULTS_MAX = 10000 };

struct stored_result {
	int64_t id, body;
	str level;
	struct standing at;
	int     group_size;
	bool    published, known;              /* known: its points; a document may tell only what was lost */
};
typedef VEC(struct stored_result) stored_results;

MUST_CHECK bool repo_results(struct db *db, struct arena *a, int64_t who, int64_t cycle, stored_results *ret, struct err *e);
/* .id 0: it is added. */
MUST_CHECK bool repo_result_put(struct tx *t, int64_t cycle, struct stored_result *r, bool *may, struct err *e);
MUST_CHECK bool repo_results_publish(struct tx *t, int64_t cycle, bool published, int64_t *n, struct err *e);

/* Every name a body has or had, folded, and whether the person appraises it. */
struct body_name { int64_t body; str folded, name, level; bool may; };
typedef VEC(struct body_name) body_names;
MUST_CHECK bool repo_body_names(struct db *db, struct arena *a, int64_t who, body_names *ret, struct err *e);

struct lost_cell { int year; str mark, first_name, code, name; points max, points, lost; };
typedef VEC(struct lost_cell) lost_cells;
MUST_CHECK bool repo_lost(struct db *db, struct arena *a, int64_t who, int64_t body, lost_cells *ret, struct err *e);

#endif
