#include "core/rule_input.h"
#include "core/rule_rate.h"
#include "core/rule_why.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = *most = 1;
}

static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	struct exact rate;
	if (input_rate(&(struct rule_case){ .max = c->max, .at = c->at, .n = c->n > 1 ? 1 : c->n }, s, true, &rate))
		s->points = rate_points(r, c, rate);
}

static void why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	struct rule_score again = *s;
	struct exact rate = { 0 };
	(void)input_rate(c, &again, true, &rate);
	if (below_floor(r, rate)) {
		words_below(b, r, c, rate);
		return;
	}
	if (r->what.n) {
		buf_put(b, S("kết quả "));
		buf_put(b, r->what);
		buf_put(b, S(" "));
	}
	words_value(b, &c->at[0]);
	words_times_max(b, c, times(rate, case_max(c)));
}

const struct rule_type rule_imported = {
	.name = "imported", .help = "Kết quả của một chỉ số khác nhân điểm tối đa.",
	.source = "domain.md R13; seed 002 (7.1.1.7)",
	.example = "Kết quả Chỉ số chuyển đổi số × điểm tối đa",
	.inputs = inputs, .score = score, .why = why,
};
