#include "core/rule_input.h"
#include "core/rule_rate.h"
#include "core/rule_why.h"
#include "core/rule_words.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	*least = r->clauses.n;
	*most = *least + 1;
}

/* Of all of them, or of the whole where that is given. */
static bool weigh(const struct rule *r, const struct rule_case *c, struct rule_score *s, struct exact *sum, int64_t *whole)
{
	size_t n = r->clauses.n;
	int64_t count, all = 0;
	*sum = exact_int(0);
	if (input_nothing_arose(c, s, c->n) || !input_all(c, s, c->n > n ? n + 1 : n))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!input_count(c, s, i, &count))
			return false;
		all += count;
		*sum = plus(*sum, times(exact_int(count), portion_exact(r->clauses.at[i].gives.share)));
	}
	*whole = all;
	if (c->n > n && !input_count(c, s, n, whole))
		return false;
	if (*whole < all)
		return input_wrong(s, n, "tổng số không được nhỏ hơn các phần cộng lại");
	if (!*whole)
		return input_none(s, 0);
	return true;
}

static struct exact rate_of(struct exact sum, int64_t whole) { return over(sum, exact_int(whole)); }

static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	struct exact sum;
	int64_t whole;
	if (weigh(r, c, s, &sum, &whole))
		s->points = rate_points(r, c, rate_of(sum, whole));
}

static void words_sum(struct buf *b, const struct rule *r, const struct rule_case *c)
{
	const char *before = "(";
	for (size_t i = 0; i < r->clauses.n; i++) {
		struct rule_score again = { 0 };
		const struct portion *weight = &r->clauses.at[i].gives.share;
		int64_t count;
		(void)input_count(c, &again, i, &count);
		if (!count || !weight->at.digits)
			continue;
		buf_fmt(b, "%s%lld × ", before, (long long)count);
		rule_print_portion(b, *weight);
		before = " + ";
	}
	buf_put(b, *before == '(' ? S("0") : S(")"));
}

static void why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	struct rule_score again = *s;
	struct exact sum = { 0 };
	int64_t whole = 1;
	(void)weigh(r, c, &again, &sum, &whole);
	struct exact rate = rate_of(sum, whole);
	words_sum(b, r, c);
	buf_fmt(b, " / %lld", (long long)whole);
	if (!below_floor(r, rate)) {
		words_times_max(b, c, times(rate, case_max(c)));
		return;
	}
	words_is_percent(b, rate, 2, &(struct clause){ .to = { r->floor, false } });
	words_under(b, r);
}

const struct rule_type rule_weighted = {
	.name = "weighted", .help = "Mỗi tình trạng có một trọng số, chia cho tổng số rồi nhân điểm tối đa.",
	.source = "domain.md R11; seeds 002 (1.5), 003 (1.3)",
	.example = "Tỷ lệ có trọng số (đã khắc phục 1; đang khắc phục 0,5; chưa khắc phục 0) × điểm tối đa",
	.inputs = inputs, .score = score, .why = why,
};
