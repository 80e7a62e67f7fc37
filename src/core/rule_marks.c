#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	*least = *most = r->clauses.n;
}

const struct rule_type rule_marks = {
	.name = "marks", .help = "Trung bình điểm của những người chấm.",
	.source = "domain.md R25",
	.example = "Trung bình điểm chấm của: Chủ tịch; Phó Chủ tịch; Chánh Văn phòng",
	.inputs = inputs,
};
