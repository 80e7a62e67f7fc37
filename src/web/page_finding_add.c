#include "app/finding.h"
#include "web/work.h"

/* Of the three figures the third follows from two. */
static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	int64_t id = 0;
	struct finding_said s = { .origin = param_full(q, "origin"), .code = param_full(q, "code"), .text = param_full(q, "text"),
		                  .cause = param_full(q, "cause"), .note = param_full(q, "note"), .max = param_full(q, "max"),
		                  .points = param_full(q, "points"), .lost = param_full(q, "lost") };
	if (!s.code && !s.text)
		return fail(e, ERR_INPUT, "Tồn tại cần mã tiêu chí hoặc nội dung."), err_hint(e, "Điền một trong hai rồi bấm lại.");
	if (!finding_add(q->r, q->a, q->place.body, q->place.year, &s, &id, e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã thêm tồn tại T%lld. Bây giờ thêm giải pháp cho nó.", (long long)id));
	return req_go(q, "/ton-tai/%lld", (long long)id);
}

const struct page page_finding_add = {
	.method = POST, .path = "/ton-tai", .title = "Thêm tồn tại",
	.help = "Thêm một tồn tại của đơn vị trong năm: theo tiêu chí, hoặc do tự kiểm tra, đoàn kiểm tra nêu ra.",
	.who = WHO_RIGHT, .area = "findings", .acts = "change", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, { "origin", "nguồn", PARAM_CHOICE, .choices = work_origins }, { "code", "mã tiêu chí", PARAM_TEXT, 1, 40 },
	            { "text", "nội dung", PARAM_LINES, 0, 8000 }, { "cause", "nguyên nhân", PARAM_LINES, 0, 8000 }, { "note", "ghi chú", PARAM_LINES, 0, 8000 },
	            { "max", "điểm tối đa", PARAM_TEXT, 0, 20 }, { "points", "điểm đạt", PARAM_TEXT, 0, 20 }, { "lost", "điểm bị trừ", PARAM_TEXT, 0, 20 } },
	.form = &page_findings, .example = "origin=self_check&text=Ch%C6%B0a+ni%C3%AAm+y%E1%BA%BFt+%C4%91%E1%BB%A7+th%E1%BB%A7+t%E1%BB%A5c",
	.source = "issue 6 (5)", .run = run,
};
