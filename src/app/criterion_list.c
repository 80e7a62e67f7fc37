#include "app/criterion.h"
#include "app/json.h"
#include "app/keep_parts.h"
#include "core/level.h"

/* Codes over the years side by side. */

enum { FAR = 9999 };                                           /* the newest years are nearest to it */

static bool owner_of(struct record *r, struct arena *a, const char *unit, int64_t *ret, struct err *e)
{
	struct unit_named of = { 0 };
	if (unit && !keep_unit(r, a, unit, &of, e))
		return false;
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(criterion_owner, .body_id = v_ref(of.id)), &rows, e))
		return false;
	int n = 0;
	for (; rows_next(&rows); n++)
		*ret = n ? *ret : col_int(&rows, 0);
	if (!rows_done(&rows, e))
		return false;
	if (!n)
		return fail(e, ERR_NOT_FOUND, "Hồ sơ chưa có kỳ đánh giá nào."),
		       err_hint(e, "Người quản trị mở kỳ bằng khacphuc cycle add.");
	return n == 1 || unit || (fail(e, ERR_INPUT, "Hồ sơ có kỳ đánh giá của nhiều cơ quan."),
	                          err_hint(e, "Chỉ rõ của ai: --unit “UBND tỉnh …”."));
}

struct yearly { int64_t identity; int year; str level, mark, code, name; };
typedef VEC(struct yearly) yearly_all;

static bool load_years(struct record *r, struct arena *a, int64_t owner, int year, str level, yearly_all *ret, struct err *e)
{
	CLEANUP(rows_close) struct rows rows = { 0 };
	if (!db_query(r->db, Q(criterion_years, .owner_id = v_int(owner), .year = v_int(year ? year : FAR), .level = v_text(level),
	                       .limit = v_int(CRITERION_YEARS)), &rows, e))
		return false;
	while (rows_next(&rows))
		*vec_add(a, ret) = (struct yearly){ .level = col_text(&rows, a, 0), .identity = col_int(&rows, 1),
			                            .mark = col_text(&rows, a, 2), .year = (int)col_int(&rows, 3),
			                            .code = col_text(&rows, a, 4), .name = col_text(&rows, a, 5) };
	return rows_done(&rows, e);
}

static size_t year_place(const struct criterion_lines *l, int year)
{
	size_t i = 0;
	while (i < l->years.n && l->years.at[i] != year)
		i++;
	return i;
}

static void add_years(struct arena *a, const yearly_all *all, struct criterion_lines *l)
{
	for (size_t i = 0; i < all->n; i++) {
		if (year_place(l, all->at[i].year) < l->years.n)
			continue;
		*vec_add(a, &l->years) = all->at[i].year;
		for (size_t k = l->years.n - 1; k && l->years.at[k - 1] > l->years.at[k]; k--) {
			int swap = l->years.at[k];
			l->years.at[k] = l->years.at[k - 1];
			l->years.at[k - 1] = swap;
		}
	}
}

static void add_line(struct arena *a, const struct yearly *t, struct map *places, struct criterion_lines *l)
{
	int *place = map_put(a, places, str_fmt(a, "%.*s %lld", SF(t->level), (long long)t->identity));
	if (!*place) {
		*vec_add(a, &l->lines) = (struct criterion_line){ .level = t->level, .mark = t->mark, .code = make_n(a, str, l->years.n) };
		*place = (int)l->lines.n;
	}
	struct criterion_line *line = &l->lines.at[*place - 1];
	str *code = &line->code[year_place(l, t->year)];
	line->name = line->name.n ? line->name : t->name;      /* as it is called last */
	if (!code->n)
		*code = t->code;
	else if (!str_eq(*code, t->code))
		*code = str_fmt(a, "%.*s, %.*s", SF(*code), SF(t->code));
}

bool criterion_list(struct record *r, struct arena *a, int year, const struct criterion_in *in, struct criterion_lines *ret, struct err *e)
{
	int64_t owner = 0;
	str level;
	yearly_all all = { 0 };
	struct map places = { 0 };
	size_t n = 0;
	*ret = (struct criterion_lines){ 0 };
	if (!criterion_level(a, in->level, &level, e) || !owner_of(r, a, in->unit, &owner, e) ||
	    !load_years(r, a, owner, year, level, &all, e))
		return false;
	add_years(a, &all, ret);
	for (size_t i = 0; i < all.n; i++)
		add_line(a, &all.at[i], &places, ret);
	size_t at = year_place(ret, year);
	for (size_t i = 0; year && i < ret->lines.n; i++)
		if (at < ret->years.n && ret->lines.at[i].code[at].n)
			ret->lines.at[n++] = ret->lines.at[i];
	ret->lines.n = year ? n : ret->lines.n;
	if (ret->lines.n)
		return true;
	fail(e, ERR_NOT_FOUND, year ? "Hồ sơ chưa có tiêu chí nào như vậy năm %d." : "Hồ sơ chưa có tiêu chí nào như vậy.", year);
	return err_hint(e, "Tiêu chí vào hồ sơ bằng khacphuc set save hoặc khacphuc import.");
}

/* -- shown -------------------------------------------------------------------------------------------- */

/* A table for each level. */
str criterion_list_text(struct arena *a, const struct criterion_lines *l, const struct layout *y)
{
	struct buf b = buf_open(a);
	struct column columns[LAYOUT_COLUMNS] = { { "Tiêu chí", false, 1 } };
	for (size_t i = 0; i < l->years.n; i++)
		columns[i + 1] = (struct column){ str_fmt(a, "%d", l->years.at[i]).p, false, 0 };
	for (size_t i = 0; i < l->lines.n;) {
		struct table t = { columns, l->years.n + 1, { 0 }, 2, 3 };
		str level = l->lines.at[i].level, words = level_words(level);
		for (; i < l->lines.n && str_eq(l->lines.at[i].level, level); i++) {
			const struct criterion_line *x = &l->lines.at[i];
			*vec_add(a, &t.cells) = x->name.n ? x->name : x->mark;
			for (size_t k = 0; k < l->years.n; k++)
				*vec_add(a, &t.cells) = x->code[k].n ? x->code[k] : S("–");
		}
		layout_ink(&b, y, INK_BOLD, str_fmt(a, "Tiêu chí cấp %.*s qua các năm", SF(words)));
		buf_put(&b, S("\n"));
		layout_table(&b, y, &t);
	}
	return buf_str(&b);
}

str criterion_list_json(struct arena *a, const struct criterion_lines *l)
{
	json_t *j = json_object(), *years = json_array(), *lines = json_array();
	for (size_t i = 0; i < l->years.n; i++)
		json_array_append_new(years, json_integer(l->years.at[i]));
	for (size_t i = 0; i < l->lines.n; i++) {
		const struct criterion_line *x = &l->lines.at[i];
		json_t *line = json_object(), *codes = json_array();
		for (size_t k = 0; k < l->years.n; k++)
			json_array_append_new(codes, j_text(x->code[k]));
		json_object_set_new(line, "level", j_text(x->level));
		json_object_set_new(line, "id", j_text(x->mark));
		json_object_set_new(line, "name", j_text(x->name));
		json_object_set_new(line, "codes", codes);
		json_array_append_new(lines, line);
	}
	json_object_set_new(j, "years", years);
	json_object_set_new(j, "criteria", lines);
	return json_done(a, j);
}
