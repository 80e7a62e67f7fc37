#include "web/unit_rows.h"

static const char *const levels[] = { "ministry", "province", "department", "district", "commune", "room", NULL };

static bool run(struct req *q, struct view *v, struct err *e)
{
	(void)v;
	struct unit_row u;
	struct unit_new n = { .name = param_text(q, "name"), .level = param_text(q, "level"), .under = unit_id_text(q->a, q->place.unit),
		              .ranking = param_text(q, "ranking"), .symbol = param_text(q, "symbol"), .founded = param_day(q, "founded") };
	if (!unit_add(q->r, q->a, &n, &u, e))
		return false;
	req_tell(q, str_fmt(q->a, "Đã thêm %.*s.", SF(u.name)));
	return req_go(q, "/don-vi/%lld", (long long)u.id);
}

const struct page page_unit_add = {
	.method = POST, .path = "/don-vi", .title = "Thêm đơn vị",
	.help = "Thêm một phòng hay cơ quan thuộc đơn vị đã có.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_UNIT, .id = "unit",
	.params = { PARAM_PLACE,
	            { "name", "tên", PARAM_TEXT, .max = 300, .wanted = true }, { "level", "cấp", PARAM_CHOICE, .wanted = true, .choices = levels },
	            { "symbol", "ký hiệu", PARAM_TEXT, .max = 60 }, { "ranking", "nhóm xếp hạng", PARAM_TEXT, .max = 60 },
	            { "founded", "ngày thành lập", PARAM_DAY } },
	.form = &page_unit, .typed = "add", .example = "unit=2&name=Phòng+Kế+hoạch&level=room", .source = "issue 6 (10)", .run = run,
};
