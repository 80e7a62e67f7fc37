#include "web/unit_rows.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	units made = { 0 };
	strs into = unit_lines(q->a, param_text(q, "into"));
	if (!unit_split(q->r, q->a, unit_id_text(q->a, q->place.unit), &into, param_day(q, "on"), &made, e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã tách thành %zu đơn vị.", made.n));
	return req_go(q, "/don-vi/%lld", (long long)q->place.unit);
}

const struct page page_unit_split = {
	.method = POST, .path = "/don-vi/:unit/tach", .title = "Tách đơn vị",
	.help = "Lập các đơn vị nhận; đơn vị cũ kết thúc, trừ khi nó ở trong số ấy.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_UNIT, .id = "unit",
	.params = { PARAM_PLACE,
	            { "into", "các đơn vị nhận", PARAM_LINES, .max = 8000, .wanted = true }, { "on", "từ ngày", PARAM_DAY, .wanted = true } },
	.form = &page_unit, .typed = "split", .example = "unit=9&into=Phòng+Một%0APhòng+Hai&on=2026-01-02", .source = "issue 6 (10)", .run = run,
};
