#include "web/work.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	int64_t id = param_id(q, "remedy"), finding = param_id(q, "finding");
	if (!remedy_drop(q->r, q->a, id, (int)param_id(q, "revision"), param_line(q, "why"), e))
		return false;
	req_tell(q, str_fmt(q->a, "Giải pháp G%lld thôi thực hiện; những gì đã làm vẫn giữ trong lịch sử.", (long long)id));
	return finding ? req_go(q, "/ton-tai/%lld", (long long)finding) : req_go(q, "/ton-tai");
}

const struct page page_remedy_drop = {
	.method = POST, .path = "/giai-phap/:remedy/bo", .title = "Thôi giải pháp",
	.help = "Thôi một giải pháp, với lý do: các bản kế hoạch sau không còn nó, điều đã làm vẫn giữ.",
	.who = WHO_RIGHT, .area = "findings", .acts = "change", .of = PLACE_REMEDY, .id = "remedy",
	.params = { { "remedy", "giải pháp", PARAM_ID, .wanted = true }, { "finding", "tồn tại", PARAM_ID }, { "revision", "bản đang sửa", PARAM_NUMBER, 1, 1000000 },
	            { "why", "lý do thôi", PARAM_LINES, 3, 2000, .wanted = true } },
	.form = &page_finding, .typed = "typed", .example = "remedy=2&finding=2&why=Tr%C3%B9ng+gi%E1%BA%A3i+ph%C3%A1p+kh%C3%A1c", .source = "issue 6 (5)", .run = run,
};
