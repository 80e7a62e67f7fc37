/* app/finding.h -- findings: added and edited by the office of the body
 *
 * SHAPE    finding_said: as a person types it; NULL: not said, in an edit: as it was, an empty text: taken away. Whoever only may
 *          propose (an official)
 *          is refused with a sentence: the office enters what they propose. revision 0: whatever it is now
 * UNITS    points as typed: "0,5"
 * ERRORS   ERR_INPUT; ERR_NOT_FOUND no such criterion, finding; ERR_DENIED; ERR_CONFLICT there is one already, or somebody was faster
 * MEMORY   arena
 * SOURCE   domain.md 1, 2 (three sources of shortcomings); issue 5
 */
#ifndef APP_FINDING_H
#define APP_FINDING_H
#include "app/record.h"
#include "core/plan.h"

struct finding_said { const char *origin, *code, *text, *cause, *note, *max, *points, *lost, *state; };

MUST_CHECK bool finding_add(struct record *r, struct arena *a, int64_t body, int year, const struct finding_said *s, int64_t *ret,
                            struct err *e);
MUST_CHECK bool finding_edit(struct record *r, struct arena *a, int64_t id, int revision, const struct finding_said *s, struct err *e);

/* "T12", "#12" or "12" for letter 'T'; 0: it is no such name. */
int64_t named_id(const char *typed, char letter);
/* An update that touched nothing: the person may not, or somebody was faster. Always false. */
bool    change_refused(struct record *r, struct arena *a, const char *area, int64_t body, const char *entity, int64_t id, str name,
                       const char *what,
                       struct err *e);

#endif
