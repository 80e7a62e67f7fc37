#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = *most = 2;
}

const struct rule_type rule_growth = {
	.name = "growth", .help = "So với năm trước tăng, bằng hay giảm.",
	.source = "domain.md R14; seed 003 (8b.3)",
	.example = "Tăng so với năm trước: điểm tối đa; bằng năm trước: 0,5 điểm; giảm so với năm trước: 0 điểm",
	.inputs = inputs,
};
