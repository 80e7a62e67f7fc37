/* core/history.h -- the same criterion over the years, whatever its code was
 *
 * SHAPE    years: scored sheets, oldest first, each with its set. A line follows one criterion of the last set back through the
 *          mappings, until it was new; fields likewise. A cell of a parent is the sum of what is below it and applies.
 * UNITS    points
 * ERRORS   none
 * MEMORY   arena; codes are borrowed from the sets
 * SOURCE   domain.md 3, 6 (the same criterion is lost year after year)
 */
#ifndef CORE_HISTORY_H
#define CORE_HISTORY_H
#include "core/mapping.h"
#include "core/score.h"

/* from_before: of the set of the year before to this one; none in the first year */
struct history_year { const struct scoring *scoring; const struct sheet *sheet; const struct scored *scored; pairs from_before; };
struct history_cell { bool known, excluded; str code; points points, max; };    /* known: the criterion was there and has points */
/* year: .years cells, oldest first; times_lost, lost: over all years known */
struct history_line { size_t criterion; struct history_cell *year; int times_lost; points lost; };
struct history { size_t years; VEC(struct history_line) fields, leaves; };   /* leaves: those that lost at least once, most often first */

struct history history_make(struct arena *a, const struct history_year *years, size_t n);

/* One number per criterion of the last set: in how many of the years before the last it lost (core/forecast.h). */
int *history_lost_before(struct arena *a, const struct history_year *years, size_t n);

#endif
