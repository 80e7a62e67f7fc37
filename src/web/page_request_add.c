#include "app/request.h"
#include "web/work.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	int64_t id = 0;
	if (!param_full(q, "text"))
		return fail(e, ERR_INPUT, "Kiến nghị chưa có nội dung."), err_hint(e, "Ghi điều đề nghị rồi bấm lại.");
	if (!request_add(q->r, q->a, q->place.body, q->place.year, param_full(q, "text"), param_full(q, "addressee"), &id, e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã thêm kiến nghị K%lld.", (long long)id));
	return req_go(q, "/kien-nghi?unit=%lld&year=%d", (long long)q->place.unit, q->place.year);
}

const struct page page_request_add = {
	.method = POST, .path = "/kien-nghi", .title = "Thêm kiến nghị",
	.help = "Thêm một kiến nghị của đơn vị trong năm, gửi ai.",
	.who = WHO_RIGHT, .area = "findings", .acts = "change", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, { "text", "nội dung kiến nghị", PARAM_LINES, 0, 8000 }, { "addressee", "nơi nhận", PARAM_TEXT, 0, 300 } },
	.form = &page_requests, .example = "text=C%E1%BA%A5p+th%C3%AAm+kinh+ph%C3%AD&addressee=UBND+t%E1%BB%89nh", .source = "issue 6 (5)", .run = run,
};
