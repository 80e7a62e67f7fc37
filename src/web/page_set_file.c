#include "app/set_list.h"
#include "web/book.h"
#include "web/page.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct set_here s;
	str bytes;
	(void)v;
	if (!set_open(q->r, q->a, param_id(q, "set"), &s, e) || !set_book(q->a, s.set, &bytes, e))
		return false;
	return req_send(q, bytes, BOOK_TYPE, str_fmt(q->a, "Bộ tiêu chí cấp %.*s năm %d.xlsx", SF(s.set->level), s.set->year));
}

const struct page page_set_file = {
	.method = GET, .path = "/bo-tieu-chi/:set/tep", .title = "Tải bộ tiêu chí",
	.help = "Bộ tiêu chí thành tệp .xlsx, có định danh của từng tiêu chí; sửa rồi nhập lại được.",
	.who = WHO_RIGHT, .area = "units", .acts = "see", .of = PLACE_HIGHEST,
	.params = { { "set", "bộ tiêu chí", PARAM_ID } },
	.example = "/bo-tieu-chi/1/tep",
	.source = "issue 6 (10); sets.md",
	.run = run,
};
