#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = *most = 1;
}

const struct rule_type rule_thresholds = {
	.name = "thresholds", .help = "Số lượng nằm trong khoảng nào thì được điểm của khoảng đó.",
	.source = "domain.md R15; seeds 000, 002 (1.7), 003",
	.example = "Từ 2 sáng kiến trở lên: 2 điểm; có 1 sáng kiến: 1 điểm; không có sáng kiến: 0 điểm",
	.inputs = inputs,
};
