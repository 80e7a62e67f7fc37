#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = *most = 1;
}

const struct rule_type rule_yes_no = {
	.name = "yes_no", .help = "Có thì được điểm tối đa, không thì 0 điểm.",
	.source = "domain.md R1; seed 003 (3.2.4)",
	.example = "Có: điểm tối đa; không: 0 điểm",
	.inputs = inputs,
};
