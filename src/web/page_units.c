#include "base/fold.h"
#include "core/day.h"
#include "web/unit_rows.h"

enum { PAGE_SIZE = 200, DEPTH_MOST = 4 };

static const char *const alls[] = { "yes", NULL };

static bool has_words(struct arena *a, str name, str folded) { return str_find(fold_plain(a, name), folded, 0) < fold_plain(a, name).n; }

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct unit_tree t;
	struct date on = param_day(q, "day");
	str words = param_text(q, "words"), folded = fold_plain(q->a, words);
	int page = (int)param_id(q, "page");
	int64_t n = 0, from = (int64_t)((page ? page : 1) - 1) * PAGE_SIZE;
	str top = param_id(q, "unit") ? unit_id_text(q->a, q->place.unit) : (str){ 0 };
	if (!unit_tree_load(q->r, q->a, top, on, param_text(q, "all").n, &t, e))
		return false;
	unit_branches all = unit_tree_branches(q->a, &t);
	view_rows(v, "units");
	for (size_t i = 0; i < all.n; i++) {
		const struct unit_branch *b = &all.at[i];
		if (folded.n && !has_words(q->a, b->name, folded))
			continue;
		if (++n <= from || n > from + PAGE_SIZE)
			continue;
		struct view *row = view_row(v, "units");
		unit_put(row, b->unit, b->name);
		view_count(row, "depth", b->depth < DEPTH_MOST ? b->depth : DEPTH_MOST);
		bool renamed = b->name.n && !str_eq(b->name, b->unit->name);
		view_text(row, "name_now", renamed ? b->unit->name : (str){ 0 });
	}
	struct view *form = view_object(v, "form");
	view_text(form, "words", words);
	view_day(form, "day", on);
	view_yes(form, "all", param_text(q, "all").n);
	view_day(v, "day", day_iso(t.day));
	view_count(v, "total", n);
	view_yes(v, "part", top.n);
	view_pages(q, v, page ? page : 1, n > from + PAGE_SIZE, n, PAGE_SIZE);
	return true;
}

const struct page page_units = {
	.method = GET, .path = "/don-vi", .title = "Đơn vị",
	.help = "Các cơ quan và phòng trong phạm vi của bạn, như tại một ngày; mở một đơn vị để xem lịch sử và thay đổi.",
	.who = WHO_RIGHT, .area = "units", .acts = "see", .of = PLACE_UNIT,
	.params = { PARAM_PLACE, { "day", "tại ngày", PARAM_DAY }, { "all", "cả đơn vị đã kết thúc", PARAM_CHOICE, .choices = alls },
	            { "words", "tên có chữ", PARAM_TEXT, .max = 100 }, PARAM_PAGE },
	.template = "units", .example = "/don-vi", .source = "issue 6 (10)", .run = run,
};
