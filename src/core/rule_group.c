#include "core/rule_input.h"
#include "core/rule_why.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = *most = 1;
}

static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	struct exact own;
	(void)r;
	if (!input_number(c, s, 0, &own))
		return;
	if (own.num < 0)
		input_wrong(s, 0, "không được âm");
	else if (!exact_defined(c->best))
		input_missing(s, c->n);
	else if (c->best.num <= 0)
		input_none(s, 0);
	else
		s->points = times(over(own, c->best), case_max(c));
}

static void why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	(void)s;
	words_value(b, &c->at[0]);
	str what = words_without_rate(r->what);
	buf_put(b, what.n ? S(" ") : S(""));
	buf_put(b, what);
	buf_put(b, S(" / "));
	words_exact(b, c->best);
	buf_put(b, S(" của đơn vị cao nhất"));
	struct rule_score again = { 0 };
	struct exact own = { 0 };
	(void)input_number(c, &again, 0, &own);
	words_times_max(b, c, times(over(own, c->best), case_max(c)));
}

const struct rule_type rule_group = {
	.name = "group", .help = "So với đơn vị cao nhất trong nhóm, nhân điểm tối đa.",
	.source = "domain.md R26",
	.example = "Số sáng kiến so với đơn vị cao nhất trong nhóm × điểm tối đa",
	.inputs = inputs, .score = score, .why = why,
};
