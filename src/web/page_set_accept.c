#include "app/set_list.h"
#include "web/page.h"
#include "web/set_levels.h"


enum { SET_MOST = 900000 };

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct proposal p;
	str level = param_text(q, "level");
	struct keep what = { .year = (int)param_id(q, "year"), .level = level.n ? level.p : NULL };
	(void)v;
	if (!set_accept(q->r, q->a, param_text(q, "set"), &what, &p, e))
		return false;
	req_tell(q, p.known ? S("Hồ sơ đã có đúng bộ tiêu chí này; không ghi thêm gì.") :
	            str_fmt(q->a, "Đã nhận %.*s năm %d vào hồ sơ.", SF(p.title), p.year));
	for (size_t i = 0; i < p.notes.n && i < 3; i++)
		req_tell(q, p.notes.at[i]);
	return req_go(q, "/bo-tieu-chi?year=%d", p.year);
}

const struct page page_set_accept = {
	.method = POST, .path = "/bo-tieu-chi/nhan", .title = "Nhận bộ tiêu chí vào hồ sơ",
	.help = "Ghi bộ tiêu chí vừa xem thành một phiên bản mới.",
	.who = WHO_RIGHT, .area = "units", .acts = "change", .of = PLACE_HIGHEST,
	.params = { { "set", "bộ tiêu chí", PARAM_LINES, 1, SET_MOST, .wanted = true }, { "year", "năm", PARAM_NUMBER, 2000, 2200 },
	            { "level", "cấp", PARAM_CHOICE, .choices = set_levels } },
	.form = &page_sets,
	.example = "year=2024&level=sở&set={\"set\":{\"name\":\"Bộ+của+các+sở\",\"level\":\"sở\",\"year\":2024},\"criteria\":["
	           "{\"code\":\"1\",\"name\":\"Chỉ+đạo,+điều+hành\",\"max\":\"2\"},"
	           "{\"code\":\"1.1\",\"parent\":\"1\",\"name\":\"Sáng+kiến\",\"max\":\"2\",\"rule\":\"Chấm+từ+0+đến+2+điểm\"}]}",
	.source = "issue 6 (10); app/keep.h",
	.run = run,
};
