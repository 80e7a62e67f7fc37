#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = *most = 0;
}

const struct rule_type rule_derived = {
	.name = "derived", .help = "Tỷ lệ điểm của các tiêu chí khác nhân điểm tối đa.",
	.source = "domain.md R12; seeds 002 (1.2), 003 (1.1)",
	.example = "Tỷ lệ điểm của các tiêu chí 1; 2; 3 (trừ 1.2) × điểm tối đa",
	.inputs = inputs,
};
