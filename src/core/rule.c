#include "core/rule.h"
#include "base/fold.h"
#include "core/rule_input.h"
#include "core/rule_why.h"
#include "core/rule_words.h"

static const struct rule_type *const table[] = {
#define RULE(id) &rule_##id,
#include "core/rules.def"
#undef RULE
};

struct rule_types rule_types_all(void) { return (struct rule_types){ table, COUNT(table) }; }

const struct rule_type *rule_type_find(str name)
{
	for (size_t i = 0; i < COUNT(table); i++)
		if (str_eq(name, str_c(table[i]->name)))
			return table[i];
	return NULL;
}

static void fold_clauses(struct arena *a, clauses *list)
{
	for (size_t i = 0; i < list->n; i++)
		list->at[i].folded = fold_plain(a, list->at[i].words);
}

void rule_fold(struct arena *a, struct rule *r)
{
	fold_clauses(a, &r->clauses);
	fold_clauses(a, &r->groups);
	for (size_t i = 0; i < r->sub.n; i++)
		rule_fold(a, r->sub.at[i]);
}

/* -- points ------------------------------------------------------------------------------------------ */

void rule_score(const struct rule *r, const struct rule_case *c, struct rule_score *ret)
{
	*ret = (struct rule_score){ .state = RULE_SCORED, .points = exact_int(0) };
	r->type->score(r, c, ret);
	if (ret->state != RULE_SCORED)
		return;
	bool bounded = r->bucket == BUCKET_SUM || c->max > 0;
	if (!exact_defined(ret->points))
		input_wrong(ret, 0, "là số quá lớn");
	else if (ret->points.num <= 0)
		ret->points = exact_int(0);
	else if (bounded && exact_cmp(ret->points, case_max(c)) >= 0)
		ret->points = points_exact(c->max);
	else
		ret->points = exact_mul(ret->points, exact_int(1));
}

/* -- why --------------------------------------------------------------------------------------------- */

static str name_in(const struct expr *e, size_t input)
{
	if (!e)
		return (str){ 0 };
	if (e->kind == EXPR_INPUT && (size_t)e->input == input)
		return e->name;
	str left = name_in(e->left, input);
	return left.n ? left : name_in(e->right, input);
}

/* The name of an input; else what stands for it in the rule; else empty. */
static str name_of(const struct rule *r, const struct rule_case *c, size_t i)
{
	size_t least, most;
	r->type->inputs(r, &least, &most);
	if (c->names && i < c->n && c->names[i].n)
		return c->names[i];
	if (r->expr)
		return name_in(r->expr, i);
	if (most > 1 && least == r->clauses.n && i < least)
		return r->clauses.at[i].words;
	if (r->what.n)
		return i ? S("tổng số") : words_without_rate(r->what);
	return most == 1 ? r->unit : S("");
}

static void words_name(struct buf *b, const struct rule *r, const struct rule_case *c, size_t i)
{
	str name = name_of(r, c, i);
	if (name.n)
		words_quoted(b, name);
	else
		buf_fmt(b, "thứ %zu", i + 1);
}

/* The rule that wants what only other criteria or other bodies can tell. A derived one has points as soon as the share is known, and then
 * nothing is missing. */
static const struct rule *lacking(const struct rule *r, const struct rule_case *c)
{
	if (r->type == &rule_derived || (r->type == &rule_group && !exact_defined(c->best)))
		return r;
	for (size_t i = 0; i < r->sub.n; i++) {
		const struct rule *found = lacking(r->sub.at[i], c);
		if (found)
			return found;
	}
	return NULL;
}

static void why_missing(struct buf *b, const struct rule *r, const struct rule_case *c, const struct rule_score *s)
{
	const struct rule *lacks = s->input >= c->n ? lacking(r, c) : NULL;
	if (lacks && lacks->type == &rule_group) {
		buf_put(b, S("chưa biết kết quả của đơn vị cao nhất trong nhóm"));
		return;
	}
	if (lacks) {
		buf_put(b, S("chưa có điểm của "));
		words_criteria(b, lacks);
		return;
	}
	buf_put(b, S("chưa có số liệu "));
	words_name(b, r, c, s->input);
	for (size_t i = s->input + 1; r->type != &rule_best && i < c->n; i++)
		if (c->at[i].kind == VALUE_NONE) {
			buf_put(b, S("; "));
			words_name(b, r, c, i);
		}
}

static bool is_part_and_whole(const struct rule *r, const struct rule_case *c)
{
	size_t least, most;
	r->type->inputs(r, &least, &most);
	return least == 1 && most == 2 && c->n == 2;
}

static void words_entered(struct buf *b, const struct rule *r, const struct rule_case *c, size_t i)
{
	words_value(b, input_at(c, i));
	if (i || !is_part_and_whole(r, c) || c->at[0].kind != VALUE_NUMBER)
		return;
	buf_put(b, S("/"));
	words_value(b, &c->at[1]);
}

static void why_wrong(struct buf *b, const struct rule *r, const struct rule_case *c, const struct rule_score *s)
{
	buf_put(b, S("số liệu "));
	words_name(b, r, c, s->input);
	buf_fmt(b, ": %s", s->wrong);
	if (r->type == &rule_options)
		for (size_t i = 0; i < r->clauses.n; i++) {
			buf_put(b, i ? S("; ") : S(" "));
			words_quoted(b, r->clauses.at[i].words);
		}
	buf_put(b, S(", mà đang ghi \""));
	words_entered(b, r, c, s->input);
	buf_put(b, S("\""));
}

static void why_none(struct buf *b, const struct rule *r, const struct rule_case *c)
{
	enum none_arose none = r->none != NONE_UNSAID ? r->none : c->none;
	buf_put(b, S("không phát sinh"));
	if (input_at(c, 0)->kind == VALUE_RATE || (is_part_and_whole(r, c) && c->at[0].kind == VALUE_NUMBER && c->at[1].num.present)) {
		buf_put(b, S(" ("));
		words_entered(b, r, c, 0);
		buf_put(b, S(")"));
	}
	switch (none) {
	case NONE_FULL:
		buf_put(b, S(": điểm tối đa, "));
		words_max(b, c);
		break;
	case NONE_EXCLUDE: buf_put(b, S(": loại khỏi mẫu số")); break;
	case NONE_ZERO: buf_put(b, S(": 0 điểm")); break;
	case NONE_UNSAID:
	default: buf_put(b, S(", nhưng cách tính chưa nói khi đó được mấy điểm")); break;
	}
}

static void why_by_hand(struct buf *b, const struct rule *r, const struct rule_case *c)
{
	buf_put(b, S("người thẩm định chấm, từ "));
	if (r->least.present)
		words_figure(b, r->least);
	else
		buf_put(b, S("0"));
	buf_put(b, S(" đến "));
	if (r->most.present) {
		words_figure(b, r->most);
		buf_put(b, S(" điểm"));
	} else {
		words_max(b, c);
	}
	if (r->step.present) {
		buf_put(b, S(", bước "));
		words_figure(b, r->step);
		buf_put(b, S(" điểm"));
	}
}

str rule_why(struct arena *a, const struct rule *r, const struct rule_case *c, const struct rule_score *s, points p)
{
	static const char *const buckets[] = { [BUCKET_SUM] = "", [BUCKET_BONUS] = "điểm thưởng: ", [BUCKET_PENALTY] = "điểm phạt: " };
	struct buf b = buf_open(a);
	buf_put(&b, str_c(buckets[r->bucket]));
	switch (s->state) {
	case RULE_SCORED: words_calculation(&b, r, c, s, p); break;
	case RULE_NOT_ARISEN: why_none(&b, r, c); break;
	case RULE_MISSING: why_missing(&b, r, c, s); break;
	case RULE_WRONG: why_wrong(&b, r, c, s); break;
	case RULE_BY_HAND:
	default: why_by_hand(&b, r, c); break;
	}
	buf_put(&b, S("."));
	return rule_capital(a, buf_str(&b));
}
