#include "core/rule_input.h"
#include "core/rule_why.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = *most = 1;
}

/* Whatever stands first: "Có" may be the fault that costs the points. */
static const struct clause *clause_for(const struct rule *r, bool yes)
{
	for (size_t i = 0; i < r->clauses.n; i++)
		if (str_eq(r->clauses.at[i].folded, yes ? S("co") : S("khong")))
			return &r->clauses.at[i];
	return NULL;
}

static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	bool yes;
	if (input_at(c, 0)->kind == VALUE_NOT_ARISEN) {
		input_none(s, 0);
	} else if (input_yes(c, s, 0, &yes)) {
		const struct clause *k = clause_for(r, yes);
		s->points = k ? gives_points(&k->gives, c, exact_int(1)) : exact_int(0);
	}
}

static void why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	bool yes = false;
	(void)s;
	(void)value_says(&c->at[0], &yes);
	const struct clause *k = clause_for(r, yes);
	buf_put(b, yes ? S("kết quả \"có\"") : S("kết quả \"không\""));
	words_gives(b, c, k ? &k->gives : &(struct gives){ 0 }, exact_int(1));
}

const struct rule_type rule_yes_no = {
	.name = "yes_no", .help = "Có thì được điểm tối đa, không thì 0 điểm.",
	.source = "domain.md R1; seed 003 (3.2.4)",
	.example = "Có: điểm tối đa; không: 0 điểm",
	.inputs = inputs, .score = score, .why = why,
};
