/* core/wording.h -- figures as they stand in sentences and in results
 *
 * SHAPE    say: with a comma, for a person. dot: with a dot, for check_result.printed and .computed.
 * UNITS    an exact value without a short decimal is rounded to 3 places
 * ERRORS   what is not there is empty text
 * MEMORY   arena
 * SOURCE   issue 2 (the wording of messages)
 */
#ifndef CORE_WORDING_H
#define CORE_WORDING_H
#include "core/figure.h"

str say(struct arena *a, struct exact v);
str dot(struct arena *a, struct exact v);
str say_printed(struct arena *a, struct figure f);      /* without sign; "05" stays "05" */
str dot_printed(struct arena *a, struct figure f);
str say_count(struct arena *a, size_t n);               /* "chín", then digits */

#endif
