/* core/calendar.h -- days, public holidays and working days
 *
 * SHAPE    The weekend is Saturday and Sunday. A holiday row says that a day is off (a holiday, the day off in exchange for one that fell
 *          on a weekend, a working day moved away), or that a day of a weekend is worked. Rows stand in the order of days.
 *          "Trong n ngày làm việc kể từ ngày X": X itself is not counted (Bộ luật Dân sự, điều 147).
 * UNITS    days; Monday = 1 .. Sunday = 7; a date here has all three parts (date_day_known), what is given has been asked that
 * ERRORS   no date (all zero) where there is none: not a known day, past year 9999. *ret_doubt (may be NULL): the first year
 *          walked over whose holidays were not announced, 0 where all were. In an unknown year only weekends are off.
 * MEMORY   none; holidays_vn is constant
 * SOURCE   Bộ luật Lao động 2019, điều 111 (3), 112; the notices named in core/holidays.def
 */
#ifndef CORE_CALENDAR_H
#define CORE_CALENDAR_H
#include "core/date.h"

enum holiday_year { HOLIDAYS_UNKNOWN, HOLIDAYS_EXPECTED, HOLIDAYS_ANNOUNCED };        /* expected: computed, no notice yet */

struct holiday { struct date on; bool work; const char *name; };
struct holidays {
	const struct holiday *at; size_t n;
	const struct holidays_of { int year; enum holiday_year known; } *years; size_t years_n;
};

const struct holidays *holidays_vn(void);                                             /* 2022 .. 2027 */
enum holiday_year      holidays_known(const struct holidays *h, int year);
const struct holiday  *holiday_on(const struct holidays *h, struct date on);          /* NULL: an ordinary day */
str                    holidays_doubt_vi(struct arena *a, const struct holidays *h, int year);   /* "chưa có lịch nghỉ lễ năm 2031" */

bool        date_day_known(struct date d);                   /* year, month and day are, and there is such a day */
struct date date_end(struct date d);                         /* the last day of the month or the year it names */
struct date date_add_days(struct date d, int n);
struct date date_add_months(struct date d, int n);           /* 31/1 and one month: the last day of February */
int         date_weekday(struct date d);
int         days_between(struct date from, struct date to);  /* negative when `to` comes before */

bool        working_day(const struct holidays *h, struct date d);
struct date working_days_after(const struct holidays *h, struct date from, int n, int *ret_doubt);
/* How many working days come after `from`, up to and with `to`; negative the other way round. */
int         working_days_between(const struct holidays *h, struct date from, struct date to, int *ret_doubt);

#endif
