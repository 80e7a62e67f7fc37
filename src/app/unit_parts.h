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

struct tx;

bool word_among(str word, const char *list);
str  unit_key(struct arena *a, str name, bool marks);
bool unit_lives(const struct unit_row *u, str day);
const struct unit_row *unit_of(const unit_names *names, int64_t id);      /* NULL: not among them */
/* As unit_names_load, of all units that the person may look after. */
MUST_CHECK bool unit_names_of_ground(struct record *r, struct arena *a, unit_names *ret, struct err *e);

/* What may be; false: the sentence. */
bool unit_name_ok(struct arena *a, str *name, struct err *e);
bool unit_name_free(struct arena *a, const unit_names *names, int64_t parent, str name, int64_t besides, struct err *e);
bool unit_living(struct arena *a, const struct unit_row *u, struct err *e);
bool unit_day_ok(struct arena *a, const struct unit_row *u, struct date on, struct err *e);
bool unit_denied(struct record *r, struct err *e);

/* In a transaction; the new one is put among the names. n: all but .id and .body. */
MUST_CHECK bool unit_insert(struct record *r, struct tx *t, unit_names *names, const struct unit_row *n, struct unit_row *ret,
                struct err *e);
/* row: where each stands. What is wrong with the rows is told, all of it; then nothing is added and e stays without code. */
MUST_CHECK bool unit_add_rows(struct record *r, struct arena *a, const struct unit_new *at, const int *row, size_t n, units *ret,
                              struct told *told, struct err *e);

#endif
