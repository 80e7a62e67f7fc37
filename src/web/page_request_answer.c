#include "app/request.h"
#include "web/work.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	int64_t id = param_id(q, "request");
	if (!param_full(q, "text"))
		return fail(e, ERR_INPUT, "Trả lời chưa có nội dung."), err_hint(e, "Ghi cấp trên trả lời thế nào rồi bấm lại.");
	if (!request_answer(q->r, q->a, id, param_full(q, "text"), param_full(q, "number"), param_full(q, "on"), e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã ghi trả lời của kiến nghị K%lld.", (long long)id));
	return req_go(q, "/kien-nghi?unit=%lld&year=%d#k%lld", (long long)q->place.unit, q->place.year, (long long)id);
}

const struct page page_request_answer = {
	.method = POST, .path = "/kien-nghi/:request/tra-loi", .title = "Ghi trả lời",
	.help = "Ghi trả lời của cấp trên cho một kiến nghị: nội dung, số văn bản, ngày.",
	.who = WHO_RIGHT, .area = "findings", .acts = "change", .of = PLACE_REQUEST, .id = "request",
	.params = { { "request", "kiến nghị", PARAM_ID, .wanted = true }, { "text", "nội dung trả lời", PARAM_LINES, 0, 8000 },
	            { "number", "số văn bản", PARAM_TEXT, 0, 300 }, { "on", "ngày trả lời", PARAM_TEXT, 0, 40 } },
	.form = &page_requests, .typed = "typed", .example = "request=1&text=%C4%90%E1%BB%93ng+%C3%BD&on=30%2F6%2F2026", .source = "issue 6 (5)", .run = run,
};
