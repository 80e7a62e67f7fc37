#include "app/sheet.h"
#include "web/page.h"
#include "web/points.h"

static void proofs(struct view *v, const struct sheet_line *l)
{
	view_rows(v, "evidence");
	for (size_t i = 0; i < l->proofs.n; i++) {
		const struct sheet_proof *p = &l->proofs.at[i];
		struct view *row = view_row(v, "evidence");
		view_count(row, "evidence", p->id);
		view_text(row, "title", p->title);
		view_text(row, "number", p->number);
		view_text(row, "pointer", p->pointer);
		view_day(row, "issued", p->issued);
	}
}

void points_line(struct view *v, const struct sheet_page *p, const struct sheet_line *l)
{
	view_count(v, "criterion", l->criterion);
	view_text(v, "code", l->code);
	view_text(v, "name", l->name);
	view_count(v, "level", l->level);
	view_yes(v, "leaf", l->leaf);
	view_yes(v, "excluded", l->excluded);
	view_points(v, "max", l->max);
	view_points(v, "self", l->self);
	view_points(v, "appraised", l->appraised);
	view_points(v, "points", l->points);
	view_points(v, "lost", l->lost);
	view_yes(v, "loses", l->lost != NO_POINTS && l->lost > 0);
	view_text(v, "why", l->why);
	view_text(v, "reason", l->reason);
	view_count(v, "finding", l->finding ? l->finding : -1);
	view_count(v, "document", l->document ? l->document : -1);
	view_text(v, "found_at", l->place);
	view_count(v, "proofs", (int64_t)l->proofs.n);
	proofs(v, l);
	view_rows(v, "before");
	for (size_t i = 0; i < p->before.n; i++) {
		const struct sheet_before *x = &l->before[i];
		struct view *cell = view_row(v, "before");
		view_count(cell, "year", p->before.at[i]);
		view_yes(cell, "known", x->known);
		view_text(cell, "code", x->known && !str_eq(x->code, l->code) ? x->code : (str){ 0 });      /* where it was called otherwise */
		view_points(cell, "points", x->known ? x->points : NO_POINTS);
		view_points(cell, "max", x->known ? x->max : NO_POINTS);
		view_points(cell, "lost", x->known ? x->lost : NO_POINTS);
		view_yes(cell, "loses", x->known && x->lost != NO_POINTS && x->lost > 0);
	}
}

void points_head(struct view *v, const struct sheet_page *p)
{
	static const char *const kinds[] = { [SHEET_NONE] = "none", [SHEET_TOLD] = "told", [SHEET_EMPTY] = "empty", [SHEET_KEPT] = "kept" };
	view_text(v, "kind", str_c(kinds[p->kind]));
	view_text(v, "state", p->state);
	view_count(v, "revision", p->revision);
	view_count(v, "set", p->version > 0 ? p->set : -1);
	view_text(v, "set_name", p->version > 0 ? p->set_name : (str){ 0 });
	view_text(v, "set_number", p->number);
	view_count(v, "set_version", p->version > 0 ? p->version : -1);
	view_count(v, "newer_version", p->newest > p->version && p->version > 0 ? p->newest : -1);
}

/* A parent stays when something below it does. */
static bool *shown(struct req *q, const struct sheet_page *p, bool lost_only, str field)
{
	bool *show = make_n(q->a, bool, p->lines.n + 1);
	size_t top = 0;
	for (size_t i = 0; i < p->lines.n; i++) {
		const struct sheet_line *l = &p->lines.at[i];
		top = l->level == 0 ? i : top;
		show[i] = (!lost_only || (l->lost != NO_POINTS && l->lost > 0)) && (!field.n || str_eq(p->lines.at[top].code, field));
	}
	return show;
}

static void fields(struct view *v, const struct sheet_page *p, const bool *show)
{
	struct view *field = NULL;
	view_rows(v, "fields");
	for (size_t i = 0; i < p->lines.n; i++) {
		const struct sheet_line *l = &p->lines.at[i];
		if (!show[i])
			continue;
		if (l->level == 0 || !field) {
			field = view_row(v, "fields");
			points_line(field, p, l);
			view_rows(field, "rows");
		}
		if (l->level > 0 || l->leaf)
			points_line(view_row(field, "rows"), p, l);
	}
}

static void choices(struct view *v, const struct sheet_page *p, str field)
{
	view_rows(v, "choices");
	for (size_t i = 0; i < p->lines.n; i++) {
		const struct sheet_line *l = &p->lines.at[i];
		if (l->level != 0)
			continue;
		struct view *row = view_row(v, "choices");
		view_text(row, "code", l->code);
		view_text(row, "name", l->name);
		view_yes(row, "here", str_eq(field, l->code));
	}
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct sheet_page p;
	bool lost_only = param_yes(q, "lost");
	str field = param_text(q, "field");
	if (!q->place.cycle) {
		fail(e, ERR_NOT_FOUND, "Hồ sơ chưa có kỳ đánh giá nào.");
		return err_hint(e, "Nhờ người quản trị thêm kỳ đánh giá ở trang Kỳ đánh giá.");
	}
	if (!sheet_open(q->r, q->a, q->place.body, q->place.cycle, q->place.year, &p, e))
		return false;
	bool *show = shown(q, &p, lost_only, field);
	points_head(v, &p);
	view_yes(v, "nothing", p.kind == SHEET_NONE);
	view_points(v, "points", p.points);
	view_points(v, "max", p.max);
	view_points(v, "lost", p.lost);
	view_percent(v, "percent", p.percent);
	view_text(v, "class", p.class);
	view_count(v, "unscored", p.unscored);
	view_rows(v, "words");
	for (size_t i = 0; i < p.words.n; i++)
		view_text(view_row(v, "words"), "text", p.words.at[i]);
	view_rows(v, "before");
	for (size_t i = 0; i < p.before.n; i++)
		view_count(view_row(v, "before"), "year", p.before.at[i]);
	view_yes(v, "lost_only", lost_only);
	view_text(v, "field", field);
	choices(v, &p, field);
	fields(v, &p, show);
	view_yes(v, "from_book", right_has(&q->place, "imports", "change|propose") || right_has(&q->place, "appraisals", "change"));
	view_yes(v, "may_lock", p.kind == SHEET_KEPT && str_eq(p.state, S("open")) && right_has(&q->place, "sheets", "approve|change"));
	view_yes(v, "may_open", p.kind == SHEET_KEPT && !str_eq(p.state, S("open")) && right_has(&q->place, "units", "change"));
	view_yes(v, "may_publish", p.kind == SHEET_KEPT && !str_eq(p.state, S("published")) && right_has(&q->place, "appraisals", "change"));
	return true;
}

const struct page page_points = {
	.method = GET, .path = "/diem", .title = "Bảng điểm",
	.help = "Từng tiêu chí được bao nhiêu điểm, mất bao nhiêu và vì sao; những năm trước bên cạnh.",
	.who = WHO_RIGHT, .area = "sheets", .acts = "see", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, { "lost", "chỉ tiêu chí mất điểm", PARAM_YES }, { "field", "lĩnh vực", PARAM_TEXT, 0, 40 } },
	.template = "points",
	.example = "/diem?year=2023",
	.source = "issue 6 (4)",
	.run = run,
};
