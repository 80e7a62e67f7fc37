/* app/unit_parts.h -- what the files of app/unit share
 *
 * SHAPE    unit_key: a name as it is compared: its words, "Ủy ban nhân dân" shortened and in front left out; without marks or with them.
 *          word_among: one of the words of a list parted by "|"
 * UNITS    day: ISO
 * ERRORS   as app/unit.h
 * MEMORY   arena
 * SOURCE   none
 */
#ifndef APP_UNIT_PARTS_H
#define APP_UNIT_PARTS_H
#include "app/unit.h"
#include "base/fold.h"

bool word_among(str word, const char *list);
str  unit_key(struct arena *a, str name, bool marks);
bool unit_lives(const struct unit *u, str day);
const struct unit *unit_of(const unit_names *names, int64_t id);      /* NULL: not among them */
/* As unit_names_load, of all units that the person may look after. */
MUST_CHECK bool unit_names_of_ground(struct record *r, struct arena *a, unit_names *ret, struct err *e);

#endif
