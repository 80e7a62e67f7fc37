#include "app/kept.h"
#include <jansson.h>
#include <stdlib.h>

/* What a body lost over the years (app/kept.h), for people and for programs. */

enum { INDENT = 2, GAP = 2, NAME_LEAST = 34, BEFORE_YEARS = 3, LINES = 4 };

/* "0,272/0,5 (3.1.2)"; of years before only what was lost, and where nothing is known of the maximum: "−0,228 (1.7)" */
static str cell_of(struct arena *a, const struct lost_year *y, bool newest)
{
	if (!y->known)
		return S("–");
	if (newest && y->max)
		return str_fmt(a, "%s/%s (%.*s)", points_vi(a, y->points).p, points_vi(a, y->max).p, SF(y->code));
	return y->lost || y->max ? str_fmt(a, "%s%s (%.*s)", y->lost ? "−" : "", points_vi(a, y->lost).p, SF(y->code)) :
	                           str_fmt(a, "– (%.*s)", SF(y->code));
}

static int width_of_year(struct arena *a, const struct lost_over *l, size_t year)
{
	int most = 4;                                          /* "2025" */
	for (size_t i = 0; i < l->lines.n; i++) {
		int w = layout_width(cell_of(a, &l->lines.at[i].year[year], year + 1 == l->years.n));
		most = w > most ? w : most;
	}
	return most;
}

/* As many of the newest years as leave room for the names. */
static size_t years_shown(struct arena *a, const struct lost_over *l, const struct layout *y)
{
	int room = y->columns - INDENT - NAME_LEAST - 2 * (GAP + 6);       /* "Số năm", "Đã mất" */
	size_t n = 0;
	while (n < l->years.n && n < LAYOUT_COLUMNS - BEFORE_YEARS) {
		room -= GAP + width_of_year(a, l, l->years.n - 1 - n);
		if (room < 0 && n)
			break;
		n++;
	}
	return n;
}

static void put_notes(struct buf *b, const struct lost_over *l, const struct layout *y, size_t shown)
{
	str words = S("Năm cuối: điểm đạt/điểm tối đa; các năm trước: điểm mất; trong ngoặc là mã của năm ấy.");
	if (l->years.n < 2)
		return;
	layout_para(b, y, words, 0, INDENT);
	if (shown < l->years.n)
		layout_para(b, y, str_fmt(b->a, "Không đủ chỗ cho %zu năm trước năm %d; xem ở cửa sổ rộng hơn hoặc với --format json.", l->years.n - shown,
		                          l->years.at[l->years.n - shown]), 0, INDENT);
	str level = l->level.n ? str_fmt(b->a, " --level %.*s", SF(l->level)) : S("");
	layout_para(b, y, str_fmt(b->a, "Hai dòng là một tiêu chí của hai năm thì nối lại: khacphuc criterion same MÃ NĂM MÃ NĂM%.*s; "
	                                "một dòng gồm hai tiêu chí thì tách: khacphuc criterion apart MÃ NĂM%.*s.",
	                          SF(level), SF(level)), 0, INDENT);
}

str lost_text(struct arena *a, const struct lost_over *l, const struct layout *y)
{
	struct buf b = buf_open(a);
	size_t shown = years_shown(a, l, y), first = l->years.n - shown;
	struct column columns[LAYOUT_COLUMNS] = { { "Tiêu chí", false, 1 }, { "Số năm", true, 0 }, { "Đã mất", true, 0 } };
	struct table t = { columns, shown + BEFORE_YEARS, { 0 }, INDENT, LINES };
	layout_ink(&b, y, INK_BOLD, layout_safe(a, str_fmt(a, "%.*s: tiêu chí mất điểm qua %zu năm", SF(l->unit), l->years.n)));
	buf_put(&b, S("\n"));
	for (size_t i = 0; i < shown; i++)
		columns[BEFORE_YEARS + i] = (struct column){ str_fmt(a, "%d", l->years.at[first + i]).p, true, 0 };
	for (size_t i = 0; i < l->lines.n; i++) {
		const struct lost_line *x = &l->lines.at[i];
		*vec_add(a, &t.cells) = x->name.n ? x->name : x->mark;
		*vec_add(a, &t.cells) = str_fmt(a, "%d", x->times);
		*vec_add(a, &t.cells) = points_vi(a, x->lost);
		for (size_t k = first; k < l->years.n; k++)
			*vec_add(a, &t.cells) = cell_of(a, &x->year[k], k + 1 == l->years.n);
	}
	if (!t.cells.n) {
		buf_put(&b, S("  Không mất điểm ở tiêu chí nào.\n"));
		return buf_str(&b);
	}
	layout_table(&b, y, &t);
	put_notes(&b, l, y, shown);
	return buf_str(&b);
}

static json_t *text(str s) { return s.n ? json_stringn_nocheck(s.p, s.n) : json_null(); }

static json_t *json_of(struct arena *a, const struct lost_over *l, const struct lost_line *x)
{
	json_t *j = json_object(), *years = json_array();
	for (size_t i = 0; i < l->years.n; i++) {
		const struct lost_year *y = &x->year[i];
		json_t *cell = y->known ? json_object() : json_null();
		if (y->known) {
			json_object_set_new(cell, "code", text(y->code));
			json_object_set_new(cell, "points", y->max || y->by_sheet ? text(points_dot(a, y->points)) : json_null());
			json_object_set_new(cell, "max", y->max ? text(points_dot(a, y->max)) : json_null());
			json_object_set_new(cell, "lost", text(points_dot(a, y->lost)));
			json_object_set_new(cell, "from", json_string(y->by_sheet ? "sheet" : "finding"));
		}
		json_array_append_new(years, cell);
	}
	json_object_set_new(j, "id", text(x->mark));
	json_object_set_new(j, "name", text(x->name));
	json_object_set_new(j, "times", json_integer(x->times));
	json_object_set_new(j, "lost", text(points_dot(a, x->lost)));
	json_object_set_new(j, "years", years);
	return j;
}

str lost_json(struct arena *a, const struct lost_over *l)
{
	json_t *whole = json_object(), *j = json_object(), *years = json_array(), *lines = json_array();
	for (size_t i = 0; i < l->years.n; i++)
		json_array_append_new(years, json_integer(l->years.at[i]));
	for (size_t i = 0; i < l->lines.n; i++)
		json_array_append_new(lines, json_of(a, l, &l->lines.at[i]));
	json_object_set_new(j, "unit", text(l->unit));
	json_object_set_new(j, "years", years);
	json_object_set_new(j, "lines", lines);
	json_object_set_new(whole, "lost", j);
	char *words = json_dumps(whole, 0);
	str ret = str_fmt(a, "%s\n", words ? words : "");
	json_decref(whole);
	free(words);
	return ret;
}
