#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	*least = *most = r->clauses.n ? r->clauses.n : 1;
}

const struct rule_type rule_checklist = {
	.name = "checklist", .help = "Cộng điểm của những mục đạt.",
	.source = "domain.md R8; seed 002 (7.1.1.4)",
	.example = "Tổng điểm các mục đạt: có kế hoạch 0,5; có báo cáo 0,25; đúng hạn 0,25",
	.inputs = inputs,
};
