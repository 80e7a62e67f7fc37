#include "core/rule_each.h"
#include "core/rule_why.h"

static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	struct exact worth;
	if (each_worth(r, c, s, &worth))
		s->points = worth;
}

static void why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	struct rule_score again = *s;
	struct exact worth = { 0 };
	(void)each_worth(r, c, &again, &worth);
	each_words(b, r, c, " + ");
	if (worth.num)
		words_equals(b, r, c, worth);
	else
		buf_put(b, S(":"));
}

const struct rule_type rule_count = {
	.name = "count", .help = "Mỗi việc làm được thì được chừng ấy điểm, nhiều nhất là điểm tối đa.",
	.source = "domain.md R9",
	.example = "Mỗi cuộc họp được 0,25 điểm",
	.inputs = each_inputs, .score = score, .why = why,
};
