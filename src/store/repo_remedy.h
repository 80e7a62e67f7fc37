/* store/repo_remedy.h -- one remedy, as it stands or as it begins
 *
 * SHAPE    remedy_load: the row, with what its plan says of it. remedy_start: an empty one of the body and cycle of a finding. A
 *          remedy that was dropped
 *          is not loaded.
 * UNITS    as core/plan.h
 * ERRORS   ERR_NOT_FOUND there is none, or it is not for this person
 * MEMORY   arena
 * SOURCE   src/store/sql/remedy.sql
 */
#ifndef STORE_REPO_REMEDY_H
#define STORE_REPO_REMEDY_H
#include "core/plan.h"
#include "store/db.h"

struct remedy_row {
	int64_t id, body, plan, cycle, lead, person, finding;      /* finding: the first it mends; 0: none */
	int     year, revision, percent;
	str     unit, text, lead_text, lead_name, effort;
	struct due_kept due;
	points  expected;
	enum status state;
	struct date reviewed, issued;                              /* issued: of the first version of the plan that has it */
};

MUST_CHECK bool remedy_load(struct db *db, struct arena *a, int64_t who, int64_t id, struct remedy_row *ret, struct err *e);
MUST_CHECK bool remedy_start(struct db *db, struct arena *a, int64_t who, int64_t finding, struct remedy_row *ret, struct err *e);

#endif
