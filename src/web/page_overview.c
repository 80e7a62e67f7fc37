#include "app/overview.h"
#include "core/kept.h"
#include "web/page.h"

/* What is lost of a field, as a bar; the table beside it has everything. */
static void lost_chart(struct view *v, const struct overview *o)
{
	struct view *c = view_object(v, "chart");
	view_text(c, "kind", S("bar"));
	view_text(c, "title", S("Điểm mất theo lĩnh vực"));
	view_text(c, "unit", S("điểm"));
	view_text(c, "first", S("Lĩnh vực"));
	view_text(view_row(c, "heads"), "text", S("Điểm mất"));
	view_text(view_row(c, "heads"), "text", S("Điểm tối đa"));
	view_rows(c, "rows");
	for (size_t i = 0; i < o->fields.n; i++) {
		const struct overview_field *f = &o->fields.at[i];
		struct view *row = view_row(c, "rows");
		view_text(row, "label", f->name.n ? str_fmt(v->a, "%.*s. %.*s", SF(f->code), SF(f->name)) : f->code);
		view_points(view_row(row, "cells"), "value", f->lost);
		view_points(view_row(row, "cells"), "value", f->max);
	}
}

static void lead(struct view *v, const struct overview_lead *x)
{
	view_text(v, "name", x->name);
	view_count(v, "lead", x->id ? x->id : -1);
	view_count(v, "all", x->all);
	view_count(v, "done", x->done);
	view_count(v, "in_progress", x->in_progress);
	view_count(v, "not_done", x->not_done);
	view_count(v, "unknown", x->untold);
	view_count(v, "late", x->late);
	view_count(v, "soon", x->soon);
}

static points after(points now, points won) { return now == NO_POINTS ? NO_POINTS : now + won; }

static void forecast(struct view *v, const struct overview *o)
{
	struct view *f = view_object(v, "forecast");
	struct { const char *name; points won; } totals[] = { { "done", o->won_done }, { "on_time", o->won_on_time }, { "all", o->won_all } };
	for (size_t i = 0; i < COUNT(totals); i++) {
		struct view *t = view_object(f, totals[i].name);
		view_points(t, "won", totals[i].won);
		view_points(t, "points", after(o->points, totals[i].won));
	}
	view_points(f, "no_plan", o->no_plan);
}

static void told(struct view *v, const struct overview *o)
{
	view_rows(v, "told");
	for (size_t i = 0; i < o->told.n; i++) {
		const struct overview_told *x = &o->told.at[i];
		struct view *row = view_row(v, "told");
		view_count(row, "finding", x->finding);
		view_count(row, "remedy", x->remedy ? x->remedy : -1);
		view_day(row, "on", x->on);
		view_text(row, "who", x->who);
		view_text(row, "unit", x->unit);
		view_text(row, "code", x->code);
		view_text(row, "text", x->text);
		view_text(row, "state", str_c(state_kept(x->state)));
		view_count(row, "percent", x->percent);
	}
}

static void again(struct view *v, const struct overview *o)
{
	view_rows(v, "again");
	for (size_t i = 0; i < o->again.n; i++) {
		const struct overview_again *x = &o->again.at[i];
		struct view *row = view_row(v, "again");
		view_text(row, "name", x->name);
		view_text(row, "code", x->code);
		view_count(row, "times", x->times);
		view_text(row, "years", x->years);
		view_points(row, "lost", x->lost);
	}
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	const struct overview *o;
	if (!overview_open(q->r, q->a, q->place.body, q->place.cycle, &o, e))
		return false;
	view_points(v, "points", o->points);
	view_points(v, "max", o->max);
	view_points(v, "lost", o->lost);
	view_yes(v, "lost_by_findings", o->by_findings);
	view_yes(v, "by_sheet", o->by_sheet);
	view_percent(v, "percent", o->percent);
	view_count(v, "rank", o->rank ? o->rank : -1);
	view_count(v, "group_size", o->group_size ? o->group_size : -1);
	view_text(v, "class", o->class);
	view_count(v, "findings", o->findings);
	view_count(v, "open", o->open);
	view_count(v, "no_remedy", o->no_remedy);
	view_count(v, "no_evidence", o->no_evidence);
	view_yes(v, "nothing", !o->findings && o->points == NO_POINTS);
	lost_chart(v, o);
	lead(view_object(v, "remedies"), &o->remedies);
	view_rows(v, "leads");
	for (size_t i = 0; i < o->leads.n; i++)
		lead(view_row(v, "leads"), &o->leads.at[i]);
	forecast(v, o);
	told(v, o);
	again(v, o);
	return true;
}

const struct page page_overview = {
	.method = GET, .path = "/", .title = "Tổng quan",
	.help = "Chỉ số năm nay, điểm mất ở đâu, việc nào chậm, và sang năm có thể đạt bao nhiêu.",
	.who = WHO_RIGHT, .area = "findings", .acts = "see", .of = PLACE_UNIT,
	.params = { PARAM_PLACE },
	.template = "overview",
	.example = "/",
	.source = "issue 6 (2)",
	.run = run,
};
