/* core/deadline.h -- what a due means on a given day, and the periods of reports
 *
 * SHAPE    A due names a day, a month, a quarter, a year (its last day counts), n working days after an event, or is ongoing: then what
 *          comes next is a review. A last day that is no working day is not moved: a plan means the day it prints.
 *          Periods of reports are cut at the 14th: 6 months of 2026 are 15/12/2025 to 14/6/2026.
 * UNITS    days: calendar days left or late; doubt: a year whose holidays were not announced (core/calendar.h), 0: none
 * ERRORS   DEADLINE_NO_DAY where no last day is known; report_period gives false for a month or quarter that is none
 * MEMORY   arena, for the sentences
 * SOURCE   facts.md (kinds of due); domain.md 2 (periods of reports); core/calendar.h
 */
#ifndef CORE_DEADLINE_H
#define CORE_DEADLINE_H
#include "core/calendar.h"
#include "core/facts.h"

enum rhythm { RHYTHM_NONE, RHYTHM_WEEKLY, RHYTHM_MONTHLY, RHYTHM_QUARTERLY, RHYTHM_HALF_YEARLY, RHYTHM_YEARLY };
enum deadline_state { DEADLINE_NO_DAY, DEADLINE_AHEAD, DEADLINE_SOON, DEADLINE_TODAY, DEADLINE_LATE };
enum period { PERIOD_MONTH, PERIOD_QUARTER, PERIOD_SIX_MONTHS, PERIOD_NINE_MONTHS, PERIOD_YEAR };

struct term {
	enum due_kind kind;
	struct date to;                                /* year, quarter, month, date: as far as it is printed */
	int days; struct date event;                   /* working days: so many after this day */
	enum rhythm rhythm; struct date reviewed;      /* ongoing: the day of the last review, before the first one the day it began */
};

struct deadline { enum deadline_state state; enum due_kind kind; struct date last; int days, doubt; };

/* soon: how many days ahead a deadline is soon. Ongoing: .last is the day of the next review. */
struct deadline deadline_on(const struct term *t, struct date today, int soon, const struct holidays *h);
str             deadline_vi(struct arena *a, const struct deadline *d);      /* "quá hạn 12 ngày", "còn 3 ngày", "hôm nay là hạn cuối" */
struct date     review_after(enum rhythm r, struct date reviewed);           /* no date without a rhythm */

/* n: the month or the quarter; asked for these two only */
bool report_period(enum period p, int year, int n, struct date *ret_from, struct date *ret_to);

#endif
