#include "core/rule_input.h"
#include "core/rule_why.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	*least = *most = r->clauses.n ? r->clauses.n : 1;
}

static bool sum_of_items(const struct rule *r, const struct rule_case *c, struct rule_score *s, struct exact *ret)
{
	*ret = exact_int(0);
	if (input_nothing_arose(c, s, r->clauses.n) || !input_all(c, s, r->clauses.n))
		return false;
	for (size_t i = 0; i < r->clauses.n; i++) {
		bool yes;
		if (!input_yes(c, s, i, &yes))
			return false;
		if (yes)
			*ret = plus(*ret, gives_points(&r->clauses.at[i].gives, c, exact_int(1)));
	}
	return true;
}

static bool sum_entered(const struct rule *r, const struct rule_case *c, struct rule_score *s, struct exact *ret)
{
	const struct value *v = input_at(c, 0);
	if (v->kind == VALUE_NONE)
		return input_missing(s, 0);
	if (v->kind == VALUE_NOT_ARISEN)
		return input_none(s, 0);
	if (v->kind != VALUE_NUMBER || v->num.digits < 0)
		return input_wrong(s, 0, "phải là tổng số điểm, một số không âm");
	*ret = plain(v->num);
	if (r->scale.present && exact_cmp(*ret, plain(r->scale)) > 0)
		return input_wrong(s, 0, "không được lớn hơn thang điểm");
	return true;
}

static struct exact scaled(const struct rule *r, const struct rule_case *c, struct exact sum)
{
	return r->scale.present ? times(over(sum, plain(r->scale)), case_max(c)) : sum;
}

static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	struct exact sum;
	if (r->clauses.n ? sum_of_items(r, c, s, &sum) : sum_entered(r, c, s, &sum))
		s->points = scaled(r, c, sum);
}

enum { ITEMS_NAMED = 6 };            /* a longer list is only added up */

static void words_items(struct buf *b, const struct rule *r, const struct rule_case *c)
{
	const char *between = "";
	for (size_t i = 0; i < r->clauses.n; i++) {
		const struct clause *k = &r->clauses.at[i];
		bool yes;
		(void)value_says(&c->at[i], &yes);
		if (!yes)
			continue;
		buf_put(b, str_c(between));
		between = " + ";
		if (r->clauses.n <= ITEMS_NAMED) {
			buf_put(b, k->words);
			buf_put(b, S(" "));
		}
		words_exact(b, gives_points(&k->gives, c, exact_int(1)));
	}
}

static void why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	struct rule_score again = *s;
	struct exact sum = { 0 };
	if (!r->clauses.n) {
		(void)sum_entered(r, c, &again, &sum);
		words_value(b, &c->at[0]);
	} else {
		(void)sum_of_items(r, c, &again, &sum);
		if (!sum.num) {
			buf_put(b, S("không đạt mục nào:"));
			return;
		}
		buf_put(b, r->scale.present ? S("(") : S(""));
		words_items(b, r, c);
		buf_put(b, r->scale.present ? S(")") : S(""));
	}
	if (r->scale.present) {
		buf_put(b, S(" / "));
		words_figure(b, r->scale);
		words_times_max(b, c, scaled(r, c, sum));
	} else {
		words_equals(b, r, c, sum);
	}
}

const struct rule_type rule_checklist = {
	.name = "checklist", .help = "Cộng điểm của những mục đạt.",
	.source = "domain.md R8; seed 002 (7.1.1.4)",
	.example = "Tổng điểm các mục đạt: có kế hoạch 0,5; có báo cáo 0,25; đúng hạn 0,25",
	.inputs = inputs, .score = score, .why = why,
};
