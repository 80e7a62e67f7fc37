#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = 1;
	*most = 2;
}

const struct rule_type rule_target = {
	.name = "target", .help = "Tỷ lệ so với mục tiêu nhân điểm tối đa, đạt mục tiêu thì trọn điểm.",
	.source = "domain.md R7",
	.example = "Tỷ lệ hồ sơ trực tuyến / 50% × điểm tối đa",
	.inputs = inputs,
};
