/* core/month.h -- what was told of a remedy in each month of a year, and what should have been
 *
 * SHAPE    A month is the period of its report, cut at the 14th (core/deadline.h): what was done on 20/6 is told in month 7. A due is
 *          marked in the month of the calendar that it names: "Quý II/2026" in June. month_cells fills the twelve cells of one remedy,
 *          month_checks adds it to the four quarters.
 *          MONTH_TOLD: .state and .percent of the last telling in that period. MONTH_MISSING: it is past and nobody told anything;
 *          MONTH_OPEN: it runs and nobody told yet; MONTH_AHEAD: it has not begun. MONTH_FREE: nobody is asked, for the plan was not issued
 *          yet or the remedy was done before. late: past its due, on the last day of the period or today, and not done by then.
 * UNITS    months 0..11; percent 0..100, -1 not told
 * ERRORS   none
 * MEMORY   none; tellings in the order of days
 * SOURCE   domain.md 2 (11; periods of reports); issue 6 (6)
 */
#ifndef CORE_MONTH_H
#define CORE_MONTH_H
#include "core/deadline.h"

enum { MONTHS = 12, QUARTERS = 4 };
enum month_kind { MONTH_FREE, MONTH_TOLD, MONTH_MISSING, MONTH_OPEN, MONTH_AHEAD };

struct month_telling { struct date on; enum status state; int percent; };
struct month_line { struct date begins, due; const struct month_telling *told; size_t n; };      /* no year: not known */
struct month_cell { enum month_kind kind; enum status state; int percent; struct date on, due; bool late; };

/* Of all remedies that stood in the quarter: told at least once in it; done, late at its end (or today); untold: neither told nor done
 * before. begun: it is not all ahead. */
struct month_check { struct date from, to; bool begun, over; int all, told, untold, done, late; };

void month_cells(const struct month_line *l, int year, struct date today, struct month_cell ret[MONTHS]);
void month_checks_open(int year, struct date today, struct month_check ret[QUARTERS]);
void month_check(const struct month_line *l, struct date today, struct month_check *at);
int  month_now(int year, struct date today);        /* the one whose period runs; -1: none of that year */

#endif
