#include "app/cycle.h"
#include "core/day.h"
#include "web/page.h"

static const char *weekday(struct date d)
{
	static const char *const names[] = { "", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật" };
	return names[date_weekday(d)];
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct holidays h;
	int year = (int)param_id(q, "calendar"), last = 0;
	if (!holidays_load(q->r, q->a, &h, e))
		return false;
	year = year ? year : day_iso(record_day(q->a)).year;
	view_count(v, "calendar", year);
	view_rows(v, "calendars");
	view_rows(v, "holidays");
	for (size_t i = 0; i < h.n; i++) {
		const struct holiday *x = &h.at[i];
		if (x->on.year != last) {
			struct view *row = view_row(v, "calendars");
			last = x->on.year;
			view_count(row, "calendar", last);
			view_yes(row, "here", last == year);
		}
		if (x->on.year != year)
			continue;
		struct view *row = view_row(v, "holidays");
		view_day(row, "on", x->on);
		view_text(row, "weekday", str_c(weekday(x->on)));
		view_text(row, "name", str_c(x->name));
		view_yes(row, "works", x->work);
	}
	view_text(v, "doubt", holidays_doubt_vi(q->a, &h, year));
	struct view *form = view_object(v, "form");
	view_text(form, "on", (str){ 0 });
	view_text(form, "name", (str){ 0 });
	view_yes(form, "works", false);
	return true;
}

const struct page page_holidays = {
	.method = GET, .path = "/ky/ngay-le", .title = "Ngày nghỉ lễ và ngày làm bù",
	.help = "Để tính hạn theo ngày làm việc: ngày lễ thì nghỉ, ngày cuối tuần hoán đổi thì làm.",
	.who = WHO_RIGHT, .area = "units", .acts = "see", .of = PLACE_HIGHEST,
	.params = { { "calendar", "năm", PARAM_NUMBER, 2000, 2200 } },
	.template = "holidays", .example = "/ky/ngay-le?calendar=2026", .source = "issue 6 (10); domain.md 2", .run = run,
};
