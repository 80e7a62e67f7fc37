#include "core/rule_each.h"

static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	struct exact worth;
	if (each_worth(r, c, s, &worth))
		s->points = taken(r, c, worth);
}

static void why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	struct rule_score again = *s;
	struct exact worth = { 0 };
	(void)each_worth(r, c, &again, &worth);
	each_words(b, r, c, r->bucket == BUCKET_PENALTY ? " + " : ", ");
	taken_words(b, r, c, worth);
}

const struct rule_type rule_deduction = {
	.name = "deduction", .help = "Mỗi lỗi trừ chừng ấy điểm, nhiều nhất là hết điểm.",
	.source = "domain.md R10; seed 003 (1.2.1)",
	.example = "Mỗi văn bản chậm trừ 0,25 điểm; mỗi văn bản sai trừ 10% điểm tối đa",
	.inputs = each_inputs, .score = score, .why = why,
};
