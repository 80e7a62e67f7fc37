#include "core/rule_input.h"
#include "core/rule_why.h"
#include "core/rule_words.h"

/* Names are numbered by their first appearance. */
static size_t names(const struct expr *e)
{
	if (!e)
		return 0;
	size_t own = e->kind == EXPR_INPUT ? (size_t)e->input + 1 : 0, left = names(e->left), right = names(e->right);
	own = left > own ? left : own;
	return right > own ? right : own;
}

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	*least = *most = names(r->expr);
}

/* What a division by zero means is told by what was to be divided: 0/0 did not arise. The first input below it is named. */
static const struct expr *first_input(const struct expr *e)
{
	if (!e || e->kind == EXPR_INPUT)
		return e;
	const struct expr *left = first_input(e->left);
	return left ? left : first_input(e->right);
}

static bool divide(const struct expr *e, struct rule_score *s, struct exact x, struct exact y, struct exact *ret)
{
	if (y.num || !exact_defined(y)) {
		*ret = exact_div(x, y);
		return true;
	}
	const struct expr *below = first_input(e->right);
	size_t input = below ? (size_t)below->input : 0;
	if (!x.num)
		return input_none(s, input);
	return input_wrong(s, input, below ? "làm mẫu số bằng 0" : "không tính được vì công thức chia cho 0");
}

static struct exact lesser(struct exact x, struct exact y) { return exact_cmp(x, y) < 0 ? x : y; }
static struct exact greater(struct exact x, struct exact y) { return exact_cmp(x, y) > 0 ? x : y; }

static bool worth(const struct expr *e, const struct rule_case *c, struct rule_score *s, struct exact *ret)
{
	static struct exact (*const of_two[])(struct exact x, struct exact y) = {
		[EXPR_ADD] = exact_add, [EXPR_SUB] = exact_sub, [EXPR_MUL] = exact_mul, [EXPR_LEAST] = lesser, [EXPR_MOST] = greater,
	};
	struct exact x, y;
	if (e->kind == EXPR_INPUT)
		return input_number(c, s, (size_t)e->input, ret);
	if (e->kind == EXPR_NUMBER || e->kind == EXPR_MAX) {
		*ret = e->kind == EXPR_MAX ? case_max(c) : portion_exact(e->number);
		return true;
	}
	if (!worth(e->left, c, s, &x) || !worth(e->right, c, s, &y))
		return false;
	if (e->kind == EXPR_DIV)
		return divide(e, s, x, y, ret);
	*ret = of_two[e->kind](x, y);
	return true;
}

/* One figure that did not arise leaves the formula without a meaning; all of them: nothing arose. */
static void score(const struct rule *r, const struct rule_case *c, struct rule_score *s)
{
	size_t n = names(r->expr);
	struct exact v;
	if (input_nothing_arose(c, s, n) || !input_all(c, s, n))
		return;
	for (size_t i = 0; i < n; i++)
		if (c->at[i].kind == VALUE_NOT_ARISEN || c->at[i].num.digits < 0) {
			input_wrong(s, i, c->at[i].kind == VALUE_NOT_ARISEN ? "phải là một số" : "không được âm");
			return;
		}
	if (worth(r->expr, c, s, &v))
		s->points = v;
}

/* -- words: the formula with the figures in it ------------------------------------------------------- */

static int binds(const struct expr *e)
{
	switch (e->kind) {
	case EXPR_ADD:
	case EXPR_SUB: return 1;
	case EXPR_MUL:
	case EXPR_DIV: return 2;
	case EXPR_NUMBER:
	case EXPR_INPUT:
	case EXPR_MAX:
	case EXPR_LEAST:
	case EXPR_MOST:
	default: return 3;
	}
}

static void words_expr(struct buf *b, const struct expr *e, const struct rule_case *c);

static void words_within(struct buf *b, const struct expr *e, const struct rule_case *c, int least)
{
	/* "8/9" as one figure binds as a division does */
	bool apart = binds(e) < least || (e->kind == EXPR_INPUT && least > 1 && c->at[e->input].kind == VALUE_RATE);
	buf_put(b, apart ? S("(") : S(""));
	words_expr(b, e, c);
	buf_put(b, apart ? S(")") : S(""));
}

static void words_two(struct buf *b, const struct expr *e, const struct rule_case *c, const char *sign)
{
	bool again = e->kind == EXPR_SUB || e->kind == EXPR_DIV;          /* a − (b − c) */
	words_within(b, e->left, c, binds(e));
	buf_fmt(b, " %s ", sign);
	words_within(b, e->right, c, binds(e) + again);
}

static void words_list(struct buf *b, const struct expr *e, const struct rule_case *c, const char *name)
{
	buf_fmt(b, "%s(", name);
	words_expr(b, e->left, c);
	buf_put(b, S("; "));
	words_expr(b, e->right, c);
	buf_put(b, S(")"));
}

static void words_expr(struct buf *b, const struct expr *e, const struct rule_case *c)
{
	switch (e->kind) {
	case EXPR_NUMBER: rule_print_portion(b, e->number); break;
	case EXPR_INPUT: words_value(b, &c->at[e->input]); break;
	case EXPR_MAX: words_max(b, c); break;
	case EXPR_ADD: words_two(b, e, c, "+"); break;
	case EXPR_SUB: words_two(b, e, c, "−"); break;
	case EXPR_MUL: words_two(b, e, c, "×"); break;
	case EXPR_DIV: words_two(b, e, c, "/"); break;
	case EXPR_LEAST: words_list(b, e, c, "nhỏ nhất"); break;
	case EXPR_MOST:
	default: words_list(b, e, c, "lớn nhất"); break;
	}
}

static void why(const struct rule *r, const struct rule_case *c, const struct rule_score *s, struct buf *b)
{
	struct rule_score again = *s;
	struct exact v = { 0 };
	words_expr(b, r->expr, c);
	(void)worth(r->expr, c, &again, &v);
	if (v.num >= 0) {
		words_equals(b, r, c, v);
		return;
	}
	buf_put(b, S(" = "));
	words_exact(b, v);
	buf_put(b, S(" điểm, ít nhất"));
}

const struct rule_type rule_formula = {
	.name = "formula", .help = "Công thức trên các số liệu có tên.",
	.source = "domain.md R27",
	.example = "Công thức: ([đúng hạn] + 0,5 × [chậm]) / [tổng] × điểm tối đa",
	.inputs = inputs, .score = score, .why = why,
};
