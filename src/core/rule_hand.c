#include "core/rule_input.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = 0;
	*most = 1;
}

static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	const struct value *v = input_at(c, 0);
	struct exact least = r->least.present ? plain(r->least) : exact_int(0), most = r->most.present ? plain(r->most) : case_max(c);
	struct exact mark = plain(v->num);
	if (v->kind == VALUE_NONE) {
		*s = (struct rule_score){ .state = RULE_BY_HAND };
	} else if (v->kind == VALUE_NOT_ARISEN) {
		input_none(s, 0);
	} else if (v->kind != VALUE_NUMBER) {
		input_wrong(s, 0, "phải là số điểm");
	} else if (exact_cmp(mark, least) < 0 || exact_cmp(mark, most) > 0) {
		input_wrong(s, 0, "nằm ngoài khoảng điểm được chấm");
	} else if (r->step.digits > 0 && exact_div(exact_sub(mark, least), plain(r->step)).den != 1) {
		input_wrong(s, 0, "không đúng bước điểm");
	} else {
		s->points = mark;
	}
}

static void why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	(void)r;
	(void)c;
	(void)s;
	buf_put(b, S("chấm"));
}

const struct rule_type rule_hand = {
	.name = "hand", .help = "Người thẩm định chấm trong một khoảng điểm, có thể theo bước.",
	.source = "domain.md R28",
	.example = "Chấm từ 0 đến 2 điểm, bước 0,25 điểm",
	.inputs = inputs, .score = score, .why = why,
};
