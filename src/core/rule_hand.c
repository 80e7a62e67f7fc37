#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = 0;
	*most = 1;
}

const struct rule_type rule_hand = {
	.name = "hand", .help = "Người thẩm định chấm trong một khoảng điểm, có thể theo bước.",
	.source = "domain.md R28",
	.example = "Chấm từ 0 đến 2 điểm, bước 0,25 điểm",
	.inputs = inputs,
};
