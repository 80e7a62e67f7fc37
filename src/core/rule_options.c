#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = *most = 1;
}

const struct rule_type rule_options = {
	.name = "options", .help = "Mỗi mức kết quả được số điểm của mức đó.",
	.source = "domain.md R2",
	.example = "Kịp thời: 1 điểm; không kịp thời: 0,5 điểm; không ban hành: 0 điểm",
	.inputs = inputs,
};
