#include "core/rule_input.h"
#include "core/rule_why.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	*least = *most = r->clauses.n;
}

static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	bool all = true, yes;
	if (input_nothing_arose(c, s, r->clauses.n) || !input_all(c, s, r->clauses.n))
		return;
	for (size_t i = 0; i < r->clauses.n; i++) {
		if (!input_yes(c, s, i, &yes))
			return;
		all = all && yes;
	}
	s->points = all ? case_max(c) : exact_int(0);
}

static void why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	const char *before = "thiếu điều kiện ";
	(void)s;
	for (size_t i = 0; i < r->clauses.n; i++) {
		bool yes;
		(void)value_says(&c->at[i], &yes);
		if (yes)
			continue;
		buf_put(b, str_c(before));
		words_quoted(b, r->clauses.at[i].words);
		before = ", ";
	}
	if (*before == 't')
		buf_fmt(b, "đủ %zu/%zu điều kiện", r->clauses.n, r->clauses.n);
	buf_put(b, S(":"));
}

const struct rule_type rule_conditions = {
	.name = "conditions", .help = "Đủ mọi điều kiện thì được điểm tối đa, thiếu một thì 0 điểm.",
	.source = "domain.md R17",
	.example = "Đủ các điều kiện (có kế hoạch; có báo cáo): điểm tối đa; thiếu một điều kiện: 0 điểm",
	.inputs = inputs, .score = score, .why = why,
};
