/* app/place.h -- the unit a person named */
#ifndef APP_PLACE_H
#define APP_PLACE_H
#include "app/record.h"
struct place_named { int64_t id, body; str name; };
MUST_CHECK bool place_find(struct record *r, struct arena *a, str typed, struct place_named *ret, struct err *e);
/* ret->id 0: no unit is called so */
MUST_CHECK bool place_in(struct record *r, struct arena *a, str typed, int64_t body, struct place_named *ret, struct err *e);
#endif
