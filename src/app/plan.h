/* app/plan.h -- a body's plan, one finding, and what is due: opened, and laid out
 *
 * SHAPE    plan_open reads a whole plan as of one moment: PLAN_STATEMENTS statements whatever its size, and one to begin and one to
 *          end. due_open:
 *          a page of DUE_PAGE and the total. Text for a terminal; JSON for a program (points as strings).
 *          due_want: late, only what is late; soon, only what is due within so many days; else both, DUE_AHEAD days ahead. lead: a
 *          unit that leads;
 *          body 0: all bodies the person may see.
 * UNITS    as core/plan.h
 * ERRORS   as app/record.h; ERR_NOT_FOUND there is none, or the person may not see it
 * MEMORY   arena
 * SOURCE   issue 5; domain.md 2 (10, 11)
 */
#ifndef APP_PLAN_H
#define APP_PLAN_H
#include "app/layout.h"
#include "app/record.h"
#include "core/plan.h"

enum { PLAN_STATEMENTS = 7, DUE_AHEAD = 30, DUE_SOON = 7 };

struct due_want { int64_t body, lead; const char *person; bool late; int soon, page; };      /* soon 0: not asked; page from 1 */

/* Of an ongoing remedy the kept day is that of its next review; before anybody kept one it is counted from the plan. */
struct deadline deadline_of(struct term t, struct date kept, struct date issued, struct date today, const struct holidays *h);

MUST_CHECK bool plan_open(struct record *r, struct arena *a, int64_t body, int year, struct plan *ret, struct err *e);
MUST_CHECK bool finding_open(struct record *r, struct arena *a, int64_t id, struct finding_page *ret, struct err *e);
MUST_CHECK bool due_open(struct record *r, struct arena *a, const struct due_want *w, struct due_page *ret, struct err *e);

/* How each of them stands today; the calendar is only asked where working days are counted. issued: day of the plan, or none. */
MUST_CHECK bool plan_settle(struct record *r, struct arena *a, struct plan_remedy *m, size_t n, struct date issued, struct date today,
                            int *doubt, struct err *e);

str plan_text(struct arena *a, const struct plan *p, const struct layout *y);
str plan_json(struct arena *a, const struct plan *p);
str finding_text(struct arena *a, const struct finding_page *p, const struct layout *y);
str finding_json(struct arena *a, const struct finding_page *p);
str due_text(struct arena *a, const struct due_page *p, const struct layout *y);
str due_json(struct arena *a, const struct due_page *p);

#endif
