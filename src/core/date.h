/* core/date.h -- calendar dates, also those of which only the month or the year is printed
 *
 * SHAPE    year, month, day; 0 where not printed
 * UNITS    Gregorian
 * ERRORS   none
 * MEMORY   none
 * SOURCE   facts.md (dates ISO: "2026-06-14", "2026-06", "2026")
 */
#ifndef CORE_DATE_H
#define CORE_DATE_H
#include "base/str.h"

struct date { int year, month, day; };

bool date_valid(struct date d);                    /* known parts make sense (30/2 does not) */
int  date_cmp(struct date a, struct date b);       /* only the parts that both know are compared */
int  date_last_day(int year, int month);
str  date_iso(struct arena *a, struct date d);     /* "" when the year is not known */

#endif
