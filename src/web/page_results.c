#include "app/kept.h"
#include "app/said.h"
#include "web/dispatch.h"

static str class_of(const struct standing *s) { return s->class ? s->class->name : s->printed_class; }

static void row_put(struct req *q, struct view *v, const struct standing *s)
{
	view_text(v, "name", s->name);
	view_text(v, "group", s->group);
	view_points(v, "points", s->points);
	view_points(v, "max", s->max);
	view_percent(v, "percent", s->percent);
	view_count(v, "rank", s->rank ? s->rank : -1);
	view_text(v, "class", class_of(s));
	view_yes(v, "own", str_eq(s->name, q->place.body_name));
}

static void chart_put(struct view *v, struct standing *const *at, size_t n, str group)
{
	struct view *c = view_object(v, "chart");
	view_text(c, "kind", S("bar"));
	view_text(c, "title", S("Tỷ lệ điểm đạt"));
	view_text(c, "unit", S("%"));
	view_text(c, "first", S("Đơn vị"));
	view_text(view_row(c, "heads"), "text", S("Tỷ lệ (%)"));
	view_rows(c, "rows");
	for (size_t i = 0; i < n; i++)
		if (str_eq(at[i]->group, group)) {
			struct view *row = view_row(c, "rows");
			view_text(row, "label", at[i]->name);
			view_percent(view_row(row, "cells"), "value", at[i]->percent);
		}
}

/* Rows come group by group. The first is shown when none is asked for. */
static str groups_put(struct req *q, struct view *v, struct standing *const *at, size_t n)
{
	str asked = param_text(q, "group"), here = n ? at[0]->group : (str){ 0 };
	for (size_t i = 0; i < n; i++)
		here = str_eq(at[i]->group, asked) ? asked : here;
	view_rows(v, "groups");
	for (size_t i = 0; i < n; i++) {
		if (i && str_eq(at[i]->group, at[i - 1]->group))
			continue;
		struct view *row = view_row(v, "groups");
		view_text(row, "name", at[i]->group.n ? at[i]->group : S("chưa xếp nhóm"));
		view_yes(row, "here", str_eq(at[i]->group, here));
		view_link(row, "rows_path", req_with(q, "group", at[i]->group));
	}
	return here;
}

static bool run(struct req *q, struct view *v, struct err *e)
{
	struct standing **at = NULL;
	size_t n = 0, shown = 0;
	if (!kept_results(q->r, q->a, NULL, q->place.year, NULL, &at, &n, e)) {
		if (e->code != ERR_NOT_FOUND)
			return false;
		*e = (struct err){ 0 };
		n = 0;
	}
	view_text(v, "title", str_fmt(q->a, "Kết quả Chỉ số năm %d", q->place.year));
	view_count(v, "year", q->place.year);
	str group = groups_put(q, v, at, n);
	view_rows(v, "rows");
	for (size_t i = 0; i < n; i++)
		if (str_eq(at[i]->group, group)) {
			row_put(q, view_row(v, "rows"), at[i]);
			shown++;
		}
	view_yes(v, "from_book", right_has(&q->place, "appraisals", "change"));
	view_count(v, "shown", (int64_t)shown);
	if (shown)
		chart_put(v, at, n, group);
	else
		view_text(v, "chart", (str){ 0 });
	return true;
}

const struct page page_results = {
	.method = GET, .path = "/ket-qua", .title = "Kết quả Chỉ số",
	.help = "Điểm, tỷ lệ và xếp hạng của các đơn vị trong năm. Kết quả chưa công bố chỉ đơn vị ấy và người thẩm định xem được.",
	.who = WHO_PERSON, .of = PLACE_UNIT,
	.params = { PARAM_PLACE, { "group", "nhóm", PARAM_TEXT, 0, SAID_NAME } },
	.template = "results",
	.example = "/ket-qua",
	.source = "domain.md 2 (8), 4 (ranking)",
	.run = run,
};
