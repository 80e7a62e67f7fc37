#include "core/rule_input.h"
#include "core/rule_why.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	*least = *most = r->clauses.n;
}

/* Of those who gave one. */
static bool mean(const struct rule *r, const struct rule_case *c, struct rule_score *s, struct exact *ret)
{
	struct exact sum = exact_int(0), mark;
	int64_t given = 0;
	if (input_nothing_arose(c, s, r->clauses.n))
		return false;
	for (size_t i = 0; i < r->clauses.n; i++) {
		const struct value *v = input_at(c, i);
		if (v->kind == VALUE_NONE || v->kind == VALUE_NOT_ARISEN)
			continue;
		mark = plain(v->num);
		if (v->kind != VALUE_NUMBER || mark.num < 0 || exact_cmp(mark, case_max(c)) > 0)
			return input_wrong(s, i, "phải là số điểm từ 0 đến điểm tối đa");
		sum = plus(sum, mark);
		given++;
	}
	if (!given)
		return input_missing(s, 0);
	*ret = over(sum, exact_int(given));
	return true;
}

static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	struct exact v;
	if (mean(r, c, s, &v))
		s->points = v;
}

static void why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	const char *before = "(";
	size_t given = 0;
	(void)s;
	for (size_t i = 0; i < r->clauses.n; i++) {
		if (input_at(c, i)->kind != VALUE_NUMBER)
			continue;
		buf_put(b, str_c(before));
		words_value(b, &c->at[i]);
		before = " + ";
		given++;
	}
	buf_fmt(b, ") / %zu người chấm =", given);
}

const struct rule_type rule_marks = {
	.name = "marks", .help = "Trung bình điểm của những người chấm.",
	.source = "domain.md R25",
	.example = "Trung bình điểm chấm của: Chủ tịch; Phó Chủ tịch; Chánh Văn phòng",
	.inputs = inputs, .score = score, .why = why,
};
