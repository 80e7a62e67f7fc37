#include "core/rule_input.h"
#include "core/rule_why.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = *most = 2;
}

/* Without "bằng", equal is not grown. */
static const struct clause *clause_for(const struct rule *r, int side)
{
	static const char *const heads[] = { "giam", "bang", "tang" };
	for (int want = side + 1; want >= 0; want--) {
		for (size_t i = 0; i < r->clauses.n; i++)
			if (str_starts(r->clauses.at[i].folded, str_c(heads[want])))
				return &r->clauses.at[i];
		if (side)
			break;
	}
	return NULL;
}

static bool is_number(const struct value *v) { return v->kind == VALUE_NUMBER; }

/* A number as it is, also below nought; a rate as every rate. */
static bool figure(const struct rule_case *c, struct rule_score *s, size_t i, struct exact *ret)
{
	struct rule_case one = *c;
	if (c->at[i].kind != VALUE_RATE && c->at[i].kind != VALUE_PERCENT)
		return input_number(c, s, i, ret);
	one.at = &c->at[i];
	one.n = 1;
	bool known = input_rate(&one, s, false, ret);
	s->input = i;
	return known;
}

static bool compare(const struct rule_case *c, struct rule_score *s, int *side)
{
	struct exact now, before;
	for (size_t i = 0; i < 2; i++)
		if (input_at(c, i)->kind == VALUE_NOT_ARISEN)
			return input_none(s, i);
	if (!input_all(c, s, 2) || !figure(c, s, 0, &now) || !figure(c, s, 1, &before))
		return false;
	if (is_number(&c->at[0]) != is_number(&c->at[1]))
		return input_wrong(s, 1, "hai năm phải cùng là số hoặc cùng là tỷ lệ");
	*side = exact_cmp(now, before);
	return true;
}

static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	int side;
	if (!compare(c, s, &side))
		return;
	const struct clause *k = clause_for(r, side);
	s->points = k ? gives_points(&k->gives, c, exact_int(1)) : exact_int(0);
}

static void why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	static const char *const words[] = { "giảm so với", "bằng", "tăng so với" };
	struct rule_score again = *s;
	int side = 0;
	(void)compare(c, &again, &side);
	const struct clause *k = clause_for(r, side);
	buf_put(b, S("năm nay "));
	words_value(b, &c->at[0]);
	buf_fmt(b, ", %s năm trước ", words[side + 1]);
	words_value(b, &c->at[1]);
	words_gives(b, c, k ? &k->gives : &(struct gives){ 0 }, exact_int(1));
}

const struct rule_type rule_growth = {
	.name = "growth", .help = "So với năm trước tăng, bằng hay giảm.",
	.source = "domain.md R14; seed 003 (8b.3)",
	.example = "Tăng so với năm trước: điểm tối đa; bằng năm trước: 0,5 điểm; giảm so với năm trước: 0 điểm",
	.inputs = inputs, .score = score, .why = why,
};
