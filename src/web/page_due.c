#include "app/due_count.h"
#include "app/plan.h"
#include "app/said.h"
#include "web/dispatch.h"
#include "web/due.h"

static const char *const whens[] = { "late", "7", "30", NULL };
static const struct { const char *value, *label; } choices[] = {
	{ "", "Quá hạn và sắp đến hạn" }, { "late", "Đã quá hạn" }, { "7", "Trong 7 ngày tới" }, { "30", "Trong 30 ngày tới" },
};

/* Who is looked at is one thing, when another: choosing one keeps the other. */
static str address(struct req *q, const char *name, str value, str when)
{
	struct buf b = buf_open(q->a);
	buf_put(&b, S("/den-han"));
	if (value.n) {
		buf_fmt(&b, "?%s=", name);
		url_put(&b, value);
	}
	if (when.n)
		buf_fmt(&b, "%swhen=%.*s", value.n ? "&" : "?", SF(when));
	return buf_str(&b);
}

static str number(struct req *q, int64_t id) { return id ? str_fmt(q->a, "%lld", (long long)id) : (str){ 0 }; }

/* What of unit, lead and person is asked for; one at most. */
struct asked { const char *name; str value; };
static struct asked asked_for(struct req *q)
{
	str person = param_text(q, "person");
	if (person.n)
		return (struct asked){ "person", person };
	int64_t lead = param_id(q, "lead"), unit = param_id(q, "unit");
	return (struct asked){ lead ? "lead" : "unit", number(q, lead ? lead : unit) };
}

static void group_put(struct req *q, struct view *v, const struct due_group *g, const struct asked *now, bool people)
{
	str value = people ? g->login : number(q, g->lead);
	view_text(v, "name", g->name);
	view_text(v, "unit_name", g->unit);
	view_count(v, "late", g->late);
	view_count(v, "soon", g->soon);
	view_count(v, "later", g->later);
	view_yes(v, "here", value.n && str_eq(now->value, value) && !strcmp(now->name, people ? "person" : "lead"));
	if (value.n)
		view_link(v, "rows_path", address(q, people ? "person" : "lead", value, param_text(q, "when")));
	else
		view_text(v, "rows_path", (str){ 0 });
}

static void row_put(struct view *v, const struct due_row *d)
{
	view_count(v, "remedy", d->id);
	view_count(v, "finding", d->finding ? d->finding : -1);
	view_text(v, "code", d->code);
	view_text(v, "text", d->text);
	view_text(v, "lead_name", d->lead);
	view_text(v, "official", d->person);
	view_text(v, "unit_name", d->unit);
	view_text(v, "state", str_c(state_kept(d->state)));
	view_count(v, "percent", d->percent);
	view_due(v, d->due_text, &d->deadline, false);
}

static void choices_put(struct req *q, struct view *v, const struct asked *now)
{
	str when = param_text(q, "when"), mine = number(q, q->person.unit);
	view_rows(v, "whens");
	for (size_t i = 0; i < COUNT(choices); i++) {
		struct view *row = view_row(v, "whens");
		view_text(row, "label", str_c(choices[i].label));
		view_yes(row, "here", str_eq(when, str_c(choices[i].value)));
		view_link(row, "rows_path", address(q, now->name, now->value, str_c(choices[i].value)));
	}
	view_link(v, "all_path", address(q, "person", (str){ 0 }, when));
	view_yes(v, "all_here", !now->value.n);
	view_link(v, "mine_path", address(q, "person", q->person.login, when));
	view_yes(v, "mine_here", !strcmp(now->name, "person") && str_eq(now->value, q->person.login));
	view_text(v, "room", q->person.unit_name);
	view_link(v, "room_path", address(q, "lead", mine, when));
	view_yes(v, "room_here", !strcmp(now->name, "lead") && mine.n && str_eq(now->value, mine));
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct asked now = asked_for(q);
	str when = param_text(q, "when");
	struct due_want w = { .page = param_id(q, "page") ? (int)param_id(q, "page") : 1, .late = str_eq(when, S("late")) };
	struct due_page d;
	struct due_counts c;
	w.soon = str_eq(when, S("7")) ? DUE_SOON : str_eq(when, S("30")) ? DUE_AHEAD : 0;
	w.person = !strcmp(now.name, "person") ? param_said(q, "person") : NULL;
	w.lead = !w.person ? param_id(q, "lead") : 0;
	w.body = !w.person && !w.lead ? param_id(q, "unit") : 0;
	if (!due_open(q->r, q->a, &w, &d, e) || !due_count(q->r, q->a, w.body, &c, e))
		return false;
	choices_put(q, v, &now);
	view_rows(v, "leads");
	for (size_t i = 0; i < c.leads.n; i++)
		group_put(q, view_row(v, "leads"), &c.leads.at[i], &now, false);
	view_rows(v, "people");
	for (size_t i = 0; i < c.people.n; i++)
		group_put(q, view_row(v, "people"), &c.people.at[i], &now, true);
	view_yes(v, "with_people", c.people.n);
	view_rows(v, "rows");
	for (size_t i = 0; i < d.rows.n; i++)
		row_put(view_row(v, "rows"), &d.rows.at[i]);
	view_count(v, "late", d.late);
	view_pages(q, v, w.page, (int64_t)w.page * DUE_PAGE < d.total, d.total, DUE_PAGE);
	return true;
}

const struct page page_due = {
	.method = GET, .path = "/den-han", .title = "Việc đến hạn",
	.help = "Giải pháp đã quá hạn hoặc sắp đến hạn của mọi đơn vị bạn được xem, theo đơn vị chủ trì và theo người phụ trách.",
	.who = WHO_PERSON,
	.params = { { "unit", "đơn vị", PARAM_ID }, { "lead", "đơn vị chủ trì", PARAM_ID },
	            { "person", "người phụ trách", PARAM_TEXT, 0, SAID_NAME }, { "when", "thời gian", PARAM_CHOICE, .choices = whens }, PARAM_PAGE },
	.template = "due",
	.example = "/den-han?when=late",
	.source = "issue 6 (9)",
	.run = run,
};
