/* core/day.h -- a day as people type it and as they read it
 *
 * SHAPE    day_read: "30/6/2026", "30-6-2026", "2026-06-30". day_vi: "30/06/2026", "06/2026", "2026"
 * UNITS    Gregorian
 * ERRORS   no date (all zero) for what is no whole day of the calendar
 * MEMORY   arena
 * SOURCE   blueprint.md (dates ISO inside, dd/mm/yyyy for people)
 */
#ifndef CORE_DAY_H
#define CORE_DAY_H
#include "core/date.h"

struct date day_read(str s);
struct date day_iso(str s);                        /* of the record: "2026-06-30", "2026-06", "2026" */
str         day_vi(struct arena *a, struct date d);

#endif
