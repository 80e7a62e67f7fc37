#include "web/work.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	struct remedy_said s = work_typed(q);
	int64_t id = param_id(q, "remedy");
	strs told = { 0 };
	if (s.text && !*s.text)
		return fail(e, ERR_INPUT, "Giải pháp chưa có nội dung."), err_hint(e, "Ghi việc phải làm; không làm nữa thì bấm “Thôi giải pháp”.");
	if (!remedy_edit(q->r, q->a, id, (int)param_id(q, "revision"), NULL, 0, &s, &told, e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã lưu giải pháp G%lld.", (long long)id));
	return work_said(q, &told, s.due && *s.due ? id : 0, e) && work_back(q, id);
}

const struct page page_remedy_edit = {
	.method = POST, .path = "/giai-phap/:remedy", .title = "Sửa giải pháp",
	.help = "Sửa một giải pháp. Phần không gửi thì giữ nguyên, gửi trống thì bỏ; bản đã bị người khác sửa (revision) thì không ghi đè.",
	.who = WHO_RIGHT, .area = "findings", .acts = "change", .of = PLACE_REMEDY, .id = "remedy",
	.params = { { "remedy", "giải pháp", PARAM_ID, .wanted = true }, { "finding", "tồn tại", PARAM_ID }, { "revision", "bản đang sửa", PARAM_NUMBER, 1, 1000000 },
	            REMEDY_PARAMS },
	.form = &page_finding, .typed = "typed", .example = "remedy=1&finding=1&due=Qu%C3%BD+II%2F2026", .source = "issue 6 (5)", .run = run,
};
