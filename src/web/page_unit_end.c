#include "web/unit_rows.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	struct unit_row u;
	if (!unit_end(q->r, q->a, unit_id_text(q->a, q->place.unit), param_day(q, "on"), &u, e))
		return false;
	req_tell(q, str_fmt(q->a, "%.*s đã kết thúc.", SF(u.name)));
	return req_go(q, "/don-vi/%lld", (long long)u.id);
}

const struct page page_unit_end = {
	.method = POST, .path = "/don-vi/:unit/ket-thuc", .title = "Kết thúc đơn vị",
	.help = "Đơn vị không còn hoạt động từ một ngày; những gì đã có vẫn giữ.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_UNIT, .id = "unit",
	.params = { PARAM_PLACE,
	            { "on", "từ ngày", PARAM_DAY, .wanted = true } },
	.form = &page_unit, .typed = "end", .example = "unit=3&on=2026-01-02", .source = "issue 6 (10)", .run = run,
};
