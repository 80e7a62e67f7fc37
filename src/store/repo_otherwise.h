/* store/repo_otherwise.h -- what accepted documents say otherwise than the record has it
 *
 * SHAPE    otherwise_load: of one body and cycle, in the order in which it came; what was set right since is left out.
 * UNITS    as core/plan.h
 * ERRORS   ERR_SYSTEM
 * MEMORY   arena
 * SOURCE   src/store/sql/plan.sql (plan_otherwise)
 */
#ifndef STORE_REPO_OTHERWISE_H
#define STORE_REPO_OTHERWISE_H
#include "core/plan.h"
#include "store/db.h"

MUST_CHECK bool otherwise_load(struct db *db, struct arena *a, int64_t who, int64_t body, int64_t cycle, otherwises *ret, struct err *e);

/* All that they say of one finding and of its remedies, the same or otherwise, and its figures (of "measure"; field: "target", …). */
MUST_CHECK bool said_load(struct db *db, struct arena *a, int64_t who, int64_t finding, otherwises *ret, struct err *e);

#endif
