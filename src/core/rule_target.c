#include "core/rule_input.h"
#include "core/rule_rate.h"
#include "core/rule_why.h"
#include "core/rule_words.h"

static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	struct exact rate;
	if (input_rate(c, s, true, &rate))
		s->points = below_floor(r, rate) ? exact_int(0) : times(over(rate, portion_exact(r->target)), case_max(c));
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
	bool fraction = c->n >= 2 || c->at[0].kind == VALUE_RATE;
	buf_put(b, fraction ? S("(") : S(""));
	words_rate(b, c, r->what);
	buf_put(b, fraction ? S(") / ") : S(" / "));
	rule_print_portion(b, r->target);
	words_times_max(b, c, times(over(rate, portion_exact(r->target)), case_max(c)));
}

const struct rule_type rule_target = {
	.name = "target", .help = "Tỷ lệ so với mục tiêu nhân điểm tối đa, đạt mục tiêu thì trọn điểm.",
	.source = "domain.md R7",
	.example = "Tỷ lệ hồ sơ trực tuyến / 50% × điểm tối đa",
	.inputs = rate_inputs, .score = score, .why = why,
};
