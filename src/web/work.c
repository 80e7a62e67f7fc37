#include "web/work.h"
#include "core/day.h"
#include "core/kept.h"
#include "web/due.h"

const char *const work_origins[] = { "appraisal", "self_check", "inspection", NULL };
const char *const work_states[] = { "not_done", "in_progress", "done", "unknown", NULL };

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
	view_text(row, "due_state", due && open ? due_word(m->deadline.state) : (str){ 0 });
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

bool work_said(struct req *q, const strs *told, int64_t remedy, struct err *e)
{
	str due = { 0 };
	if (remedy && !remedy_due(q->r, q->a, remedy, &due, e))
		return false;
	if (due.n)
		req_tell(q, due);
	for (size_t i = 0; i < told->n; i++)
		req_tell(q, told->at[i]);
	return true;
}

const char *param_line(struct req *q, const char *name)
{
	const char *s = param_said(q, name);
	char *line = s ? make_n(q->a, char, strlen(s) + 1) : NULL;
	for (size_t i = 0; s && s[i]; i++)
		line[i] = s[i] == '\n' ? ' ' : s[i];
	return line;
}

const char *param_full(struct req *q, const char *name)
{
	const char *s = param_line(q, name);
	return s && *s ? s : NULL;
}

struct remedy_said work_typed(struct req *q)
{
	struct remedy_said s = { .text = param_line(q, "text"), .lead = param_said(q, "lead"), .due = param_said(q, "due"),
		                 .effort = param_said(q, "effort"), .expected = param_said(q, "expected"), .person = param_said(q, "person"),
		                 .supports_said = param_said(q, "supports") };
	str all = param_text(q, "supports");
	for (size_t from = 0; from < all.n;) {
		size_t end = str_find(all, S("\n"), from);
		str one = str_trim(str_sub(all, from, end));
		if (one.n)
			*vec_add(q->a, &s.supports) = one;
		from = end + 1;
	}
	return s;
}

bool work_back(struct req *q, int64_t remedy)
{
	int64_t finding = param_id(q, "finding");
	return finding ? req_go(q, "/ton-tai/%lld#g%lld", (long long)finding, (long long)remedy) : req_go(q, "/ton-tai");
}
