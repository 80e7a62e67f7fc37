#include "core/rule_each.h"
#include "core/rule_input.h"
#include "core/rule_why.h"
#include "core/rule_words.h"

void each_inputs(const struct rule *r, size_t *least, size_t *most) { *least = *most = r->clauses.n; }

bool each_worth(const struct rule *r, const struct rule_case *c, struct rule_score *s, struct exact *ret)
{
	*ret = exact_int(0);
	if (input_nothing_arose(c, s, r->clauses.n) || !input_all(c, s, r->clauses.n))
		return false;
	for (size_t i = 0; i < r->clauses.n; i++) {
		int64_t n;
		if (!input_count(c, s, i, &n))
			return false;
		*ret = plus(*ret, times(exact_int(n), gives_points(&r->clauses.at[i].gives, c, exact_int(1))));
	}
	return true;
}

void each_price(struct buf *b, const struct rule_case *c, const struct gives *g)
{
	if (g->kind == GIVES_POINTS) {
		words_figure(b, g->points);
		buf_put(b, S(" điểm"));
		return;
	}
	if (g->kind == GIVES_SHARE) {
		rule_print_portion(b, g->share);
		buf_put(b, S(" × "));
	}
	words_max(b, c);
}

void each_words(struct buf *b, const struct rule *r, const struct rule_case *c, const char *between)
{
	struct rule_score again = { 0 };
	int64_t n, all = 0;
	const char *before = "";
	for (size_t i = 0; i < r->clauses.n; i++) {
		(void)input_count(c, &again, i, &n);
		all += n > 0;
	}
	for (size_t i = 0; i < r->clauses.n; i++) {
		(void)input_count(c, &again, i, &n);
		if (all && !n)
			continue;
		buf_fmt(b, "%s%lld ", before, (long long)n);
		buf_put(b, r->clauses.at[i].words);
		before = all ? between : ", ";
		if (!all)
			continue;
		buf_put(b, S(" × "));
		each_price(b, c, &r->clauses.at[i].gives);
	}
}

struct exact taken(const struct rule *r, const struct rule_case *c, struct exact worth)
{
	return r->bucket == BUCKET_PENALTY ? worth : plus(case_max(c), (struct exact){ -worth.num, worth.den });
}

void taken_words(struct buf *b, const struct rule *r, const struct rule_case *c, struct exact worth)
{
	if (r->bucket == BUCKET_PENALTY) {
		words_equals(b, r, c, worth);
	} else if (!worth.num) {
		buf_put(b, S(":"));
	} else if (exact_cmp(worth, case_max(c)) > 0) {
		buf_put(b, S(" = "));
		words_exact(b, worth);
		buf_put(b, S(" điểm, trừ hết "));
		words_max(b, c);
		buf_put(b, S(":"));
	} else {
		buf_put(b, S(": "));
		words_figure(b, points_figure(c->max));
		buf_put(b, S(" − "));
		words_exact(b, worth);
		buf_put(b, S(" ="));
	}
}
