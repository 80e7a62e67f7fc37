/* app/cycle.h -- the years of the index, their phases, and the calendar of working days
 *
 * SHAPE    A cycle belongs to the highest unit of the record; a phase has a window of days, both of which count. Holidays are those
 *          stored: a new record begins with core/holidays.def. holidays_load gives them for core/calendar.h and core/deadline.h; a year
 *          that differs from what the program came with, or that it does not know, was entered by people after its notice: it counts as
 *          announced.
 * UNITS    days
 * ERRORS   ERR_NOT_FOUND no cycle of that year; ERR_CONFLICT it is there already; ERR_INPUT; ERR_DENIED
 * MEMORY   arena
 * SOURCE   domain.md 2; issue 5 (cycles with phases and windows, holidays as data)
 */
#ifndef APP_CYCLE_H
#define APP_CYCLE_H
#include "app/layout.h"
#include "app/record.h"
#include "core/calendar.h"

enum phase { PHASE_SELF_SCORE, PHASE_APPRAISE_1, PHASE_EXPLAIN, PHASE_APPRAISE_2, PHASE_SURVEY, PHASE_COUNCIL, PHASE_PUBLISH, PHASE_MEND,
             PHASES };
enum cycle_state { CYCLE_OPEN, CYCLE_PUBLISHED, CYCLE_CLOSED, CYCLE_STATES };

const char *phase_name(enum phase p);                   /* "self_score" */
const char *phase_vi(enum phase p);
const char *cycle_state_name(enum cycle_state s);       /* "open" */
const char *cycle_state_vi(enum cycle_state s);

struct cycle { int64_t id; int year; enum cycle_state state; str name, owner; struct { str opens, closes; } phase[PHASES]; };
typedef VEC(struct cycle) cycles;

MUST_CHECK bool cycle_list(struct record *r, struct arena *a, int year, cycles *ret, struct err *e);        /* newest first; year 0: all */
MUST_CHECK bool cycle_load(struct record *r, struct arena *a, int year, struct cycle *ret, struct err *e);
MUST_CHECK bool cycle_add(struct record *r, struct arena *a, int year, str name, struct err *e);       /* name: no text: the usual one */
/* phase, state: as a person writes them: "tự chấm", "công bố" */
MUST_CHECK bool cycle_phase(struct record *r, struct arena *a, int year, str phase, struct date from, struct date to, struct err *e);
MUST_CHECK bool cycle_state(struct record *r, struct arena *a, int year, str state, struct err *e);
str             cycles_text(struct arena *a, const cycles *c, const struct layout *y);
str             cycles_json(struct arena *a, const cycles *c);

MUST_CHECK bool holidays_load(struct record *r, struct arena *a, struct holidays *ret, struct err *e);
MUST_CHECK bool holiday_add(struct record *r, struct arena *a, struct date on, str name, bool works, struct err *e);
MUST_CHECK bool holiday_remove(struct record *r, struct arena *a, struct date on, struct err *e);
str             holidays_text(struct arena *a, const struct holidays *h, int year, const struct layout *y);     /* year 0: all */
str             holidays_json(struct arena *a, const struct holidays *h, int year);

#endif
