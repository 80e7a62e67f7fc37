#include "core/rule.h"

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

const struct rule_type rule_formula = {
	.name = "formula", .help = "Công thức trên các số liệu có tên.",
	.source = "domain.md R27",
	.example = "Công thức: ([đúng hạn] + 0,5 × [chậm]) / [tổng] × điểm tối đa",
	.inputs = inputs,
};
