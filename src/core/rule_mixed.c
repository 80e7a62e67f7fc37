#include "core/rule_bands.h"
#include "core/rule_rate.h"

const struct rule_type rule_mixed = {
	.name = "mixed", .help = "Khoảng cao được trọn điểm, khoảng giữa tính theo tỷ lệ, khoảng thấp 0 điểm.",
	.source = "domain.md R6",
	.example = "Từ 95% trở lên: điểm tối đa; từ 70% đến dưới 95%: tỷ lệ × điểm tối đa; dưới 70%: 0 điểm",
	.inputs = rate_inputs, .score = bands_score, .why = bands_why,
};
