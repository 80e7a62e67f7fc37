/* app/due_count.h -- how much is due, by the unit that leads and by the official who answers for it
 *
 * SHAPE    late; soon: due within DUE_SOON days; later: within DUE_AHEAD (app/plan.h). lead: its unit, 0: none of that name is known;
 *          name: no text, nobody leads. unit: whose plan it is; of an official where they work. One statement each.
 * UNITS    at most DUE_GROUPS of each, most late first
 * ERRORS   as app/record.h
 * MEMORY   arena
 * SOURCE   issue 6 (9)
 */
#ifndef APP_DUE_COUNT_H
#define APP_DUE_COUNT_H
#include "app/record.h"

enum { DUE_GROUPS = 40 };
struct due_group { int64_t lead; str login, name, unit; int late, soon, later; };
struct due_counts { VEC(struct due_group) leads, people; };

/* body 0: all bodies that the person may see */
MUST_CHECK bool due_count(struct record *r, struct arena *a, int64_t body, struct due_counts *ret, struct err *e);

#endif
