#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = 1;
	*most = 2;
}

const struct rule_type rule_floor = {
	.name = "floor", .help = "Tỷ lệ nhân điểm tối đa, dưới mức sàn thì 0 điểm.",
	.source = "domain.md R5; seed 003 (1.1)",
	.example = "Tỷ lệ hồ sơ đúng hạn × điểm tối đa; dưới 0,8: 0 điểm",
	.inputs = inputs,
};
