#include "app/cycle.h"
#include "web/page.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	int year = (int)param_id(q, "cycle_year");
	if (!cycle_add(q->r, q->a, year, param_text(q, "name"), e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã thêm kỳ đánh giá năm %d.", year));
	return req_go(q, "/ky#nam-%d", year);
}

const struct page page_cycle_add = {
	.method = POST, .path = "/ky", .title = "Thêm kỳ đánh giá",
	.help = "Một năm mới của Chỉ số.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_HIGHEST,
	.params = { { "cycle_year", "năm", PARAM_NUMBER, 2000, 2200, .wanted = true }, { "name", "tên", PARAM_TEXT, .max = 300 } },
	.form = &page_cycles, .example = "cycle_year=2024", .source = "issue 6 (10)", .run = run,
};
