#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	*least = *most = r->clauses.n;
}

const struct rule_type rule_deduction = {
	.name = "deduction", .help = "Mỗi lỗi trừ chừng ấy điểm, nhiều nhất là hết điểm.",
	.source = "domain.md R10; seed 003 (1.2.1)",
	.example = "Mỗi văn bản chậm trừ 0,25 điểm; mỗi văn bản sai trừ 10% điểm tối đa",
	.inputs = inputs,
};
