#include "core/rule_bands.h"
#include "core/rule_input.h"
#include "core/rule_rate.h"
#include "core/rule_why.h"
#include "core/rule_words.h"

/* Has it a band for more than the whole: "đến 100%: điểm tối đa; trên 100%: 0 điểm"? Then a part may be larger than its whole. */
static bool beyond(const struct rule *r)
{
	for (size_t i = 0; i < r->clauses.n; i++) {
		const struct bound *from = &r->clauses.at[i].from;
		int above = from->at.at.present ? exact_cmp(portion_exact(from->at), exact_int(1)) : -1;
		if (above > 0 || (!above && !from->closed))
			return true;
	}
	return false;
}

void bands_score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	struct exact rate;
	if (!input_rate(c, s, beyond(r), &rate))
		return;
	const struct clause *k = clause_of_rate(r, rate);
	if (k)
		s->points = gives_points(&k->gives, c, rate);
	else
		input_wrong(s, 0, "không nằm trong mức nào của cách tính điểm");
}

void bands_why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	struct rule_score again = *s;
	struct exact rate = { 0 };
	(void)input_rate(c, &again, beyond(r), &rate);
	const struct clause *k = clause_of_rate(r, rate);
	words_placed(b, c, rate, k);
	buf_put(b, S(" nằm trong mức "));
	rule_print_range(b, k->from, k->to, S(""), false);
	words_gives(b, c, &k->gives, rate);
}

const struct rule_type rule_bands = {
	.name = "bands", .help = "Tỷ lệ nằm trong khoảng nào thì được điểm của khoảng đó.",
	.source = "domain.md R3; seeds 000 (2.2.3), 002 (7.2.6)",
	.example = "Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm",
	.inputs = rate_inputs, .score = bands_score, .why = bands_why,
};
