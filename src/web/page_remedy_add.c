#include "web/work.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	struct remedy_said s = work_typed(q);
	int64_t finding = param_id(q, "finding"), id = 0;
	strs told = { 0 };
	if (!param_full(q, "text"))
		return fail(e, ERR_INPUT, "Giải pháp chưa có nội dung."), err_hint(e, "Ghi việc phải làm rồi bấm lại.");
	if (!remedy_add(q->r, q->a, &finding, 1, &s, &id, &told, e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã thêm giải pháp G%lld.", (long long)id));
	return work_said(q, &told, s.due && *s.due ? id : 0, e) && work_back(q, id);
}

const struct page page_remedy_add = {
	.method = POST, .path = "/giai-phap", .title = "Thêm giải pháp",
	.help = "Thêm một giải pháp cho tồn tại: việc phải làm, ai chủ trì, ai phối hợp (mỗi dòng một đơn vị), bao giờ xong.",
	.who = WHO_RIGHT, .area = "findings", .acts = "change", .of = PLACE_FINDING, .id = "finding",
	.params = { { "finding", "tồn tại", PARAM_ID, .wanted = true }, REMEDY_PARAMS },
	.form = &page_finding, .typed = "add", .example = "finding=1&text=Ni%C3%AAm+y%E1%BA%BFt+l%E1%BA%A1i&due=30%2F6%2F2026", .source = "issue 6 (5)", .run = run,
};
