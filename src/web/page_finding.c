#include "app/change.h"
#include "app/place.h"
#include "app/plan.h"
#include "core/day.h"
#include "core/kept.h"
#include "web/dispatch.h"
#include "web/work.h"

/* -- what was typed into a form of a remedy that was refused ------------------------------------------- */

static bool refused(const struct req *q, const struct plan_remedy *m, const char *what)
{
	return q->method == POST && str_eq(q->path, str_fmt(q->a, "/giai-phap/%lld%s", (long long)m->id, what));
}

static void field(struct req *q, struct view *v, const char *name, bool typed, str now)
{
	const struct given *g = typed ? given_find(q, name) : NULL;
	view_text(v, name, g ? given_text(q->a, g->value, true) : now);
}

static str lines(struct arena *a, const strs *list)
{
	struct buf b = buf_open(a);
	for (size_t i = 0; i < list->n; i++)
		buf_fmt(&b, "%s%.*s", i ? "\n" : "", SF(list->at[i]));
	return buf_str(&b);
}

static void forms(struct req *q, struct view *row, const struct plan_remedy *m)
{
	bool edit = refused(q, m, ""), tell = refused(q, m, "/tien-do"), drop = refused(q, m, "/bo");
	struct view *e = view_object(row, "edit"), *t = view_object(row, "tell"), *d = view_object(row, "drop");
	str expected = m->expected == NO_POINTS ? (str){ 0 } : points_vi(q->a, m->expected);
	view_yes(e, "open", edit);
	field(q, e, "text", edit, m->text);
	field(q, e, "lead", edit, m->lead);
	field(q, e, "supports", edit, lines(q->a, &m->supports));
	field(q, e, "person", edit, m->login);
	field(q, e, "due", edit, m->due_text);
	field(q, e, "effort", edit, m->effort);
	field(q, e, "expected", edit, expected);
	view_yes(t, "open", tell);
	field(q, t, "state", tell, m->state == STATUS_DONE ? S("done") : S("in_progress"));
	field(q, t, "percent", tell, (str){ 0 });
	field(q, t, "measure", tell, (str){ 0 });
	field(q, t, "target", tell, (str){ 0 });
	field(q, t, "text", tell, (str){ 0 });
	field(q, t, "on", tell, (str){ 0 });
	view_yes(d, "open", drop);
	field(q, d, "why", drop, (str){ 0 });
}

/* -- what is known of it ------------------------------------------------------------------------------- */

static void finding(struct req *q, struct view *v, const struct finding_page *p)
{
	const struct plan_finding *f = &p->finding;
	struct view *form = view_object(v, "form");
	view_count(v, "finding", f->id);
	view_count(v, "revision", f->revision);
	view_text(v, "title", f->code.n ? str_fmt(q->a, "%.*s %.*s", SF(f->code), SF(f->name)) : str_fmt(q->a, "Tồn tại T%lld", (long long)f->id));
	view_text(v, "code", f->code);
	view_text(v, "criterion", f->name);
	view_text(v, "origin", f->origin);
	view_text(v, "origin_name", str_c(origin_vi(f->origin)));
	view_text(v, "text", f->text);
	view_text(v, "cause", f->cause);
	view_text(v, "note", f->note);
	view_points(v, "max", f->max);
	view_points(v, "points", f->points);
	view_points(v, "lost", f->lost);
	view_yes(v, "mended", f->mended);
	view_text(form, "text", f->text);
	view_text(form, "cause", f->cause);
	view_text(form, "note", f->note);
	view_points(form, "max", f->max);
	view_points(form, "points", f->points);
	view_points(form, "lost", f->lost);
	view_text(form, "state", f->mended ? S("mended") : S("open"));
	view_yes(v, "editing", q->method == POST && str_eq(q->path, str_fmt(q->a, "/ton-tai/%lld", (long long)f->id)));
}

static str field_vi(str of, str field)
{
	static const struct { const char *of, *field, *vi; } names[] = {
		{ "finding", "max", "điểm tối đa" }, { "finding", "points", "điểm đạt" }, { "finding", "lost", "điểm bị trừ" }, { "finding", "text", "tồn tại" },
		{ "finding", "cause", "nguyên nhân" }, { "finding", "note", "ghi chú" }, { "finding", "name", "tên tiêu chí" },
		{ "remedy", "text", "giải pháp" }, { "remedy", "due_text", "thời hạn" }, { "remedy", "lead_text", "chủ trì" }, { "remedy", "effort", "công sức" },
		{ "remedy", "expected", "điểm dự kiến" }, { "measure", "target", "mức cần đạt" }, { "measure", "appraisal", "số liệu khi bị trừ điểm" },
		{ "measure", "progress", "số liệu đã báo" },
	};
	for (size_t i = 0; i < COUNT(names); i++)
		if (str_eq(of, str_c(names[i].of)) && str_eq(field, str_c(names[i].field)))
			return str_c(names[i].vi);
	return field;
}

static void said(struct req *q, struct view *v, const struct finding_page *p)
{
	view_rows(v, "said");
	view_count(v, "otherwise", (int64_t)p->otherwise.n);
	for (size_t i = 0; i < p->said.n; i++) {
		const struct otherwise *o = &p->said.at[i];
		struct view *row = view_row(v, "said");
		view_text(row, "of", o->of);
		view_count(row, "of_remedy", str_eq(o->of, S("remedy")) ? o->id : -1);
		view_text(row, "field", o->field);
		view_text(row, "field_name", field_vi(o->of, o->field));
		view_text(row, "printed", o->printed);
		view_text(row, "place", place_in(q->a, o->number, o->file, o->at));
		view_yes(row, "same", o->held);
	}
}

static void remedies(struct req *q, struct view *v, const struct finding_page *p)
{
	view_rows(v, "remedies");
	for (size_t i = 0; i < p->remedies.n; i++) {
		const struct plan_remedy *m = &p->remedies.at[i];
		struct view *row = view_row(v, "remedies");
		work_remedy(row, m);
		view_rows(row, "supports");
		for (size_t k = 0; k < m->supports.n; k++)
			view_text(view_row(row, "supports"), "name", m->supports.at[k]);
		view_text(row, "effort", m->effort);
		view_points(row, "expected", m->expected);
		view_text(row, "told", m->told);
		view_count(row, "evidence_count", m->evidence);
		view_yes(row, "may_report", right_has(&q->place, "progress", "change") || (m->own && right_has(&q->place, "progress", "change_own")));
		view_yes(row, "may_attach", right_has(&q->place, "sheets", "change") || (m->own && right_has(&q->place, "sheets", "change_own")));
		forms(q, row, m);
	}
	view_rows(v, "dropped");
	for (size_t i = 0; i < p->dropped.n; i++) {
		struct view *row = view_row(v, "dropped");
		view_count(row, "remedy", p->dropped.at[i].id);
		view_text(row, "action", p->dropped.at[i].text);
		view_text(row, "why", p->dropped.at[i].told);
	}
}

static void told(struct view *v, const struct finding_page *p)
{
	view_rows(v, "progress");
	for (size_t i = 0; i < p->progress.n; i++) {
		const struct progress_row *g = &p->progress.at[i];
		struct view *row = view_row(v, "progress");
		view_count(row, "remedy", g->remedy ? g->remedy : -1);
		view_day(row, "on", g->on);
		view_text(row, "who", g->who);
		view_text(row, "state", str_c(state_kept(g->state)));
		view_count(row, "percent", g->percent);
		view_text(row, "measure", g->measure);
		view_text(row, "words", g->text);
	}
	view_rows(v, "evidence");
	for (size_t i = 0; i < p->evidence.n; i++) {
		const struct evidence_row *x = &p->evidence.at[i];
		struct view *row = view_row(v, "evidence");
		view_count(row, "evidence", x->id);
		view_text(row, "name", x->title);
		view_text(row, "number", x->number);
		view_day(row, "issued", x->issued);
		view_day(row, "expires", x->expires);
		view_text(row, "pointer", x->pointer);
	}
}

static void history(struct req *q, struct view *v, const struct finding_page *p)
{
	view_rows(v, "history");
	for (size_t i = 0; i < p->history.n; i++) {
		const struct change_row *h = &p->history.at[i];
		struct view *row = view_row(v, "history");
		view_moment(row, "at", h->at);
		view_text(row, "who", h->who);
		view_text(row, "of", str_fmt(q->a, "%c%lld", str_eq(h->entity, S("remedy")) ? 'G' : 'T', (long long)h->id));
		view_text(row, "words", h->words);
	}
}

static void adding(struct req *q, struct view *v)
{
	static const char *const names[] = { "text", "lead", "supports", "person", "due", "effort", "expected" };
	struct view *f = view_object(v, "add");
	for (size_t i = 0; i < COUNT(names); i++)
		view_text(f, names[i], (str){ 0 });
	view_yes(v, "adding", q->method == POST && str_eq(q->path, S("/giai-phap")));
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct finding_page p = { 0 };
	struct finding_choices c = { 0 };
	if (!finding_open(q->r, q->a, param_id(q, "finding"), &p, e) ||
	    (right_has(&q->place, "findings", "change") && !finding_choices(q->r, q->a, q->place.body, true, &c, e)))
		return false;
	finding(q, v, &p);
	view_count(v, "doubt", p.doubt ? p.doubt : -1);
	said(q, v, &p);
	remedies(q, v, &p);
	told(v, &p);
	history(q, v, &p);
	adding(q, v);
	work_choices(v, &c);
	return true;
}

const struct page page_finding = {
	.method = GET, .path = "/ton-tai/:finding", .title = "Tồn tại",
	.help = "Một tồn tại với mọi điều hồ sơ biết về nó: văn bản nói gì, giải pháp, tiến độ, minh chứng, ai đã sửa gì.",
	.who = WHO_RIGHT, .area = "findings", .acts = "see", .of = PLACE_FINDING, .id = "finding",
	.params = { { "finding", "tồn tại", PARAM_ID, .wanted = true } },
	.template = "finding",
	.example = "/ton-tai/1",
	.source = "issue 6 (5)",
	.run = run,
};
