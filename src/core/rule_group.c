#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = *most = 1;
}

const struct rule_type rule_group = {
	.name = "group", .help = "So với đơn vị cao nhất trong nhóm, nhân điểm tối đa.",
	.source = "domain.md R26",
	.example = "Số sáng kiến so với đơn vị cao nhất trong nhóm × điểm tối đa",
	.inputs = inputs,
};
