/* web/due.h -- a due in a view, for html/part_due.html
 *
 * SHAPE    due: as printed; due_on: its last day; due_state: late, today, soon, ahead, no_day; due_left: "quá hạn 12 ngày". What is done has
 *          nothing left. due_word: a due_state alone.
 * ERRORS   none
 * MEMORY   arena of the view
 * SOURCE   core/deadline.h
 */
#ifndef WEB_DUE_H
#define WEB_DUE_H
#include "core/deadline.h"
#include "web/view.h"

str  due_word(enum deadline_state s);
void view_due(struct view *v, str text, const struct deadline *d, bool done);

#endif
