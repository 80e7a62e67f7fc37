#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	*least = *most = r->clauses.n;
}

const struct rule_type rule_conditions = {
	.name = "conditions", .help = "Đủ mọi điều kiện thì được điểm tối đa, thiếu một thì 0 điểm.",
	.source = "domain.md R17",
	.example = "Đủ các điều kiện (có kế hoạch; có báo cáo): điểm tối đa; thiếu một điều kiện: 0 điểm",
	.inputs = inputs,
};
