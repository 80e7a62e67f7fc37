/* app/upkeep_parts.h -- what is weak in how a record is kept, found by who looks after it
 *
 * SHAPE    weak_find fills ret->weak; of ret the figures, the backups and the chores are known already.
 * UNITS    none
 * ERRORS   of the database
 * MEMORY   arena
 * SOURCE   issue 6 (10)
 */
#ifndef APP_UPKEEP_PARTS_H
#define APP_UPKEEP_PARTS_H
#include "app/upkeep.h"

MUST_CHECK bool weak_find(struct record *r, struct arena *a, const struct upkeep_seen *seen, struct upkeep *ret, struct err *e);

#endif
