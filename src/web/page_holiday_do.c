#include "app/cycle.h"
#include "core/day.h"
#include "web/page.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	struct date on = param_day(q, "on");
	bool remove = param_yes(q, "remove");
	if (!(remove ? holiday_remove(q->r, q->a, on, e) : holiday_add(q->r, q->a, on, param_text(q, "name"), param_yes(q, "works"), e)))
		return false;
	req_tell(q, str_fmt(q->a, remove ? "Đã bỏ ngày %s." : "Đã thêm ngày %s.", day_vi(q->a, on).p));
	return req_go(q, "/ky/ngay-le?calendar=%d", on.year);
}

const struct page page_holiday_do = {
	.method = POST, .path = "/ky/ngay-le", .title = "Thêm hay bỏ ngày nghỉ",
	.help = "Thêm một ngày nghỉ hay ngày làm bù, hoặc bỏ một ngày đã có.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_HIGHEST,
	.params = { { "on", "ngày", PARAM_DAY, .wanted = true }, { "name", "tên", PARAM_TEXT, .max = 300 }, { "works", "làm bù", PARAM_YES },
	            { "remove", "bỏ ngày này", PARAM_YES } },
	.form = &page_holidays, .example = "on=2031-01-01&name=Tết+Dương+lịch", .source = "issue 6 (10)", .run = run,
};
