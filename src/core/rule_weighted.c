#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	*least = r->clauses.n;
	*most = *least + 1;
}

const struct rule_type rule_weighted = {
	.name = "weighted", .help = "Mỗi tình trạng có một trọng số, chia cho tổng số rồi nhân điểm tối đa.",
	.source = "domain.md R11; seeds 002 (1.5), 003 (1.3)",
	.example = "Tỷ lệ có trọng số (đã khắc phục 1; đang khắc phục 0,5; chưa khắc phục 0) × điểm tối đa",
	.inputs = inputs,
};
