#include "core/sheet.h"

struct sheet *sheet_new(struct arena *a, const struct criteria_set *s)
{
	struct sheet *t = make(a, struct sheet);
	t->values = make_n(a, struct value, s->inputs.n + 1);
	for (size_t i = 0; i < s->criteria.n; i++)
		if (set_leaf(&s->criteria.at[i]))
			*vec_add(a, &t->rows) = (struct sheet_row){ .criterion = i, .applies = true, .files = -1 };
	return t;
}

/* -- opinions ---------------------------------------------------------------------------------------- */

static points of_figure(struct figure f, points else_it_is)
{
	points p;
	return f.present && points_of_figure(f, &p) ? p : else_it_is;
}

/* What is odd about it, in words that follow the points; empty: nothing. */
static str oddity(struct arena *a, const struct criteria_set *s, const struct set_criterion *c, points p)
{
	const struct rule *r = c->rule && c->rule->type == &rule_hand ? c->rule : NULL;
	bool bounded = !c->rule || c->rule->bucket == BUCKET_SUM || c->max > 0;
	points least = r ? of_figure(r->least, 0) : 0, most = r ? of_figure(r->most, c->max) : c->max;
	points step = r ? of_figure(r->step, 0) : 0;
	if (p < least)
		return str_fmt(a, "thấp hơn mức chấm thấp nhất %.*s", SF(points_vi(a, least)));
	if (bounded && p > most)
		return str_fmt(a, "cao hơn mức chấm cao nhất %.*s", SF(points_vi(a, most)));
	if (step > 0 && (p - least) % step)
		return str_fmt(a, "không đúng bước %.*s điểm", SF(points_vi(a, step)));
	if (points_round(points_exact(p), s->decimals) != p)
		return str_fmt(a, "nhiều hơn %d chữ số thập phân của bộ tiêu chí", s->decimals);
	return (str){ 0 };
}

lints sheet_lint(struct arena *a, const struct criteria_set *s, const struct sheet *t)
{
	static const char *const who[ROUNDS] = { "tự chấm", "Thẩm định 1", "Thẩm định 2" };
	lints all = { 0 };
	for (size_t i = 0; i < t->rows.n; i++)
		for (int round = 0; round < ROUNDS; round++) {
			const struct opinion *o = &t->rows.at[i].by[round];
			const struct set_criterion *c = &s->criteria.at[t->rows.at[i].criterion];
			str odd = o->given ? oddity(a, s, c, o->points) : (str){ 0 };
			if (!odd.n)
				continue;
			str p = points_vi(a, o->points);
			*vec_add(a, &all) = (struct lint){
				.severity = SEVERITY_WARNING,
				.criterion = t->rows.at[i].criterion,
				.message = str_fmt(a, "Tiêu chí %.*s, %s: %.*s điểm, %.*s.", SF(c->code), who[round], SF(p), SF(odd)),
				.hint = S("Sửa điểm trong phiếu, hoặc giữ nguyên: chương trình lấy điểm như đã ghi."),
			};
		}
	return all;
}
