#include "app/set_list.h"
#include "web/page.h"

static bool run(struct req *q, struct view *v, struct err *e)
{
	set_lines all = { 0 };
	if (q->place.cycle && !set_list(q->r, q->a, q->place.cycle, &all, e))
		return false;
	view_count(v, "year", q->place.year ? q->place.year : -1);
	view_rows(v, "years");
	for (size_t i = 0; i < q->place.years.n; i++) {
		struct view *row = view_row(v, "years");
		view_count(row, "year", q->place.years.at[i]);
		view_yes(row, "here", q->place.years.at[i] == q->place.year);
	}
	view_rows(v, "sets");
	for (size_t i = 0; i < all.n; i++) {
		const struct set_line *s = &all.at[i];
		struct view *row = view_row(v, "sets");
		view_count(row, "set", s->id);
		view_text(row, "level", s->level);
		view_count(row, "version", s->version);
		view_text(row, "name", s->name);
		view_text(row, "number", s->number);
		view_text(row, "issuer", s->issuer);
		view_day(row, "issued", s->issued);
		view_count(row, "leaves", s->leaves);
		view_count(row, "doubts", s->doubts);
		view_yes(row, "current", !i || !str_eq(all.at[i - 1].level, s->level));
	}
	return true;
}

const struct page page_sets = {
	.method = GET, .path = "/bo-tieu-chi", .title = "Bộ tiêu chí",
	.help = "Bộ tiêu chí của từng năm, theo cấp và phiên bản; phiên bản mới nhất là bộ dùng để chấm.",
	.who = WHO_RIGHT, .area = "units", .acts = "see", .of = PLACE_HIGHEST,
	.params = { { "year", "năm", PARAM_NUMBER, 2000, 2200 } },
	.template = "sets",
	.example = "/bo-tieu-chi",
	.source = "issue 6 (10)",
	.run = run,
};
