#include "app/finding.h"
#include "web/work.h"

static const char *const states[] = { "open", "mended", NULL };

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	struct finding_said s = { .text = param_line(q, "text"), .cause = param_line(q, "cause"), .note = param_line(q, "note"),
		                  .max = param_said(q, "max"), .points = param_said(q, "points"), .lost = param_said(q, "lost"),
		                  .state = param_full(q, "state") };
	int64_t id = param_id(q, "finding");
	if (param_full(q, "max") && param_full(q, "points"))
		s.lost = NULL;                             /* it follows */
	if (!finding_edit(q->r, q->a, id, (int)param_id(q, "revision"), &s, e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã lưu tồn tại T%lld.", (long long)id));
	return req_go(q, "/ton-tai/%lld", (long long)id);
}

const struct page page_finding_edit = {
	.method = POST, .path = "/ton-tai/:finding", .title = "Sửa tồn tại",
	.help = "Sửa nội dung, nguyên nhân, điểm; ghi là đã khắc phục. Bản đã bị người khác sửa (revision) thì không ghi đè.",
	.who = WHO_RIGHT, .area = "findings", .acts = "change", .of = PLACE_FINDING, .id = "finding",
	.params = { { "finding", "tồn tại", PARAM_ID, .wanted = true }, { "revision", "bản đang sửa", PARAM_NUMBER, 1, 1000000 },
	            { "text", "nội dung", PARAM_LINES, 0, 8000 }, { "cause", "nguyên nhân", PARAM_LINES, 0, 8000 }, { "note", "ghi chú", PARAM_LINES, 0, 8000 },
	            { "max", "điểm tối đa", PARAM_TEXT, 0, 20 }, { "points", "điểm đạt", PARAM_TEXT, 0, 20 }, { "lost", "điểm bị trừ", PARAM_TEXT, 0, 20 },
	            { "state", "tình trạng", PARAM_CHOICE, .choices = states } },
	.form = &page_finding, .example = "finding=1&cause=Thi%E1%BA%BFu+ng%C6%B0%E1%BB%9Di", .source = "issue 6 (5)", .run = run,
};
