#include "app/years.h"
#include "app/examine.h"
#include "app/json.h"
#include "app/page.h"
#include "base/file.h"
#include "docin/child.h"
#include "docout/render.h"
#include "extract/extract.h"
#include "report/book.h"

/* -- files ------------------------------------------------------------------------------------------- */

bool index_plan(struct arena *a, const char *path, struct facts **ret, struct err *e)
{
	struct reading r = { 0 };
	str bytes;
	if (!file_read(a, path, FILE_MAX, &bytes, e))
		return false;
	if (str_starts(str_trim(bytes), S("{")))
		return facts_parse(a, bytes, ret, e);
	if (!read_boxed_bytes(a, bytes, &r, e))
		return false;
	if (!r.root) {
		fail(e, ERR_INPUT, "“%s” chứa nhiều tệp bên trong.", path);
		return err_hint(e, "Hãy giải nén rồi chỉ ra đúng một tệp.");
	}
	*ret = extract(a, r.root);
	return true;
}

struct history_year history_year_of(struct arena *a, const struct scoring *g, const struct sheet *t, const struct history_year *before)
{
	struct scored *all = make_n(a, struct scored, g->leaves.n + 1);
	score_sheet(g, t, all);
	return (struct history_year){ g, t, all, before ? mapping_propose(a, before->scoring->set, g->set) : (pairs){ 0 } };
}

/* -- a forecast -------------------------------------------------------------------------------------- */

static json_t *total_of(struct arena *a, const struct criteria_set *s, const struct total *t)
{
	const struct set_class *class = class_at(s, t->points, t->max);
	json_t *j = json_object();
	json_object_set_new(j, "points", at_points(a, t->points));
	json_object_set_new(j, "max", at_points(a, t->max));
	json_object_set_new(j, "percent", t->percent < 0 ? json_null() : text(percent_dot(a, t->percent)));
	json_object_set_new(j, "class", class ? text(class->name) : json_null());
	return j;
}

static json_t *outlook_of(struct arena *a, const struct criteria_set *s, const struct outlook *o)
{
	static const char *const chances[] = {
		[CHANCE_DONE] = "done", [CHANCE_ON_TIME] = "on_time", [CHANCE_LATE] = "late", [CHANCE_NO_PLAN] = "no_plan",
	};
	const struct set_criterion *c = &s->criteria.at[o->criterion];
	json_t *j = json_object();
	json_object_set_new(j, "code", text(c->code));
	json_object_set_new(j, "name", text(c->name));
	json_object_set_new(j, "lost", at_points(a, o->lost));
	json_object_set_new(j, "winnable", at_points(a, o->winnable));
	json_object_set_new(j, "chance", json_string(chances[o->chance]));
	json_object_set_new(j, "due", text(o->due.text));
	json_object_set_new(j, "lead", text(o->lead));
	json_object_set_new(j, "remedy", text(o->remedy));
	json_object_set_new(j, "effort", json_integer(o->effort));
	json_object_set_new(j, "times_lost", json_integer(o->times_lost));
	json_object_set_new(j, "why", text(o->why));
	return j;
}

str forecast_json(struct arena *a, const struct criteria_set *s, const struct forecast *f, struct date today)
{
	json_t *j = json_object(), *all = json_object(), *order = json_array(), *notes = json_array();
	for (size_t i = 0; i < f->order.n; i++)
		json_array_append_new(order, outlook_of(a, s, &f->order.at[i]));
	for (size_t i = 0; i < f->notes.n; i++)
		json_array_append_new(notes, text(f->notes.at[i]));
	json_object_set_new(all, "today", text(date_iso(a, today)));
	json_object_set_new(all, "now", total_of(a, s, &f->now));
	json_object_set_new(all, "done", total_of(a, s, &f->done));
	json_object_set_new(all, "on_time", total_of(a, s, &f->on_time));
	json_object_set_new(all, "all", total_of(a, s, &f->all));
	json_object_set_new(all, "order", order);
	json_object_set_new(all, "notes", notes);
	json_object_set_new(j, "forecast", all);
	return print(a, j);
}

static void put_total(struct page *p, struct table *t, const struct criteria_set *s, const char *when, const struct total *at)
{
	const struct set_class *class = class_at(s, at->points, at->max);
	cell(p, t, str_c(when));
	cell_points(p, t, at->points);
	cell_points(p, t, at->max);
	cell(p, t, at->percent < 0 ? S("–") : percent_vi(p->a, at->percent));
	cell(p, t, class ? class->name : (str){ 0 });
}

static void put_totals(struct page *p, const struct criteria_set *s, const struct forecast *f)
{
	static const struct column columns[] = { { "Khi", false, 1 }, { "Điểm", true, 0 }, { "Tối đa", true, 0 }, { "%", true, 0 }, { "Xếp loại", false, 0 } };
	struct table t = { columns, COUNT(columns), { 0 }, INDENT, CELL_LINES };
	put_total(p, &t, s, "hiện nay", &f->now);
	put_total(p, &t, s, "tính việc đã xong", &f->done);
	put_total(p, &t, s, "tính thêm việc đúng hạn", &f->on_time);
	put_total(p, &t, s, "tính tất cả", &f->all);
	layout_table(&p->b, p->y, &t);
}

static void put_order(struct page *p, const struct criteria_set *s, const struct forecast *f)
{
	static const struct column columns[] = { { "TT", true, 0 }, { "Mã", false, 0 }, { "Tiêu chí", false, 2 }, { "Mất", true, 0 }, { "Lấy lại", true, 0 },
		                                 { "Tình trạng", false, 0 }, { "Chủ trì", false, 1 }, { "Vì sao", false, 3 } };
	struct table t = { columns, COUNT(columns), { 0 }, INDENT, CELL_LINES };
	for (size_t i = 0; i < f->order.n; i++) {
		const struct outlook *o = &f->order.at[i];
		cell(p, &t, str_fmt(p->a, "%zu", i + 1));
		cell(p, &t, s->criteria.at[o->criterion].code);
		cell(p, &t, s->criteria.at[o->criterion].name);
		cell_points(p, &t, o->lost);
		cell_points(p, &t, o->winnable);
		cell(p, &t, str_c(chance_vi(o->chance)));
		cell(p, &t, o->lead);
		cell(p, &t, o->why);
	}
	layout_table(&p->b, p->y, &t);
}

str forecast_text(struct arena *a, const struct criteria_set *s, const struct forecast *f, const struct layout *y)
{
	struct page p = { a, buf_open(a), y };
	title(&p, S("Dự báo"));
	put_totals(&p, s, f);
	for (size_t i = 0; i < f->notes.n; i++) {
		buf_put(&p.b, S("\n"));
		layout_para(&p.b, y, f->notes.at[i], 0, INDENT);
	}
	if (!f->order.n)
		return buf_str(&p.b);
	buf_put(&p.b, S("\n"));
	title(&p, str_fmt(a, "Thứ tự làm (%zu tiêu chí mất điểm)", f->order.n));
	put_order(&p, s, f);
	return buf_str(&p.b);
}

bool forecast_book(struct arena *a, const struct criteria_set *s, const struct forecast *f, str *ret, struct err *e)
{
	return render_xlsx.render(a, book_of_forecast(a, s, f), ret, e);
}

/* -- a history --------------------------------------------------------------------------------------- */

static json_t *cell_of(struct arena *a, const struct history_cell *c)
{
	if (!c->known)
		return json_null();
	json_t *j = json_object();
	json_object_set_new(j, "code", text(c->code));
	json_object_set_new(j, "points", c->excluded ? json_null() : at_points(a, c->points));
	json_object_set_new(j, "max", c->excluded ? json_null() : at_points(a, c->max));
	json_object_set_new(j, "excluded", json_boolean(c->excluded));
	return j;
}

static json_t *line_of(struct arena *a, const struct criteria_set *s, const struct history *h, const struct history_line *l)
{
	json_t *j = json_object(), *years = json_array();
	for (size_t i = 0; i < h->years; i++)
		json_array_append_new(years, cell_of(a, &l->year[i]));
	json_object_set_new(j, "code", text(s->criteria.at[l->criterion].code));
	json_object_set_new(j, "name", text(s->criteria.at[l->criterion].name));
	json_object_set_new(j, "years", years);
	json_object_set_new(j, "times_lost", json_integer(l->times_lost));
	json_object_set_new(j, "lost", at_points(a, l->lost));
	json_object_set_new(j, "trend", text(trend_vi(a, h, l)));
	return j;
}

str history_json(struct arena *a, const struct history_year *years, const struct history *h)
{
	json_t *j = json_object(), *all = json_object(), *names = json_array(), *fields = json_array(), *leaves = json_array();
	const struct criteria_set *s = h->years ? years[h->years - 1].scoring->set : NULL;
	for (size_t i = 0; i < h->years; i++)
		json_array_append_new(names, years[i].scoring->set->year ? json_integer(years[i].scoring->set->year) : json_null());
	for (size_t i = 0; i < h->fields.n; i++)
		json_array_append_new(fields, line_of(a, s, h, &h->fields.at[i]));
	for (size_t i = 0; i < h->leaves.n; i++)
		json_array_append_new(leaves, line_of(a, s, h, &h->leaves.at[i]));
	json_object_set_new(all, "years", names);
	json_object_set_new(all, "fields", fields);
	json_object_set_new(all, "leaves", leaves);
	json_object_set_new(j, "history", all);
	return print(a, j);
}

static str year_cell(struct arena *a, const struct history_cell *c, bool with_code)
{
	if (!c->known)
		return S("–");
	str reached = c->excluded ? S("không tính") : str_fmt(a, "%s/%s", points_vi(a, c->points).p, points_vi(a, c->max).p);
	return with_code ? str_fmt(a, "%.*s: %.*s", SF(c->code), SF(reached)) : reached;
}

enum { YEARS_SHOWN = LAYOUT_COLUMNS - 5 };       /* the last ones; the workbook has all */

/* leaves: with the code of each year, without a trend. */
static void put_lines(struct page *p, const struct history_year *years, const struct history *h, const struct history_line *lines, size_t n,
                      bool leaves)
{
	struct column columns[LAYOUT_COLUMNS] = { { "Mã", false, 0 }, { leaves ? "Tiêu chí" : "Lĩnh vực", false, 3 } };
	const struct criteria_set *s = years[h->years - 1].scoring->set;
	size_t first = h->years > YEARS_SHOWN ? h->years - YEARS_SHOWN : 0, k = 2;
	for (size_t i = first; i < h->years; i++) {
		int year = years[i].scoring->set->year;
		columns[k++] = (struct column){ year ? str_fmt(p->a, "%d", year).p : str_fmt(p->a, "lần %zu", i + 1).p, true, 0 };
	}
	columns[k++] = (struct column){ "Số năm mất", true, 0 };
	columns[k++] = (struct column){ "Điểm mất", true, 0 };
	if (!leaves)
		columns[k++] = (struct column){ "Xu hướng", false, 1 };
	struct table t = { columns, k, { 0 }, INDENT, CELL_LINES };
	for (size_t i = 0; i < n; i++) {
		cell(p, &t, s->criteria.at[lines[i].criterion].code);
		cell(p, &t, s->criteria.at[lines[i].criterion].name);
		for (size_t year = first; year < h->years; year++)
			cell(p, &t, year_cell(p->a, &lines[i].year[year], leaves));
		cell(p, &t, str_fmt(p->a, "%d", lines[i].times_lost));
		cell_points(p, &t, lines[i].lost);
		if (!leaves)
			cell(p, &t, trend_vi(p->a, h, &lines[i]));
	}
	layout_table(&p->b, p->y, &t);
}

str history_text(struct arena *a, const struct history_year *years, const struct history *h, const struct layout *y)
{
	struct page p = { a, buf_open(a), y };
	if (!h->years)
		return S("");
	title(&p, str_fmt(a, "Lĩnh vực qua %zu năm", h->years));
	put_lines(&p, years, h, h->fields.at, h->fields.n, false);
	buf_put(&p.b, S("\n"));
	title(&p, str_fmt(a, "Tiêu chí mất điểm (%zu)", h->leaves.n));
	put_lines(&p, years, h, h->leaves.at, h->leaves.n, true);
	return buf_str(&p.b);
}

bool history_book(struct arena *a, const struct history_year *years, const struct history *h, str *ret, struct err *e)
{
	return render_xlsx.render(a, book_of_history(a, years, h), ret, e);
}
