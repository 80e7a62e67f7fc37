#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	*least = *most = r->clauses.n;
}

const struct rule_type rule_count = {
	.name = "count", .help = "Mỗi việc làm được thì được chừng ấy điểm, nhiều nhất là điểm tối đa.",
	.source = "domain.md R9",
	.example = "Mỗi cuộc họp được 0,25 điểm",
	.inputs = inputs,
};
