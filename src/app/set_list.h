/* app/set_list.h -- the criteria sets of a cycle, one of them as it stands, and a new one proposed and then accepted
 *
 * SHAPE    set_list: newest version of each level first. set_open: a set with what core/set.h finds wrong or worth another look, and the
 *          sheets made by it. set_propose reads a file and says what taking it in would change; .json is the set as it was read, which
 *          set_accept takes: so nothing is kept between the two.
 * UNITS    none
 * ERRORS   as app/keep.h; ERR_NOT_FOUND no such set
 * MEMORY   arena
 * SOURCE   issue 6 (10); sets.md
 */
#ifndef APP_SET_LIST_H
#define APP_SET_LIST_H
#include "app/keep.h"

struct set_line { int64_t id; int version, leaves, doubts; str level, name, number, issuer; struct date issued; };
typedef VEC(struct set_line) set_lines;
MUST_CHECK bool set_list(struct record *r, struct arena *a, int64_t cycle, set_lines *ret, struct err *e);

struct set_sheet { int64_t body; str name, state; };
struct set_here { struct criteria_set *set; lints lints; VEC(struct set_sheet) sheets; };
MUST_CHECK bool set_open(struct record *r, struct arena *a, int64_t id, struct set_here *ret, struct err *e);

MUST_CHECK bool set_propose(struct record *r, struct arena *a, const char *path, const struct keep *what, struct proposal *ret, str *json,
                            struct err *e);
MUST_CHECK bool set_accept(struct record *r, struct arena *a, str json, const struct keep *what, struct proposal *ret, struct err *e);

#endif
