#include "core/rule.h"

static void inputs(const struct rule *r, size_t *least, size_t *most)
{
	*least = *most = 0;
	for (size_t i = 0; i < r->sub.n; i++) {
		size_t few, many;
		r->sub.at[i]->type->inputs(r->sub.at[i], &few, &many);
		*least += few;
		*most += many;
	}
}

const struct rule_type rule_best = {
	.name = "best", .help = "Tính theo từng cách rồi lấy số điểm cao nhất.",
	.source = "domain.md R17",
	.example = "Cao nhất trong: [Có: điểm tối đa; không: 0 điểm] hoặc [Tỷ lệ hồ sơ đúng hạn × điểm tối đa]",
	.inputs = inputs,
};
