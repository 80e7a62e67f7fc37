#include "core/rule_rate.h"

const struct rule_type rule_ratio = {
	.name = "ratio", .help = "Tỷ lệ đạt được nhân điểm tối đa.",
	.source = "domain.md R4; seed 000",
	.example = "Tỷ lệ hồ sơ đúng hạn × điểm tối đa",
	.inputs = rate_inputs, .score = rate_score, .why = rate_why,
};
