#include "app/said.h"
#include "app/sheet.h"
#include "web/page.h"

static const char *const rounds[] = { "1", "2", NULL };

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct sheet_said said = { .appraised = param_said(q, "appraised"), .reason = param_said(q, "reason"),
		                   .round = str_eq(param_text(q, "round"), S("2")) ? 2 : 1 };
	int64_t criterion = param_id(q, "criterion");
	(void)v;
	if (!sheet_put(q->r, q->a, q->place.body, q->place.cycle, q->place.year, criterion, param_id(q, "revision"), &said, e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã lưu điểm thẩm định vòng %d.", said.round));
	return req_go(q, "/diem/%lld?unit=%lld&year=%d", (long long)criterion, (long long)q->place.unit, q->place.year);
}

const struct page page_points_of_appraise = {
	.method = POST, .path = "/diem/:criterion/tham-dinh", .title = "Lưu điểm thẩm định",
	.help = "Người thẩm định ghi điểm và lý do của một tiêu chí ở vòng 1 hoặc vòng 2.",
	.who = WHO_RIGHT, .area = "appraisals", .acts = "change", .of = PLACE_UNIT,
	.params = { { "criterion", "tiêu chí", PARAM_ID }, PARAM_PLACE, { "revision", "lần sửa", PARAM_NUMBER, 0, 1000000000 },
	            { "round", "vòng", PARAM_CHOICE, .choices = rounds }, { "appraised", "điểm thẩm định", PARAM_TEXT, 0, 40, .wanted = true },
	            { "reason", "lý do", PARAM_TEXT, 0, SAID_TEXT } },
	.form = &page_points_of,
	.example = "unit=2&year=2023&revision=2&round=1&appraised=0&reason=chậm",
	.source = "issue 6 (4); domain.md 2 (5, 6)",
	.run = run,
};
