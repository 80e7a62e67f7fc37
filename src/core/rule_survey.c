#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	*least = *most = r->clauses.n ? r->clauses.n * (r->groups.n ? r->groups.n : 1) : 1;
}

const struct rule_type rule_survey = {
	.name = "survey", .help = "Kết quả khảo sát ý kiến, theo từng mức trả lời và từng nhóm người được hỏi.",
	.source = "domain.md R24",
	.example = "Khảo sát (người dân 60%; doanh nghiệp 40%): rất hài lòng 100%; hài lòng 75%; không hài lòng 0%",
	.inputs = inputs,
};
