#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = *most = 1;
}

const struct rule_type rule_sample = {
	.name = "sample", .help = "Kiểm tra một số hồ sơ, mỗi lỗi trừ chừng ấy điểm.",
	.source = "domain.md R16; seed 003 (3.2.5, 7b.2.3.2)",
	.example = "Kiểm tra 20 hồ sơ: mỗi hồ sơ sai trừ 0,1 điểm",
	.inputs = inputs,
};
