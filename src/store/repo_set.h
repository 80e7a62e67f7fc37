/* store/repo_set.h -- criteria sets in the record
 *
 * SHAPE    stored_set: a set as it was saved, with the ids of its rows beside it, index by index. Every criterion has its identity: .id of
 *          the set is the mark. The set of a cycle and level that has the highest version counts; version 0 is what documents tell.
 * UNITS    as core/set.h
 * ERRORS   repo_set_load: ERR_NOT_FOUND; repo_set_add: *may false where the person may not enter sets; ERR_CONFLICT somebody was faster
 * MEMORY   arena
 * SOURCE   issue 5; sets.md
 *
 * Loading takes four statements whatever the size; saving one for each row.
 */
#ifndef STORE_REPO_SET_H
#define STORE_REPO_SET_H
#include "core/set.h"
#include "store/db.h"

struct stored_set {
	int64_t id, cycle;
	struct criteria_set *set;
	int64_t *criterion, *identity;             /* set->criteria.n of each */
	int64_t *input;                            /* set->inputs.n */
};
struct set_version { int64_t id; int version; };
typedef VEC(struct set_version) set_versions;

/* Newest first; at most VERSIONS_MAX. */
enum { VERSIONS_MAX = 100 };
MUST_CHECK bool repo_set_versions(struct db *db, struct arena *a, int64_t cycle, str level, set_versions *ret, struct err *e);
/* *ret 0: none */
MUST_CHECK bool repo_set_before(struct db *db, int64_t cycle, str level, int64_t *ret, struct err *e);
MUST_CHECK bool repo_set_load(struct db *db, struct arena *a, int64_t id, struct stored_set *ret, struct err *e);
/* Several at once, for the same three statements: heads first (rows of set_head, or that begin as it), then the rest of all. n > 0. */
enum { SETS_MOST = 4 };
void            repo_set_take_head(struct rows *r, struct arena *a, struct stored_set *ret);
MUST_CHECK bool repo_sets_fill(struct db *db, struct arena *a, struct stored_set *sets, size_t n, struct err *e);

/* Of the marks those that the record has; ids: marks.n of them, 0 where it has not. */
MUST_CHECK bool repo_identities(struct db *db, struct arena *a, const strs *marks, int64_t *ids, struct err *e);

/* s->identity[i] 0: the identity is made, with the mark set->criteria.at[i].id. Fills the ids. level: as in the record ("commune"). */
MUST_CHECK bool repo_set_add(struct tx *t, struct arena *a, struct stored_set *s, str level, bool *may, struct err *e);
MUST_CHECK bool repo_criterion_identify(struct tx *t, int64_t criterion, int64_t identity, struct err *e);
/* Findings and evidence of older sets of the cycle and level to this one, by identity. moved: how many findings. */
MUST_CHECK bool repo_set_take_over(struct tx *t, const struct stored_set *s, str level, int64_t *moved, struct err *e);

#endif
