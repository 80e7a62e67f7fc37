#include "core/rule_rate.h"

const struct rule_type rule_floor = {
	.name = "floor", .help = "Tỷ lệ nhân điểm tối đa, dưới mức sàn thì 0 điểm.",
	.source = "domain.md R5; seed 003 (1.1)",
	.example = "Tỷ lệ hồ sơ đúng hạn × điểm tối đa; dưới 0,8: 0 điểm",
	.inputs = rate_inputs, .score = rate_score, .why = rate_why,
};
