#include "core/rule_each.h"
#include "core/rule_input.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = *most = 1;
}

/* Faults, or faults of so many drawn: there may have been fewer than the rule wants to see. */
static bool faults(const struct rule *r, const struct rule_case *c, struct rule_score *s, int64_t *found, int64_t *drawn)
{
	const struct value *v = input_at(c, 0);
	bool rate = v->kind == VALUE_RATE;
	struct value parts[2] = { { .kind = VALUE_NUMBER, .num = v->num }, { .kind = VALUE_NUMBER, .num = v->den } };
	struct rule_case own = { .at = rate ? parts : c->at, .n = rate ? 2 : c->n };
	*drawn = r->sample;
	if (v->kind == VALUE_NOT_ARISEN)
		return input_none(s, 0);
	if (!input_count(&own, s, 0, found))
		return false;
	if (rate && !input_count(&own, s, 1, drawn)) {
		s->input = 0;
		return false;
	}
	if (rate && !*drawn && !*found)
		return input_none(s, 0);
	if (*found > *drawn)
		return input_wrong(s, 0, "số lỗi không được lớn hơn số được kiểm tra");
	return true;
}

static struct exact worth_of(const struct rule *r, const struct rule_case *c, int64_t found)
{
	return times(exact_int(found), gives_points(&r->clauses.at[0].gives, c, exact_int(1)));
}

static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	int64_t found, drawn;
	if (faults(r, c, s, &found, &drawn))
		s->points = taken(r, c, worth_of(r, c, found));
}

static void why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	struct rule_score again = *s;
	int64_t found = 0, drawn = 0;
	(void)faults(r, c, &again, &found, &drawn);
	const struct clause *each = &r->clauses.at[0];
	buf_fmt(b, "%lld/%lld ", (long long)found, (long long)drawn);
	buf_put(b, each->words.n ? each->words : r->unit);
	if (found) {
		buf_put(b, S(" × "));
		each_price(b, c, &each->gives);
	}
	taken_words(b, r, c, worth_of(r, c, found));
}

const struct rule_type rule_sample = {
	.name = "sample", .help = "Kiểm tra một số hồ sơ, mỗi lỗi trừ chừng ấy điểm.",
	.source = "domain.md R16; seed 003 (3.2.5, 7b.2.3.2)",
	.example = "Kiểm tra 20 hồ sơ: mỗi hồ sơ sai trừ 0,1 điểm",
	.inputs = inputs, .score = score, .why = why,
};
