/* app/remedy.h -- remedies: what is to be done, by whom, until when
 *
 * SHAPE    remedy_said: as a person types it; NULL: not said, in an edit: as it was; an empty text takes away. One lead, any supports,
 *          by the names of
 *          units; a name that no unit has is kept as it was typed. A remedy mends findings of one body and cycle. Dropped, it stays
 *          with all that
 *          was done, and plans issued from then on do not have it. told: what the person should know ("… không được nhắc")
 *          why: the reason, kept with it; NULL: none was said
 * UNITS    expected as typed: "0,5"
 * ERRORS   ERR_INPUT; ERR_NOT_FOUND; ERR_DENIED; ERR_CONFLICT there is such a one, or somebody was faster (revision 0: whatever it is now)
 * MEMORY   arena
 * SOURCE   domain.md 1, 2 (10); issue 5
 */
#ifndef APP_REMEDY_H
#define APP_REMEDY_H
#include "app/record.h"
#include "core/plan.h"

struct remedy_said { const char *text, *lead, *due, *effort, *expected, *person; bool supports_said; strs supports; };

MUST_CHECK bool remedy_add(struct record *r, struct arena *a, const int64_t *findings, size_t n, const struct remedy_said *s, int64_t *ret,
                           strs *told,
                           struct err *e);
MUST_CHECK bool remedy_edit(struct record *r, struct arena *a, int64_t id, int revision, const int64_t *findings, size_t n,
                            const struct remedy_said *s,
                            strs *told, struct err *e);
MUST_CHECK bool remedy_drop(struct record *r, struct arena *a, int64_t id, int revision, const char *why, struct err *e);

/* The same lead, official or due (NULL: each as it was) for all of them, which are of one body, or for none. */
struct remedy_pick { int64_t id; int revision; };
MUST_CHECK bool remedy_assign(struct record *r, struct arena *a, int64_t body, const struct remedy_pick *picks, size_t n,
                              const struct remedy_said *s, strs *told, struct err *e);

/* What was understood of its due: "Thời hạn “Quý II/2026”: hết ngày 30/06/2026."; no text where it has none. */
MUST_CHECK bool remedy_due(struct record *r, struct arena *a, int64_t id, str *ret, struct err *e);

#endif
