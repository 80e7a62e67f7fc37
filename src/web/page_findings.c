#include "core/kept.h"
#include "web/work.h"
#include <stdio.h>

static const char *const states[] = { "open", "mended", "not_done", "in_progress", "done", "unknown", NULL };
static const char *const dues[] = { "late", "soon", NULL };
static const char *const lacks[] = { "remedy", "lead", "due", "evidence", NULL };

/* What is filtered; a refused form of this page has fields of the same names, and filters nothing. */
static str asked(struct req *q, const char *name)
{
	bool adding = q->method == POST && str_eq(q->path, S("/ton-tai"));
	return adding ? (str){ 0 } : param_text(q, name);
}

static int choice(const char *const *list, str word)
{
	for (int i = 0; list[i]; i++)
		if (str_eq(word, str_c(list[i])))
			return i + 1;
	return 0;
}

static void ask_of(struct req *q, struct finding_ask *ask)
{
	str state = asked(q, "state"), lead = asked(q, "lead");
	*ask = (struct finding_ask){
		.body = q->place.body, .cycle = q->place.cycle, .level = q->place.level, .lead = lead.n ? param_id(q, "lead") : 0,
		.field = asked(q, "field"), .origin = asked(q, "origin"), .text = asked(q, "text"), .open = str_eq(state, S("open")),
		.mended = str_eq(state, S("mended")), .state = state_of(state), .due = (enum finding_due)choice(dues, asked(q, "due")),
		.lack = (enum finding_lack)choice(lacks, asked(q, "lack")), .page = (int)param_id(q, "page"),
	};
}

static bool filter(struct req *q, struct view *v)
{
	static const char *const names[] = { "field", "lead", "state", "due", "origin", "text", "lack" };
	struct view *f = view_object(v, "filter");
	bool any = false;
	for (size_t i = 0; i < COUNT(names); i++) {
		str s = asked(q, names[i]);
		view_text(f, names[i], s);
		any = any || s.n;
	}
	return any;
}

/* Ticked in a form that was refused. */
static bool picked(const struct req *q, const struct plan_remedy *m)
{
	char value[48];
	int n = snprintf(value, sizeof value, "%lld-%d", (long long)m->id, m->revision);
	for (size_t i = 0; q->method == POST && i < q->given.n; i++)
		if (str_eq(q->given.at[i].name, S("pick")) && str_eq(q->given.at[i].value, (str){ value, (size_t)n }))
			return true;
	return false;
}

static str field_of(str code) { return str_sub(code, 0, str_find(code, S("."), 0)); }

static void rows(struct req *q, struct view *v, const struct finding_list *l)
{
	str last = { 0 };
	view_rows(v, "findings");
	for (size_t i = 0; i < l->at.n; i++) {
		const struct plan_finding *f = &l->at.at[i];
		struct view *row = view_row(v, "findings");
		str field = field_of(f->code), name = { 0 };
		for (size_t k = 0; k < l->fields.n; k++)
			name = str_eq(l->fields.at[k].code, field) ? l->fields.at[k].name : name;
		view_text(row, "field", i && str_eq(field, last) ? (str){ 0 } : field.n ? field : S("-"));
		view_text(row, "field_name", name);
		last = field;
		view_count(row, "finding", f->id);
		view_text(row, "code", f->code);
		view_text(row, "criterion", f->name);
		view_text(row, "origin", f->origin);
		view_text(row, "origin_name", str_c(origin_vi(f->origin)));
		view_text(row, "text", f->text);
		view_text(row, "cause", f->cause);
		view_points(row, "max", f->max);
		view_points(row, "lost", f->lost);
		view_yes(row, "mended", f->mended);
		view_count(row, "evidence", f->evidence);
		view_rows(row, "remedies");
		for (size_t k = 0; k < f->remedies.n; k++) {
			const struct plan_remedy *m = &l->remedies.at[f->remedies.at[k]];
			struct view *r = view_row(row, "remedies");
			view_yes(r, "first", !k);
			work_remedy(r, m);
			view_yes(r, "picked", picked(q, m));
		}
	}
}

/* Rooms of the body; what else leads is reached from its name in the list. */
static void leads(struct req *q, struct view *v, const struct finding_list *l, const struct finding_choices *c)
{
	int64_t here = asked(q, "lead").n ? param_id(q, "lead") : 0;
	str name = { 0 };
	view_rows(v, "leads");
	for (size_t i = 0; i < c->rooms.n; i++) {
		struct view *row = view_row(v, "leads");
		view_count(row, "unit", c->rooms.at[i].id);
		view_text(row, "name", c->rooms.at[i].name);
		view_yes(row, "here", c->rooms.at[i].id == here);
		here = c->rooms.at[i].id == here ? 0 : here;
	}
	for (size_t i = 0; here && i < l->remedies.n; i++)
		name = l->remedies.at[i].lead_id == here ? l->remedies.at[i].lead : name;
	if (here) {
		struct view *row = view_row(v, "leads");
		view_count(row, "unit", here);
		view_text(row, "name", name.n ? name : str_fmt(v->a, "đơn vị số %lld", (long long)here));
		view_yes(row, "here", true);
	}
}

static void form(struct view *v)
{
	static const char *const names[] = { "origin", "code", "text", "cause", "max", "points", "lost", "note" };
	static const char *const bulk[] = { "to_lead", "to_person", "to_due" };
	struct view *f = view_object(v, "form"), *b = view_object(v, "bulk");
	for (size_t i = 0; i < COUNT(names); i++)
		view_text(f, names[i], (str){ 0 });
	for (size_t i = 0; i < COUNT(bulk); i++)
		view_text(b, bulk[i], (str){ 0 });
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct finding_ask ask;
	struct finding_list l;
	struct finding_choices c;
	ask_of(q, &ask);
	if (!finding_list(q->r, q->a, &ask, &l, e) || !finding_choices(q->r, q->a, ask.body, false, &c, e))
		return false;
	view_yes(v, "filtered", filter(q, v));
	view_yes(v, "adding", q->method == POST && str_eq(q->path, S("/ton-tai")));
	view_pages(q, v, ask.page ? ask.page : 1, l.more, l.total, FINDINGS_PAGE);
	view_count(v, "open", l.open);
	view_points(v, "lost_total", l.lost);
	view_rows(v, "fields");
	for (size_t i = 0; i < l.fields.n; i++) {
		struct view *row = view_row(v, "fields");
		view_text(row, "code", l.fields.at[i].code);
		view_text(row, "name", l.fields.at[i].name);
		view_yes(row, "here", str_eq(l.fields.at[i].code, ask.field));
	}
	leads(q, v, &l, &c);
	rows(q, v, &l);
	work_choices(v, &c);
	str at = req_with(q, NULL, (str){ 0 });
	size_t mark = str_find(at, S("?"), 0);
	view_link(v, "assign", str_fmt(q->a, "/giai-phap/giao%.*s", SF(str_sub(at, mark, at.n))));
	form(v);
	return true;
}

const struct page page_findings = {
	.method = GET, .path = "/ton-tai", .title = "Tồn tại và kế hoạch",
	.help = "Những tồn tại, hạn chế làm mất điểm trong năm, giải pháp khắc phục của từng cái: ai chủ trì, bao giờ xong, đã đến đâu.",
	.who = WHO_RIGHT, .area = "findings", .acts = "see", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, { "field", "lĩnh vực", PARAM_TEXT, 1, 20 }, { "lead", "đơn vị chủ trì", PARAM_ID },
	            { "state", "tình trạng", PARAM_CHOICE, .choices = states }, { "due", "thời hạn", PARAM_CHOICE, .choices = dues },
	            { "origin", "nguồn", PARAM_CHOICE, .choices = work_origins }, { "text", "có chữ", PARAM_TEXT, 1, 200 },
	            { "lack", "còn thiếu", PARAM_CHOICE, .choices = lacks }, PARAM_PAGE },
	.template = "findings",
	.example = "/ton-tai?state=open",
	.source = "issue 6 (5)",
	.run = run,
};
