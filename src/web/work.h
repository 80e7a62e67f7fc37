/* web/work.h -- what the pages of findings and remedies have in common
 *
 * SHAPE    work_remedy: one remedy as a row of a view; nothing is left of the due of one that is done. work_choices: who may be asked
 *          to do it, for the lists of forms: rooms, bodies (name), people (login, name, unit).
 * UNITS    as core/plan.h
 * ERRORS   none
 * MEMORY   arena of the view
 * SOURCE   issue 6 (5)
 */
#ifndef WEB_WORK_H
#define WEB_WORK_H
#include "app/finding_list.h"
#include "app/remedy.h"
#include "web/page.h"

void work_remedy(struct view *row, const struct plan_remedy *m);
void work_choices(struct view *v, const struct finding_choices *c);
/* What the record says of a change is told on the next page, with what was understood of the due of that remedy; 0: none was typed. */
bool work_said(struct req *q, const strs *told, int64_t remedy, struct err *e);
const char *param_line(struct req *q, const char *name);                   /* param_said on one line, as the record keeps texts */
const char *param_full(struct req *q, const char *name);                   /* … NULL: not given, or empty */
struct remedy_said work_typed(struct req *q);                              /* the fields REMEDY_PARAMS */
/* To the finding that was looked at, there to the remedy; with none to the list. Always true. */
bool work_back(struct req *q, int64_t remedy);

#define REMEDY_PARAMS \
	{ "text", "nội dung giải pháp", PARAM_LINES, 0, 8000 }, { "lead", "đơn vị chủ trì", PARAM_TEXT, 0, 300 }, \
	{ "supports", "đơn vị phối hợp", PARAM_LINES, 0, 3000 }, { "person", "người phụ trách", PARAM_TEXT, 0, 64 }, \
	{ "due", "thời hạn", PARAM_TEXT, 0, 300 }, { "effort", "công sức", PARAM_TEXT, 0, 300 }, { "expected", "điểm dự kiến", PARAM_TEXT, 0, 20 }

extern const char *const work_origins[], *const work_states[];

#endif
