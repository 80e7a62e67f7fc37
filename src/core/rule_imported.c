#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	(void)r;
	*least = *most = 1;
}

const struct rule_type rule_imported = {
	.name = "imported", .help = "Kết quả của một chỉ số khác nhân điểm tối đa.",
	.source = "domain.md R13; seed 002 (7.1.1.7)",
	.example = "Kết quả Chỉ số chuyển đổi số × điểm tối đa",
	.inputs = inputs,
};
