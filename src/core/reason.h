/* core/reason.h -- the usual reasons for which points are lost, each with a code
 *
 * SHAPE    A reason is always kept in the words it was given in; the code is added where the words, or the code itself, are one
 *          of core/reasons.def.
 * UNITS    none
 * ERRORS   reason_code gives NULL for words that are none of them
 * MEMORY   none
 * SOURCE   reasons in seeds 000–004; domain.md 2 (step 5)
 */
#ifndef CORE_REASON_H
#define CORE_REASON_H
#include "base/str.h"

struct reason { const char *code, *words, *source; };      /* words: as an appraiser may write it, and as it is shown */

struct reasons { const struct reason *at; size_t n; };
struct reasons reasons_all(void);
const char    *reason_code(str words);

#endif
