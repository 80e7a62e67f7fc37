/* app/progress.h -- what was done for a remedy: told again and again, never changed, never deleted
 *
 * SHAPE    progress_add appends and, in the same transaction, moves the remedy to that state, unless a later day was told before; an
 *          ongoing remedy's next
 *          review is counted from that day. told: what the person should look at: a rate that fell, a target that is not reached, a day
 *          before the plan. Who may: the office of the body; an official for remedies of their own (view own_remedy).
 * UNITS    on: a day as typed, NULL: today; percent 0..100 as typed
 * ERRORS   ERR_INPUT; ERR_NOT_FOUND; ERR_DENIED
 * MEMORY   arena
 * SOURCE   issue 5 (append-only history); domain.md 1, 5 (a rate that fell is not "đang triển khai")
 */
#ifndef APP_PROGRESS_H
#define APP_PROGRESS_H
#include "app/layout.h"
#include "app/record.h"
#include "core/plan.h"

enum { PROGRESS_PAGE = 20 };
struct progress_said { const char *state, *percent, *measure, *target, *text, *on; };

MUST_CHECK bool progress_add(struct record *r, struct arena *a, int64_t remedy, const struct progress_said *s, int64_t *ret, strs *told,
                             struct err *e);
/* Of a remedy, or of a finding where remedy is 0. */
MUST_CHECK bool progress_list(struct record *r, struct arena *a, int64_t remedy, int64_t finding, int page, struct finding_page *ret,
                              struct err *e);
str progress_text(struct arena *a, const struct finding_page *p, const struct layout *y);
str progress_json(struct arena *a, const struct finding_page *p);

#endif
