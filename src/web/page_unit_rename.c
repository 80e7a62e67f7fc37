#include "web/unit_rows.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	struct unit_row u;
	if (!unit_rename(q->r, q->a, unit_id_text(q->a, q->place.unit), param_text(q, "name"), param_day(q, "on"), &u, e))
		return false;
	req_tell(q, str_fmt(q->a, "Nay là %.*s.", SF(u.name)));
	return req_go(q, "/don-vi/%lld", (long long)u.id);
}

const struct page page_unit_rename = {
	.method = POST, .path = "/don-vi/:unit/doi-ten", .title = "Đổi tên đơn vị",
	.help = "Đơn vị mang tên mới từ một ngày; tên cũ được giữ lại.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_UNIT, .id = "unit",
	.params = { PARAM_PLACE,
	            { "name", "tên mới", PARAM_TEXT, .max = 300, .wanted = true }, { "on", "từ ngày", PARAM_DAY, .wanted = true } },
	.form = &page_unit, .typed = "rename", .example = "unit=6&name=Ban+Quản+lý+các+khu+công+nghiệp&on=2026-01-02", .source = "issue 6 (10)", .run = run,
};
