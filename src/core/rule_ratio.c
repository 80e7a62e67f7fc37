#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = 1;
	*most = 2;
}

const struct rule_type rule_ratio = {
	.name = "ratio", .help = "Tỷ lệ đạt được nhân điểm tối đa.",
	.source = "domain.md R4; seed 000",
	.example = "Tỷ lệ hồ sơ đúng hạn × điểm tối đa",
	.inputs = inputs,
};
