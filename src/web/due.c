#include "web/due.h"
#include "core/day.h"

str due_word(enum deadline_state s)
{
	switch (s) {
	case DEADLINE_LATE: return S("late");
	case DEADLINE_TODAY: return S("today");
	case DEADLINE_SOON: return S("soon");
	case DEADLINE_AHEAD: return S("ahead");
	case DEADLINE_NO_DAY: break;
	}
	return S("no_day");
}

void view_due(struct view *v, str text, const struct deadline *d, bool done)
{
	view_text(v, "due", text.n ? text : d->last.year ? day_vi(v->a, d->last) : S("chưa có hạn"));
	view_day(v, "due_on", d->last);
	view_text(v, "due_state", due_word(d->state));
	view_text(v, "due_left", done || d->state == DEADLINE_NO_DAY ? (str){ 0 } : deadline_vi(v->a, d));
}
