#include "app/cycle.h"
#include "core/day.h"
#include "web/dispatch.h"

/* What was typed for this step in the form that was refused; NULL: it is not that form. */
static const struct given *typed(const struct req *q, int year, enum phase k, const char *field)
{
	const struct given *kind = q->method == POST ? given_find(q, "phase") : NULL, *of = given_find(q, "year");
	bool same = kind && of && str_eq(kind->value, str_c(phase_name(k))) && str_eq(of->value, str_fmt(q->a, "%d", year));
	return same ? given_find(q, field) : NULL;
}

static void step(struct req *q, struct view *row, const struct cycle *c, enum phase k, str today)
{
	str opens = c->phase[k].opens, closes = c->phase[k].closes;
	const struct given *from = typed(q, c->year, k, "opens"), *to = typed(q, c->year, k, "closes");
	view_text(row, "phase", str_c(phase_name(k)));
	view_text(row, "phase_name", str_c(phase_vi(k)));
	view_day(row, "opens", from ? day_read(from->value) : day_iso(opens));
	view_day(row, "closes", to ? day_read(to->value) : day_iso(closes));
	view_yes(row, "now", opens.n && strcmp(opens.p, today.p) <= 0 && strcmp(today.p, closes.p) <= 0);
	view_yes(row, "over", closes.n && strcmp(closes.p, today.p) < 0);
	view_yes(row, "typed", from);
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	cycles all = { 0 };
	str today = record_day(q->a);
	if (!cycle_list(q->r, q->a, 0, &all, e))
		return false;
	view_rows(v, "cycles");
	for (size_t i = 0; i < all.n; i++) {
		const struct cycle *c = &all.at[i];
		struct view *row = view_row(v, "cycles");
		bool again = false;
		view_count(row, "year", c->year);
		view_text(row, "name", c->name);
		view_text(row, "owner", c->owner);
		view_text(row, "state", str_c(cycle_state_name(c->state)));
		view_text(row, "state_name", str_c(cycle_state_vi(c->state)));
		view_rows(row, "phases");
		for (enum phase k = 0; k < PHASES; k++) {
			step(q, view_row(row, "phases"), c, k, today);
			again = again || typed(q, c->year, k, "opens");
		}
		view_yes(row, "editing", again);
	}
	struct view *form = view_object(v, "form");
	view_text(form, "cycle_year", (str){ 0 });
	view_text(form, "name", (str){ 0 });
	return true;
}

const struct page page_cycles = {
	.method = GET, .path = "/ky", .title = "Kỳ đánh giá",
	.help = "Mỗi năm một kỳ của Chỉ số: các bước, từ ngày nào đến hết ngày nào.",
	.who = WHO_RIGHT, .area = "units", .acts = "see", .of = PLACE_HIGHEST,
	.template = "cycles", .example = "/ky", .source = "issue 6 (10)", .run = run,
};
