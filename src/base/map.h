/* base/map.h -- names and the number each stands for
 *
 * SHAPE    A hash of names; map_put gives the place of a name's number, new ones begin at 0. A map of zeroes is empty.
 * UNITS    numbers are the caller's
 * ERRORS   none: the caller limits how many names there are
 * MEMORY   arena; names are copied; a place is good until the next map_put
 * SOURCE   none
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H
#include "base/str.h"
#include <stdint.h>

struct map_entry { str name; uint32_t hash; int number; };
struct map { struct map_entry *at; size_t n, slots; };

int       *map_put(struct arena *a, struct map *m, str name);
const int *map_get(const struct map *m, str name);         /* NULL: not in it */

#endif
