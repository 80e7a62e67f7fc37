#include "core/rule_rate.h"
#include "core/rule_input.h"
#include "core/rule_why.h"

void rate_inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = 1;
	*most = 2;
}

struct exact rate_points(const struct rule *r, const struct rule_case *c, struct exact rate)
{
	return below_floor(r, rate) ? exact_int(0) : times(rate, case_max(c));
}

void rate_score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	struct exact rate;
	if (input_rate(c, s, false, &rate))
		s->points = rate_points(r, c, rate);
}

void rate_why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	struct rule_score again = *s;
	struct exact rate = { 0 };
	(void)input_rate(c, &again, true, &rate);
	if (below_floor(r, rate)) {
		words_below(b, r, c, rate);
		return;
	}
	words_rate(b, c, r->what);
	words_times_max(b, c, times(rate, case_max(c)));
}
