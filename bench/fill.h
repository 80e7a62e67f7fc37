/* bench/fill.h -- how a filled record is numbered (bench/fill.c), for those who measure on it */
#ifndef BENCH_FILL_H
#define BENCH_FILL_H
#include "base/str.h"

/* Units from FIRST on are bodies; the last year is the one before this. */
enum { FILL_FIRST = 2, FILL_BODIES = 190, FILL_YEARS = 10, FILL_PER_PLAN = 53, FILL_LEAVES = 200, FILL_PARTS = 5, FILL_GROUPS = 40 };

static inline int fill_plans(int findings) { return (findings + FILL_PER_PLAN - 1) / FILL_PER_PLAN; }

/* The first finding of a plan, counted from 0: plans differ in size by pairs. */
static inline int64_t fill_first(int64_t findings, int64_t plan)
{
	int64_t plans = fill_plans((int)findings);
	return plan * findings / plans + (plan % 2 && plan + 1 < plans ? plan * 7919 % 31 - 15 : 0);
}

/* Where the k-th leaf of a set stands in a list: the view criterion_place. */
static inline str fill_place(struct arena *a, int64_t k)
{
	int leaf = (int)(k % FILL_LEAVES);
	return str_fmt(a, ".%02d..%02d..%02d.", leaf % FILL_GROUPS / FILL_PARTS + 1, leaf % FILL_PARTS + 1, leaf / FILL_GROUPS + 1);
}

#endif
