/* web/work.h -- what the pages of findings and remedies have in common
 *
 * SHAPE    work_remedy: one remedy as a row of a view. work_due, work_left: its due as it is shown, and how it stands, no text of one that is
 *          done. work_choices: who may be asked to do it, for the lists of forms: rooms, bodies (name), people (login, name, unit).
 *          work_said: what the record says of a change, told on the next page.
 * UNITS    as core/plan.h
 * ERRORS   none
 * MEMORY   arena of the view
 * SOURCE   issue 6 (5)
 */
#ifndef WEB_WORK_H
#define WEB_WORK_H
#include "app/finding_list.h"
#include "web/page.h"

void work_remedy(struct view *row, const struct plan_remedy *m);
void work_choices(struct view *v, const struct finding_choices *c);
void work_said(struct req *q, const strs *told);

extern const char *const work_origins[], *const work_states[];

#endif
