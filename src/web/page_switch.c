#include "web/dispatch.h"

enum { MOST = 200 };

static bool run(struct req *q, struct view *v, struct err *e)
{
	place_choices all;
	if (!right_places(q->r, q->a, NULL, NULL, param_text(q, "words"), MOST + 1, &all, e))
		return false;
	bool more = all.n > MOST;
	view_rows(v, "choices");
	for (size_t i = 0; i < all.n - more; i++) {
		struct view *row = view_row(v, "choices");
		view_count(row, "unit", all.at[i].body);
		view_text(row, "name", all.at[i].name);
		view_link(row, "path", str_fmt(q->a, "/?unit=%lld", (long long)all.at[i].body));
		view_yes(row, "here", all.at[i].body == param_id(q, "unit"));
	}
	view_yes(v, "more", more);
	view_text(view_object(v, "form"), "words", param_text(q, "words"));
	return true;
}

const struct page page_switch = {
	.method = GET, .path = "/doi-don-vi", .title = "Đổi đơn vị",
	.help = "Chọn cơ quan để xem và làm việc, trong những cơ quan bạn có quyền.",
	.who = WHO_PERSON,
	.params = { { "unit", "đơn vị", PARAM_ID }, { "words", "tên đơn vị có chữ", PARAM_TEXT, .max = 100 } },
	.template = "switch", .example = "/doi-don-vi", .source = "domain.md 1 (vai trò ở nhiều cơ quan)", .run = run,
};
