/* app/month.h -- a body's table of months: remedies by field and code, what was told of each in the twelve months, and the quarters
 *
 * SHAPE    year: of the cycle whose plan it is (0: the newest that has one); .year of the table is the year in which it is carried out:
 *          the next one, or that of the plan's issue where this is later. want: what is shown of it, NULL: all; checks and leads are
 *          counted over what is shown, leads lists all that lead. open: the remedy whose tellings of that year are wanted with
 *          their words. MONTH_STATEMENTS statements, and one to begin and one to end.
 *          state of want: "not_done" …, or "late". untold: only what nobody told in the period that runs (none where none does).
 * UNITS    as core/month.h
 * ERRORS   as app/record.h. Nothing planned, or the person sees none of it: no rows
 * MEMORY   arena
 * SOURCE   issue 6 (6); domain.md 2
 */
#ifndef APP_MONTH_H
#define APP_MONTH_H
#include "app/record.h"
#include "core/month.h"
#include "core/plan.h"

enum { MONTH_STATEMENTS = 5 };

struct month_want { const char *lead, *state; bool untold; int64_t open; };        /* lead: its name; "-": remedies without one */

struct month_said { struct date on; enum status state; int percent; str text, who; };
struct month_row {
	int64_t id, finding;
	str     code, codes, text, lead, person, due_text;     /* code: the first; codes: "3.2.1, 3.4.2" */
	struct deadline deadline;
	enum status state; int percent; struct date told_on;   /* as it stands now */
	bool    may;                                           /* tell of it */
	struct month_cell cell[MONTHS];
	VEC(struct month_said) said;                           /* of the open one, newest first */
};
struct month_field { str code, name; size_t first, n; };       /* rows first … first + n - 1 */
struct month_of { struct date from, to; int asked, told; };    /* of the rows that are shown, how many are to be told and were */

struct month_table {
	int     year, cycle_year, version, now;                /* now: the month whose period runs, -1: none; version 0: not issued yet */
	str     unit, number, title;
	struct date issued, today;
	size_t  all;                                           /* rows without what is wanted */
	VEC(struct month_row) rows;
	VEC(struct month_field) fields;
	strs    leads;
	bool    unled;                                         /* some have none */
	struct month_of month[MONTHS];
	struct month_check quarter[QUARTERS];
};

MUST_CHECK bool month_open(struct record *r, struct arena *a, int64_t body, int year, const struct month_want *w, struct month_table *ret,
                           struct err *e);

#endif
