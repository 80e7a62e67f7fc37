/* app/kept.h -- sets, sheets and results out of the record
 *
 * SHAPE    What the record has, in the shapes of core/, so that whatever works on files (score, rank, history, forms) works on the record:
 *          kept_set: the newest set of a year and level; kept_sheet: the sheet of a body with the set it was made for; kept_results: all
 *          results of a year, ranked by the sets of their levels; kept_history: a body's stored sheets, joined by identity; kept_lost:
 *          each leaf that it lost, over the years, from sheets and where there is none from findings.
 * UNITS    points
 * ERRORS   ERR_NOT_FOUND no such unit, cycle, set or sheet, or none that this person may see
 * MEMORY   arena
 * SOURCE   issue 5; domain.md 6
 */
#ifndef APP_KEPT_H
#define APP_KEPT_H
#include "app/index.h"
#include "app/record.h"

/* version -1: the newest. unit: as in app/keep.h */
MUST_CHECK bool kept_set(struct record *r, struct arena *a, const char *unit, int year, const char *level, int version,
                         struct criteria_set **ret, struct err *e);

struct kept_sheet { struct scoring *scoring; struct sheet *sheet; str state, unit; };
MUST_CHECK bool kept_sheet(struct record *r, struct arena *a, const char *unit, int year, struct kept_sheet *ret, struct err *e);
/* "open", "locked", "published" */
MUST_CHECK bool kept_sheet_state(struct record *r, struct arena *a, const char *unit, int year, str state, struct err *e);

/* at: *n of them, group by group, ranked. group: only that one; NULL: all */
MUST_CHECK bool kept_results(struct record *r, struct arena *a, const char *unit, int year, const char *group, struct standing ***at,
                             size_t *n, struct err *e);
MUST_CHECK bool kept_publish(struct record *r, struct arena *a, const char *unit, int year, bool published, int64_t *n, struct err *e);

MUST_CHECK bool kept_history(struct record *r, struct arena *a, const char *unit, struct history_year **years, size_t *n, struct err *e);

struct lost_year { bool known, by_sheet; str code; points points, max, lost; };      /* max 0: not known, or a penalty */
struct lost_line { str mark, name; struct lost_year *year; int times; points lost; };
/* level: "xã". Oldest year first; most often lost first */
struct lost_over { str unit, level; VEC(int) years; VEC(struct lost_line) lines; };
MUST_CHECK bool kept_lost(struct record *r, struct arena *a, const char *unit, struct lost_over *ret, struct err *e);
str lost_text(struct arena *a, const struct lost_over *l, const struct layout *y);
str lost_json(struct arena *a, const struct lost_over *l);

/* For who verifies: every sheet whose totals are not those of its leaves, a sentence each; 0 sentences: all are right. */
MUST_CHECK bool kept_check(struct record *r, struct arena *a, strs *wrong, struct err *e);

#endif
