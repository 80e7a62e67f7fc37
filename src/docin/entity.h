/* docin/entity.h -- the character that "&nbsp;", "&#7841;" or "&#x1EA1;" stands for
 *
 * SHAPE    entity_next: the character at the start of s, and how many bytes of s it took
 * UNITS    bytes, "&" and ";" included
 * ERRORS   0 where s begins with no entity that we know: it is then read as it stands
 * MEMORY   none
 * SOURCE   HTML 5, 13.5 Named character references: those that converters of Vietnamese documents write
 */
#ifndef DOCIN_ENTITY_H
#define DOCIN_ENTITY_H
#include "base/str.h"
#include <stdint.h>

size_t entity_next(str s, uint32_t *ret);

#endif
