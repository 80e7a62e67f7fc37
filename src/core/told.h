/* core/told.h -- all that is wrong with what a person filled in, said at once
 *
 * SHAPE    wrong: sentences, each with its place; notes: what was passed over and why
 * UNITS    at most TOLD_MAX sentences of each; wrong_n counts all that is wrong
 * ERRORS   none
 * MEMORY   arena
 * SOURCE   sets.md ("unknown columns are kept and told")
 */
#ifndef CORE_TOLD_H
#define CORE_TOLD_H
#include "base/str.h"

enum { TOLD_MAX = 20 };
struct told { strs wrong, notes; size_t wrong_n; };

void told_wrong(struct arena *a, struct told *t, const char *fmt, ...) PRINTF(3, 4);
void told_note(struct arena *a, struct told *t, const char *fmt, ...) PRINTF(3, 4);

#endif
