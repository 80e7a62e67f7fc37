/* bench/fill.h -- how a filled record is numbered (bench/fill.c), for those who measure on it */
#ifndef BENCH_FILL_H
#define BENCH_FILL_H

/* Units from FIRST on are bodies; the last year is the one before this. */
enum { FILL_FIRST = 2, FILL_BODIES = 190, FILL_YEARS = 10, FILL_PER_PLAN = 53 };

static inline int fill_plans(int findings) { return (findings + FILL_PER_PLAN - 1) / FILL_PER_PLAN; }

#endif
