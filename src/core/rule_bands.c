#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = 1;
	*most = 2;
}

const struct rule_type rule_bands = {
	.name = "bands", .help = "Tỷ lệ nằm trong khoảng nào thì được điểm của khoảng đó.",
	.source = "domain.md R3; seeds 000 (2.2.3), 002 (7.2.6)",
	.example = "Từ 90% trở lên: 1 điểm; từ 80% đến dưới 90%: 0,5 điểm; dưới 80%: 0 điểm",
	.inputs = inputs,
};
