#include "web/page.h"
#include "web/points.h"

/* What was typed stands again when it was refused; figures are told apart by their order. */
static str typed_figure(const struct req *q, size_t n, str kept)
{
	for (size_t i = 0; q->method == POST && i < q->given.n; i++)
		if (str_eq(q->given.at[i].name, S("figure")) && !n--)
			return q->given.at[i].value;
	return kept;
}

static void put_figures(struct req *q, struct view *v, const struct sheet_page *p, const struct set_criterion *c)
{
	for (size_t i = 0; i < c->inputs.n; i++) {
		const struct value *x = &p->scored.sheet->values[c->inputs.at[i]];
		struct view *row = view_row(v, "figures");
		str kept = x->kind == VALUE_NONE ? (str){ 0 } : x->printed;
		view_text(row, "name", p->scored.scoring->set->inputs.at[c->inputs.at[i]]);
		view_text(row, "value", kept);
		view_text(row, "typed", typed_figure(q, i, kept));
	}
}

static void put_rounds(struct view *v, const struct sheet_row *row)
{
	for (int round = 0; round < ROUNDS; round++) {
		const struct opinion *o = &row->by[round];
		struct view *x = o->given ? view_row(v, "rounds") : NULL;
		if (!x)
			continue;
		view_count(x, "round", round);
		view_points(x, "points", o->points);
		view_text(x, "reason", o->reason);
	}
}

static void put_form(struct view *v, const struct sheet_row *row)
{
	struct view *f = view_object(v, "form");
	const struct opinion *by = row->by;
	int round = by[ROUND_TWO].given ? ROUND_TWO : ROUND_ONE;
	view_points(f, "points", by[ROUND_SELF].given ? by[ROUND_SELF].points : NO_POINTS);
	view_text(f, "applies", row->applies ? S("có") : S("không"));
	view_text(f, "why_not", row->why_not);
	view_text(f, "explanation", row->explanation);
	view_text(f, "explanation2", row->explanation2);
	view_text(f, "round", round == ROUND_TWO ? S("2") : S("1"));
	view_points(f, "appraised", by[round].given ? by[round].points : NO_POINTS);
	view_text(f, "reason", by[round].reason);
}

/* The rule, figures, rounds and the form, of a leaf of a set. */
static void put_leaf(struct req *q, struct view *v, const struct sheet_page *p, const struct sheet_line *l)
{
	const struct scoring *g = p->scored.scoring;
	const struct set_criterion *c = g && l->at != NO_INDEX && p->kind != SHEET_TOLD ? &g->set->criteria.at[l->at] : NULL;
	bool leaf = c && l->leaf;
	const struct sheet_row *row = leaf ? &p->scored.sheet->rows.at[g->leaf_of[l->at]] : NULL;
	bool open = str_eq(p->state, S("open")), published = str_eq(p->state, S("published"));
	bool may = leaf && (right_has(&q->place, "sheets", "change") || (l->own && right_has(&q->place, "sheets", "change_own")));
	view_text(v, "rule", c ? c->rule_text : (str){ 0 });
	view_text(v, "doubt", c ? c->doubt : (str){ 0 });
	view_text(v, "wanted_evidence", c ? c->evidence.text : (str){ 0 });
	view_yes(v, "evidence_required", c && c->evidence.required);
	view_text(v, "appraiser", c ? c->appraiser : (str){ 0 });
	view_yes(v, "by_survey", c && c->source == SOURCE_SURVEY);
	view_yes(v, "by_hand", leaf && (sheet_by_hand(c) || row->by[ROUND_SELF].given));
	view_yes(v, "applies", !leaf || row->applies);
	view_text(v, "why_not", leaf ? row->why_not : (str){ 0 });
	view_text(v, "explanation", leaf ? row->explanation : (str){ 0 });
	view_text(v, "explanation2", leaf ? row->explanation2 : (str){ 0 });
	view_rows(v, "figures");
	view_rows(v, "rounds");
	view_object(v, "form");
	view_yes(v, "may_fill", may && open);
	view_yes(v, "may_explain", may && !open && !published);
	view_yes(v, "may_appraise", leaf && !published && right_has(&q->place, "appraisals", "change"));
	if (!leaf)
		return;
	put_figures(q, v, p, c);
	put_rounds(v, row);
	put_form(v, row);
}

/* The leaves before and after it, for who goes through a sheet one by one. */
static void beside(struct req *q, struct view *v, const struct sheet_page *p, size_t at)
{
	size_t before = at, after = at;
	while (before-- > 0 && !p->lines.at[before].leaf)
		;
	while (++after < p->lines.n && !p->lines.at[after].leaf)
		;
	struct { const char *name; size_t at; } to[] = { { "path_before", before }, { "path_after", after } };
	for (size_t i = 0; i < COUNT(to); i++)
		view_link(v, to[i].name, to[i].at < p->lines.n ? str_fmt(q->a, "/diem/%lld?unit=%lld&year=%d", (long long)p->lines.at[to[i].at].criterion,
		                                                         (long long)q->place.unit, q->place.year) : (str){ 0 });
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct sheet_page p;
	size_t i = 0;
	if (!sheet_open(q->r, q->a, q->place.body, q->place.cycle, q->place.year, &p, e))
		return false;
	while (i < p.lines.n && p.lines.at[i].criterion != param_id(q, "criterion"))
		i++;
	if (i == p.lines.n) {
		fail(e, ERR_NOT_FOUND, "Bảng điểm năm %d không có tiêu chí số %lld.", q->place.year, (long long)param_id(q, "criterion"));
		return err_hint(e, "Mở lại tiêu chí từ Bảng điểm.");
	}
	const struct sheet_line *l = &p.lines.at[i];
	points_head(v, &p);
	points_line(v, &p, l);
	view_text(v, "title", str_fmt(q->a, "%.*s. %.*s", SF(l->code), SF(l->name)));
	put_leaf(q, v, &p, l);
	beside(q, v, &p, i);
	return true;
}

const struct page page_points_of = {
	.method = GET, .path = "/diem/:criterion", .title = "Tiêu chí",
	.help = "Cách tính, số liệu, điểm từng vòng và lý do; tồn tại, minh chứng và những năm trước của một tiêu chí.",
	.who = WHO_RIGHT, .area = "sheets", .acts = "see", .of = PLACE_UNIT,
	.params = { { "criterion", "tiêu chí", PARAM_ID }, PARAM_PLACE },
	.template = "points_of",
	.example = "/diem/20?year=2023",
	.source = "issue 6 (4)",
	.run = run,
};
