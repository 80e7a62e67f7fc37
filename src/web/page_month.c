#include "web/page_month.h"
#include "app/month.h"
#include "core/day.h"
#include "web/dispatch.h"
#include "web/due.h"

const char *const month_statuses[] = { "late", "not_done", "in_progress", "done", "unknown", NULL };
static const char *const status_labels[] = { "quá hạn", "chưa thực hiện", "đang triển khai", "đã hoàn thành", "chưa rõ" };

str month_address(struct req *q, int year)
{
	struct buf b = buf_open(q->a);
	buf_fmt(&b, "/theo-doi?unit=%lld&year=%d", (long long)q->place.unit, year);
	static const char *const filters[] = { "lead", "status", "untold" };
	for (size_t i = 0; i < COUNT(filters); i++) {
		str value = i + 1 < COUNT(filters) ? param_text(q, filters[i]) : param_yes(q, filters[i]) ? S("1") : (str){ 0 };
		if (!value.n)
			continue;
		buf_fmt(&b, "&%s=", filters[i]);
		url_put(&b, value);
	}
	return buf_str(&b);
}

/* -- the table ---------------------------------------------------------------------------------------- */

static void months_put(struct view *v, const struct month_table *t)
{
	view_rows(v, "months");
	for (int i = 0; t->year && i < MONTHS; i++) {
		const struct month_of *m = &t->month[i];
		struct view *row = view_row(v, "months");
		view_count(row, "n", i + 1);
		view_day(row, "from", m->from);
		view_day(row, "to", m->to);
		view_text(row, "period", str_fmt(v->a, "%d/%d–%d/%d", m->from.day, m->from.month, m->to.day, m->to.month));
		view_yes(row, "here", i == t->now);
		view_count(row, "asked", m->asked);
		view_count(row, "told", m->told);
	}
}

static void cell_put(struct view *v, const struct month_cell *c, int n, bool here)
{
	static const char *const kinds[] = { "free", "told", "missing", "open", "ahead" };
	view_count(v, "n", n);
	view_text(v, "kind", str_c(kinds[c->kind]));
	view_text(v, "state", str_c(c->kind == MONTH_TOLD ? state_kept(c->state) : NULL));
	view_count(v, "percent", c->percent);
	view_day(v, "on", c->on);
	view_day(v, "due_on", c->due);
	view_text(v, "due", c->due.year ? str_fmt(v->a, "%d/%d", c->due.day, c->due.month) : (str){ 0 });
	view_yes(v, "late", c->late);
	view_yes(v, "here", here);
}

static void said_put(struct view *v, const struct month_row *x)
{
	view_rows(v, "told");
	for (size_t i = 0; i < x->said.n; i++) {
		const struct month_said *s = &x->said.at[i];
		struct view *row = view_row(v, "told");
		view_day(row, "on", s->on);
		view_text(row, "state", str_c(state_kept(s->state)));
		view_count(row, "percent", s->percent);
		view_text(row, "text", s->text);
		view_text(row, "who", s->who);
	}
}

static void row_put(struct req *q, struct view *v, const struct month_table *t, const struct month_row *x, str address)
{
	view_count(v, "remedy", x->id);
	view_count(v, "finding", x->finding ? x->finding : -1);
	view_text(v, "codes", x->codes);
	view_text(v, "text", x->text);
	view_text(v, "lead_name", x->lead);
	view_text(v, "official", x->person);
	view_text(v, "state", str_c(state_kept(x->state)));
	view_count(v, "percent", x->percent);
	view_day(v, "told_on", x->told_on);
	view_due(v, x->due_text, &x->deadline, x->state == STATUS_DONE);
	view_yes(v, "tells", x->may && x->finding);
	view_yes(v, "open", x->id == param_id(q, "open"));
	view_yes(v, "saved", x->id == param_id(q, "saved"));
	view_link(v, "tell_path", str_fmt(q->a, "%.*s&open=%lld", SF(address), (long long)x->id));
	view_rows(v, "cells");
	for (int i = 0; i < MONTHS; i++)
		cell_put(view_row(v, "cells"), &x->cell[i], i + 1, i == t->now);
	said_put(v, x);
}

static void quarters_put(struct view *v, const struct month_table *t)
{
	view_rows(v, "quarters");
	for (int i = 0; i < QUARTERS; i++) {
		const struct month_check *c = &t->quarter[i];
		if (!c->begun)
			continue;
		struct view *row = view_row(v, "quarters");
		view_count(row, "n", i + 1);
		view_day(row, "from", c->from);
		view_day(row, "to", c->to);
		view_yes(row, "over", c->over);
		view_count(row, "all", c->all);
		view_count(row, "told", c->told);
		view_count(row, "untold", c->untold);
		view_count(row, "done", c->done);
		view_count(row, "late", c->late);
	}
}

/* -- its filters and its form ------------------------------------------------------------------------- */

static void filters_put(struct req *q, struct view *v, const struct month_table *t)
{
	str lead = param_text(q, "lead"), status = param_text(q, "status");
	view_rows(v, "leads");
	for (size_t i = 0; i < t->leads.n; i++) {
		struct view *row = view_row(v, "leads");
		view_text(row, "name", t->leads.at[i]);
		view_yes(row, "here", str_eq(t->leads.at[i], lead));
	}
	view_yes(v, "unled", t->unled);
	view_yes(v, "unled_here", str_eq(lead, S("-")));
	view_rows(v, "statuses");
	for (size_t i = 0; i < COUNT(status_labels); i++) {
		struct view *row = view_row(v, "statuses");
		view_text(row, "value", str_c(month_statuses[i]));
		view_text(row, "label", str_c(status_labels[i]));
		view_yes(row, "here", str_eq(status, str_c(month_statuses[i])));
	}
	view_text(v, "lead", lead);
	view_text(v, "status", status);
	view_yes(v, "untold", param_yes(q, "untold"));
}

/* For a month that is past the last day of its period: what is told for it then stands in it. */
static void form_put(struct req *q, struct view *v, const struct month_table *t)
{
	struct view *form = view_object(v, "form");
	int64_t open = param_id(q, "open"), month = param_id(q, "month");
	struct date on = t->today;
	if (month && t->year && t->month[month - 1].to.year && days_between(t->month[month - 1].to, on) > 0)
		on = t->month[month - 1].to;
	view_text(form, "state", S("in_progress"));
	view_count(form, "percent", -1);
	view_text(form, "text", (str){ 0 });
	view_day(form, "on", on);
	for (size_t i = 0; i < t->rows.n; i++)
		if (t->rows.at[i].id == open && t->rows.at[i].state > STATUS_UNKNOWN) {
			view_text(form, "state", str_c(state_kept(t->rows.at[i].state)));
			view_count(form, "percent", t->rows.at[i].percent);
		}
	view_day(v, "today", t->today);
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct month_table t;
	struct month_want w = { .lead = param_said(q, "lead"), .state = param_said(q, "status"), .untold = param_yes(q, "untold"),
		                .open = param_id(q, "open") };
	w.lead = w.lead && *w.lead ? w.lead : NULL;
	/* Not asked for a year: the plan that is carried out, though a newer cycle has begun. */
	if (!month_open(q->r, q->a, q->place.body, (int)param_id(q, "year"), &w, &t, e))
		return false;
	int cycle = t.year ? t.cycle_year : q->place.year, year = t.year ? t.year : cycle + 1;
	str address = month_address(q, cycle);
	view_text(v, "title", str_fmt(q->a, "Bảng theo dõi tháng năm %d", year));
	view_count(v, "year", year);
	view_count(v, "cycle_year", cycle);
	view_text(v, "plan_number", t.number);
	view_day(v, "issued", t.issued);
	view_count(v, "now", t.now + 1 > 0 ? t.now + 1 : -1);
	view_count(v, "all", (int64_t)t.all);
	view_count(v, "shown", (int64_t)t.rows.n);
	view_yes(v, "filtered", t.rows.n < t.all);
	view_yes(v, "in", param_yes(q, "in"));
	view_link(v, "print_path", str_fmt(q->a, "%.*s&in=1", SF(address)));
	view_link(v, "plain_path", address);
	view_link(v, "clear_path", str_fmt(q->a, "/theo-doi?unit=%lld&year=%d", (long long)q->place.unit, cycle));
	months_put(v, &t);
	view_rows(v, "fields");
	for (size_t i = 0; i < t.fields.n; i++) {
		const struct month_field *f = &t.fields.at[i];
		struct view *field = view_row(v, "fields");
		view_text(field, "code", f->code);
		view_text(field, "name", f->name);
		view_rows(field, "rows");
		for (size_t k = f->first; k < f->first + f->n; k++)
			row_put(q, view_row(field, "rows"), &t, &t.rows.at[k], address);
	}
	quarters_put(v, &t);
	filters_put(q, v, &t);
	form_put(q, v, &t);
	return true;
}

const struct page page_month = {
	.method = GET, .path = "/theo-doi", .title = "Bảng theo dõi tháng",
	.help = "Mỗi giải pháp của kế hoạch đã báo gì trong từng tháng, tháng nào còn thiếu, việc nào quá hạn. Kỳ báo cáo tháng chốt ngày 14.",
	.who = WHO_RIGHT, .area = "progress", .acts = "see", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, MONTH_FILTERS, { "open", "giải pháp", PARAM_ID }, { "month", "tháng", PARAM_NUMBER, 1, MONTHS },
	            { "saved", "giải pháp vừa ghi", PARAM_ID }, { "in", "bản in", PARAM_YES } },
	.template = "month",
	.example = "/theo-doi",
	.source = "issue 6 (6); domain.md 2",
	.run = run,
};
