/* core/level.h -- the levels of units and sets: as people write them, and as the record has them
 *
 * SHAPE    "sở", "Sở, ban, ngành" and "department" are one: level_of gives "department", level_words of that "sở"
 * UNITS    none
 * ERRORS   level_of: no text where it is none of them; level_words of a room or of what is no level: no text
 * MEMORY   none
 * SOURCE   sets.md (Cấp)
 */
#ifndef CORE_LEVEL_H
#define CORE_LEVEL_H
#include "base/str.h"

str level_of(struct arena *a, str words);
str level_words(str level);

#endif
