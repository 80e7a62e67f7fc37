#include "web/work.h"
#include "core/day.h"
#include "core/kept.h"

const char *const work_origins[] = { "appraisal", "self_check", "inspection", NULL };
const char *const work_states[] = { "not_done", "in_progress", "done", "unknown", NULL };

static const char *due_state(const struct plan_remedy *m)
{
	switch (m->deadline.state) {
	case DEADLINE_LATE: return "late";
	case DEADLINE_TODAY: return "today";
	case DEADLINE_SOON: return "soon";
	case DEADLINE_AHEAD: return "ahead";
	case DEADLINE_NO_DAY: break;
	}
	return "no_day";
}

void work_remedy(struct view *row, const struct plan_remedy *m)
{
	bool open = m->state != STATUS_DONE, due = m->due_text.n || m->due.year;
	view_count(row, "remedy", m->id);
	view_count(row, "revision", m->revision);
	view_text(row, "action", m->text);
	view_text(row, "lead", m->lead);
	view_count(row, "lead_unit", m->lead_id ? m->lead_id : -1);
	view_text(row, "person", m->person);
	view_text(row, "person_login", m->login);
	view_text(row, "due", m->due_text.n ? m->due_text : day_vi(row->a, m->due));
	view_day(row, "due_day", m->due);
	view_text(row, "due_state", due && open ? str_c(due_state(m)) : (str){ 0 });
	view_text(row, "due_left", due && open ? deadline_vi(row->a, &m->deadline) : (str){ 0 });
	view_text(row, "state", str_c(state_kept(m->state)));
	view_count(row, "percent", m->percent);
	view_day(row, "told_on", m->reviewed);
}

static void choices(struct view *v, const char *name, const struct finding_choice *at, size_t n)
{
	view_rows(v, name);
	for (size_t i = 0; i < n; i++) {
		struct view *row = view_row(v, name);
		view_count(row, "id", at[i].id);
		view_text(row, "name", at[i].name);
		view_text(row, "login", at[i].login);
		view_text(row, "unit", at[i].unit);
	}
}

void work_choices(struct view *v, const struct finding_choices *c)
{
	choices(v, "rooms", c->rooms.at, c->rooms.n);
	choices(v, "bodies", c->bodies.at, c->bodies.n);
	choices(v, "people", c->people.at, c->people.n);
}

void work_said(struct req *q, const strs *told)
{
	for (size_t i = 0; i < told->n; i++)
		req_tell(q, told->at[i]);
}
