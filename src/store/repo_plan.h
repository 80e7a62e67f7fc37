/* store/repo_plan.h -- reads a body's plan, one finding, and what is due
 *
 * SHAPE    plan_load: six statements whatever the size. due_load: a page, and its total. Deadlines are put in by app/ (they need the
 *          calendar).
 *          due_ask: of one lead, of one official, or of a body (0: all that the person sees); from, to: days, both counted
 * UNITS    as core/plan.h
 * ERRORS   plan_load, finding_load: ERR_NOT_FOUND there is none, or it is not for this person; all: ERR_SYSTEM
 * MEMORY   arena
 * SOURCE   src/store/sql/plan.sql, due.sql, finding.sql
 */
#ifndef STORE_REPO_PLAN_H
#define STORE_REPO_PLAN_H
#include "core/plan.h"
#include "store/db.h"

struct due_ask { int64_t body, lead, person; struct date from, to, today; int page; };

MUST_CHECK bool plan_load(struct db *db, struct arena *a, int64_t who, int64_t body, int year, struct plan *ret, struct err *e);
/* Only the finding itself and whose it is. */
MUST_CHECK bool finding_head(struct db *db, struct arena *a, int64_t who, int64_t id, struct finding_page *ret, struct err *e);
MUST_CHECK bool finding_load(struct db *db, struct arena *a, int64_t who, int64_t id, struct finding_page *ret, struct err *e);
MUST_CHECK bool due_load(struct db *db, struct arena *a, int64_t who, const struct due_ask *ask, struct due_page *ret, struct err *e);
MUST_CHECK bool progress_load(struct db *db, struct arena *a, int64_t who, int64_t remedy, int64_t finding, int limit, int skip,
                              struct finding_page *ret, struct err *e);
struct date     col_day(struct rows *r, struct arena *a, int col);
points          col_points(struct rows *r, int col);           /* NULL: NO_POINTS */
struct plan_remedy remedy_columns(struct rows *r, struct arena *a, int at);      /* the columns of plan_remedies, from that one on */

#endif
