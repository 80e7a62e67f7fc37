#include "core/rule_input.h"
#include "core/rule_rate.h"
#include "core/rule_why.h"
#include "core/rule_words.h"

static size_t groups_of(const struct rule *r) { return r->groups.n ? r->groups.n : 1; }

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	*least = *most = r->clauses.n ? r->clauses.n * groups_of(r) : 1;
}

struct asked { struct exact sum, ballots; };

static bool answer(const struct rule_case *c, struct rule_score *s, size_t i, struct exact *ret)
{
	const struct value *v = input_at(c, i);
	int64_t n;
	if (v->kind == VALUE_PERCENT) {
		*ret = plain(v->num);
		if (ret->num < 0 || ret->num > ret->den * 100)
			return input_wrong(s, i, "phải từ 0% đến 100%");
		return true;
	}
	if (!input_count(c, s, i, &n))
		return false;
	*ret = exact_int(n);
	return true;
}

/* Ballots, or percentages of one group: the sum of them is the whole. */
static bool ask(const struct rule *r, const struct rule_case *c, struct rule_score *s, size_t group, struct asked *ret)
{
	size_t from = group * r->clauses.n;
	enum value_kind kind = VALUE_NONE;             /* of those that arose: "không phát sinh" for one answer is no ballot for it */
	*ret = (struct asked){ exact_int(0), exact_int(0) };
	for (size_t i = 0; i < r->clauses.n; i++) {
		struct exact n;
		if (!answer(c, s, from + i, &n))
			return false;
		enum value_kind is = input_at(c, from + i)->kind;
		if (is != VALUE_NOT_ARISEN && kind != VALUE_NONE && is != kind)
			return input_wrong(s, from + i, "các mức của một nhóm phải cùng là số phiếu hoặc cùng là tỷ lệ %");
		kind = is == VALUE_NOT_ARISEN ? kind : is;
		ret->sum = plus(ret->sum, times(n, portion_exact(r->clauses.at[i].gives.share)));
		ret->ballots = plus(ret->ballots, n);
	}
	return true;
}

static struct exact weight_of(const struct rule *r, size_t group)
{
	return r->groups.n ? portion_exact(r->groups.at[group].gives.share) : exact_int(1);
}

static bool satisfaction(const struct rule *r, const struct rule_case *c, struct rule_score *s, struct exact *ret)
{
	struct exact sum = exact_int(0), weights = exact_int(0);
	struct asked group;
	size_t n = r->clauses.n * groups_of(r);
	if (input_nothing_arose(c, s, n) || !input_all(c, s, n))
		return false;
	for (size_t i = 0; i < groups_of(r); i++) {
		if (!ask(r, c, s, i, &group))
			return false;
		if (!group.ballots.num)
			continue;
		sum = exact_add(sum, exact_mul(weight_of(r, i), exact_div(group.sum, group.ballots)));
		weights = exact_add(weights, weight_of(r, i));
	}
	if (!weights.num)
		return input_none(s, 0);
	*ret = exact_div(sum, weights);
	return true;
}

static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	struct exact rate;
	if (!r->clauses.n)
		rate_score(r, c, s);
	else if (satisfaction(r, c, s, &rate))
		s->points = rate_points(r, c, rate);
}

/* "(40 × 100% + 10 × 75%) / 60" */
static void words_group(struct buf *b, const struct rule *r, const struct rule_case *c, size_t group, const struct asked *g)
{
	const char *before = "(";
	for (size_t i = 0; i < r->clauses.n; i++) {
		const struct value *v = &c->at[group * r->clauses.n + i];
		const struct portion *share = &r->clauses.at[i].gives.share;
		if (!v->num.digits || !share->at.digits)
			continue;
		buf_put(b, str_c(before));
		words_value(b, v);
		buf_put(b, S(" × "));
		rule_print_portion(b, *share);
		before = " + ";
	}
	buf_put(b, *before == '(' ? S("0 / ") : S(") / "));
	words_exact(b, g->ballots);
	buf_put(b, c->at[group * r->clauses.n].kind == VALUE_PERCENT ? S("%") : S(""));
}

enum { GROUP_DECIMALS = 4 };         /* of a percentage that is multiplied on */

static void words_groups(struct buf *b, const struct rule *r, const struct rule_case *c)
{
	struct buf sum = buf_open(b->a), weights = buf_open(b->a);
	const char *plus_sign = "";
	for (size_t i = 0; i < r->groups.n; i++) {
		struct rule_score again = { 0 };
		struct asked g;
		(void)ask(r, c, &again, i, &g);
		if (!g.ballots.num)
			continue;
		buf_put(b, r->groups.at[i].words);
		buf_put(b, S(" "));
		words_group(b, r, c, i, &g);
		struct exact rate = exact_div(g.sum, g.ballots);
		words_is_percent(b, rate, GROUP_DECIMALS, NULL);
		buf_put(b, S("; "));
		buf_put(&sum, str_c(plus_sign));
		words_percent(&sum, rate, GROUP_DECIMALS, NULL);
		buf_put(&sum, S(" × "));
		rule_print_portion(&sum, r->groups.at[i].gives.share);
		buf_put(&weights, str_c(plus_sign));
		rule_print_portion(&weights, r->groups.at[i].gives.share);
		plus_sign = " + ";
	}
	buf_put(b, S("("));
	buf_put(b, buf_str(&sum));
	buf_put(b, S(") / ("));
	buf_put(b, buf_str(&weights));
	buf_put(b, S(")"));
}

static void why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	struct rule_score again = *s;
	struct exact rate = { 0 };
	struct asked g;
	if (!r->clauses.n) {
		rate_why(r, c, s, b);
		return;
	}
	(void)satisfaction(r, c, &again, &rate);
	if (r->groups.n) {
		words_groups(b, r, c);
	} else {
		(void)ask(r, c, &again, 0, &g);
		words_group(b, r, c, 0, &g);
	}
	words_times_max(b, c, times(rate, case_max(c)));
}

const struct rule_type rule_survey = {
	.name = "survey", .help = "Kết quả khảo sát ý kiến, theo từng mức trả lời và từng nhóm người được hỏi.",
	.source = "domain.md R24",
	.example = "Khảo sát (người dân 60%; doanh nghiệp 40%): rất hài lòng 100%; hài lòng 75%; không hài lòng 0%",
	.inputs = inputs, .score = score, .why = why,
};
