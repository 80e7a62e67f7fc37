#include "core/rule_input.h"
#include "core/rule_rate.h"
#include "core/rule_why.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = *most = 0;
}

static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	if (exact_defined(c->share))
		s->points = rate_points(r, c, c->share);
	else
		input_missing(s, c->n);
}

enum { SHARE_DECIMALS = 4 };         /* of a percentage that is multiplied on */

static void why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	struct exact percent = exact_mul(c->share, exact_int(100));
	(void)s;
	if (exact_cmp(percent, exact_of(exact_round(percent, SHARE_DECIMALS))))
		buf_put(b, S("khoảng "));
	words_percent(b, c->share, SHARE_DECIMALS, &(struct clause){ .to = { r->floor, false } });
	buf_put(b, S(" số điểm của "));
	words_criteria(b, r);
	if (below_floor(r, c->share))
		words_under(b, r);
	else
		words_times_max(b, c, times(c->share, case_max(c)));
}

const struct rule_type rule_derived = {
	.name = "derived", .help = "Tỷ lệ điểm của các tiêu chí khác nhân điểm tối đa.",
	.source = "domain.md R12; seeds 002 (1.2), 003 (1.1)",
	.example = "Tỷ lệ điểm của các tiêu chí 1; 2; 3 (trừ 1.2) × điểm tối đa",
	.inputs = inputs, .score = score, .why = why,
};
