#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = 1;
	*most = 2;
}

const struct rule_type rule_mixed = {
	.name = "mixed", .help = "Khoảng cao được trọn điểm, khoảng giữa tính theo tỷ lệ, khoảng thấp 0 điểm.",
	.source = "domain.md R6",
	.example = "Từ 95% trở lên: điểm tối đa; từ 70% đến dưới 95%: tỷ lệ × điểm tối đa; dưới 70%: 0 điểm",
	.inputs = inputs,
};
