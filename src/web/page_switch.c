#include "web/dispatch.h"

enum { MOST = 200 };

/* Both lists are in the same order. */
static bool among(const place_choices *some, int64_t body, size_t *at)
{
	size_t i = *at;
	while (i < some->n && some->at[i].body != body)
		i++;
	*at = i < some->n ? i : *at;
	return i < some->n;
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	place_choices all, open;
	const struct page *first = page_at("/");
	size_t at = 0;
	if (!right_places(q->r, q->a, NULL, NULL, param_text(q, "words"), MOST + 1, &all, e) ||
	    !right_places(q->r, q->a, first->area, first->acts, param_text(q, "words"), MOST + 1, &open, e))
		return false;
	bool more = all.n > MOST;
	view_rows(v, "choices");
	for (size_t i = 0; i < all.n - more; i++) {
		struct view *row = view_row(v, "choices");
		view_count(row, "unit", all.at[i].body);
		view_text(row, "name", all.at[i].name);
		/* Who administers a body has no overview of it. */
		view_link(row, "path", str_fmt(q->a, among(&open, all.at[i].body, &at) ? "/?unit=%lld" : "/don-vi/%lld", (long long)all.at[i].body));
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
