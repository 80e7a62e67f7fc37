/* app/set_list.h -- the criteria sets of a cycle, and one of them as it stands
 *
 * SHAPE    set_list: newest version of each level first. set_open: a set with what core/set.h finds wrong or worth another look, and the
 *          sheets made by it. A new one comes in as every file does: app/job.h.
 * UNITS    none
 * ERRORS   as app/keep.h; ERR_NOT_FOUND no such set
 * MEMORY   arena
 * SOURCE   issue 6 (10); sets.md
 */
#ifndef APP_SET_LIST_H
#define APP_SET_LIST_H
#include "app/index.h"
#include "app/record.h"

struct set_line { int64_t id; int version, leaves, doubts; str level, name, number, issuer; struct date issued; };
typedef VEC(struct set_line) set_lines;
MUST_CHECK bool set_list(struct record *r, struct arena *a, int64_t cycle, set_lines *ret, struct err *e);

struct set_sheet { int64_t body; str name, state; };
struct set_here { struct criteria_set *set; lints lints; VEC(struct set_sheet) sheets; };
MUST_CHECK bool set_open(struct record *r, struct arena *a, int64_t id, struct set_here *ret, struct err *e);

#endif
