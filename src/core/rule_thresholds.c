#include "core/rule_input.h"
#include "core/rule_why.h"
#include "core/rule_words.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = *most = 1;
}

static const struct clause *clause_of_count(const struct rule *r, int64_t n)
{
	for (size_t i = 0; i < r->clauses.n; i++)
		if (clause_holds(&r->clauses.at[i], exact_int(n)))
			return &r->clauses.at[i];
	return NULL;
}

static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	int64_t n;
	if (input_at(c, 0)->kind == VALUE_NOT_ARISEN) {
		input_none(s, 0);
		return;
	}
	if (!input_count(c, s, 0, &n))
		return;
	const struct clause *k = clause_of_count(r, n);
	if (k)
		s->points = gives_points(&k->gives, c, exact_int(1));
	else
		input_wrong(s, 0, "không nằm trong mức nào của cách tính điểm");
}

static void why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	struct rule_score again = *s;
	int64_t n = 0;
	(void)input_count(c, &again, 0, &n);
	const struct clause *k = clause_of_count(r, n);
	buf_fmt(b, "%lld%s", (long long)n, r->unit.n ? " " : "");
	buf_put(b, r->unit);
	buf_put(b, S(" nằm trong mức "));
	rule_print_range(b, k->from, k->to, r->unit, true);
	words_gives(b, c, &k->gives, exact_int(1));
}

const struct rule_type rule_thresholds = {
	.name = "thresholds", .help = "Số lượng nằm trong khoảng nào thì được điểm của khoảng đó.",
	.source = "domain.md R15; seeds 000, 002 (1.7), 003",
	.example = "Từ 2 sáng kiến trở lên: 2 điểm; có 1 sáng kiến: 1 điểm; không có sáng kiến: 0 điểm",
	.inputs = inputs, .score = score, .why = why,
};
