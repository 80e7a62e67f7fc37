#include "extract/rows.h"
#include "extract/entry.h"
#include "extract/fill.h"

struct flow *row_at(const struct at *a, size_t column) { return flow_folded(a->x->a, &a->r->at[column]); }

/* The cell of that column; NULL where there is none or nothing in it. */
struct flow *row_cell(const struct at *a, enum role role)
{
	size_t c = columns_find(&a->t->c, role);
	return c < a->t->c.n && a->r->at[c].text.n ? row_at(a, c) : NULL;
}

bool row_has(const struct at *a, enum role role) { return columns_find(&a->t->c, role) < a->t->c.n; }

static const str *places_of(struct cx *x, const struct table *t)
{
	str *places = make_n(x->a, str, t->c.n + 1);
	for (size_t c = 0; c < t->c.n; c++)
		places[c] = t->annex ? str_fmt(x->a, "annex column %zu", c + 1) : S("result table");
	return places;
}

static bool is_one_of(str t, size_t at, const char *set) { return at < t.n && strchr(set, t.p[at]); }

static size_t skip(str t, size_t at, const char *set)
{
	while (is_one_of(t, at, set))
		at++;
	return at;
}

/* Of a whole part; behind the mark: more than points have are read all the same, so that somebody is told of them. */
enum { WHOLE_MOST = 4, DECIMALS_MOST = 9 };

/* Behind one digit to so many, or 0. */
static size_t skip_digits(str t, size_t at, size_t most)
{
	size_t end = skip(t, at, "0123456789");
	return end > at && end <= at + most ? end : 0;
}

static size_t skip_unit(str t, size_t at)
{
	static const char *const units[] = { "diem", "d", "%" };
	size_t from = at + is_one_of(t, at, " ");
	for (size_t i = 0; i < COUNT(units); i++)
		if (str_starts(str_sub(t, from, t.n), str_c(units[i])))
			return from + strlen(units[i]);
	return at;
}

/* "(-2,5 điểm)": a figure alone but for brackets and its unit; [*from, *to) with its sign. */
static bool lone_figure(str t, size_t *from, size_t *to)
{
	*from = skip(t, 0, " (");
	size_t digits = *from + is_one_of(t, *from, "-+");
	digits += is_one_of(t, digits, " ");
	if (!(*to = skip_digits(t, digits, WHOLE_MOST)))
		return false;
	size_t decimals = is_one_of(t, *to, ".,") ? skip_digits(t, *to + 1, DECIMALS_MOST) : 0;
	*to = decimals ? decimals : *to;
	return skip(t, skip_unit(t, *to), " )") == t.n;
}

/* A cell of one figure; it is also noted for the decimal style of the table. */
struct figure row_figure(const struct at *a, enum role role, struct source *source)
{
	const struct flow *w = row_cell(a, role);
	size_t from, to;
	if (!w || !lone_figure(w->fold.text, &from, &to))
		return (struct figure){ 0 };
	struct figure f = figure_in(w, from, to);
	struct source at = flow_at(w, from);
	if (source)
		*source = at;
	str place = a->places[columns_find(&a->t->c, role)];
	if (f.present)
		*vec_add(a->x->a, &a->x->f->table_figures) = (struct table_figure){ a->t->number, place, f, at };
	return f;
}

/* How many characters in front are only layout. */
static size_t layout(str folded)
{
	size_t n = 0;
	while (n < folded.n && (folded.p[n] == ' ' || folded.p[n] == '-'))
		n++;
	return n;
}

/* The code: of its own column, before the name, or where the ordinal stands; empty if there is none. */
static str code_of_row(const struct at *a, const struct flow **where, size_t *name_from)
{
	struct cx *x = a->x;
	struct match m;
	size_t n, from, to;
	const struct flow *name = row_cell(a, ROLE_name), *code = row_cell(a, ROLE_code), *ordinal = row_cell(a, ROLE_ordinal);
	if (code && pat_has(x->ps, "^ *(?:\\d{1,2}[a-z]?(?: ?\\. ?\\d{1,2}[a-z]?)*|[ivx]{1,5})\\.? *$", code->fold.text)) {
		*where = code;
		return code_clean(x->a, str_trim(code->text));
	}
	if (name) {
		str t = name->fold.text;
		size_t at = layout(t), byte = name->fold.at[at];
		if (at < t.n && char_is_upper(utf8_next(name->text, &byte)) && (n = criterion_span(x->ps, t, at, &from, &to))) {
			*where = name;
			*name_from = at + n;
			return code_clean(x->a, fold_src(&name->fold, from, to));
		}
		if ((n = code_span(t, at)) && pat_at(x->ps, "[.:)]? ?-? *(?=[a-z\"])", t, at + n, &m) &&
		    (memchr(t.p + at, '.', n) || !ordinal)) {
			*where = name;
			*name_from = m.at[0].to;
			return code_clean(x->a, fold_src(&name->fold, at, at + n));
		}
	}
	/* "1. Chỉ đạo, điều hành" over all columns of a field's row */
	if (ordinal && !name && pat_at(x->ps, " *(?:linh vuc )?(\\d{1,2}[a-z]?(?:\\.\\d{1,2})*|[ivx]{1,5})[.:)]? +(?=[a-z])", ordinal->fold.text, 0, &m)) {
		*where = ordinal;
		*name_from = m.at[0].to;
		return code_clean(x->a, fold_src(&ordinal->fold, m.at[1].from, m.at[1].to));
	}
	if (ordinal) {
		str t = str_trim(ordinal->fold.text);
		*where = ordinal;
		if (code_alone(t))
			return code_clean(x->a, str_trim(ordinal->text));
		int roman = pat_has(x->ps, "^[ivx]{1,5}\\.?$", t) ? roman_of(str_ends(t, S(".")) ? str_sub(t, 0, t.n - 1) : t) : 0;
		if (roman)
			return str_trim(full_stop(ordinal->text));
	}
	return (str){ 0 };
}

bool row_total(const struct at *a)
{
	for (size_t c = 0; c < a->t->c.n && c < 3; c++) {
		str s = str_trim(a->r->at[c].text), t = str_trim(row_at(a, c)->fold.text);
		if (pat_has(a->x->ps, "^(?:tong(?: cong| so| diem)*|cong)(?: diem)? ?:?$", t) && !str_starts(s, S("Cổng")))
			return true;
	}
	return false;
}

struct rows rows_of(struct cx *x, const struct table *t)
{
	struct rows rows = { make_n(x->a, struct at, t->rows.n + 1), t->rows.n };
	const str *places = places_of(x, t);
	for (size_t i = 0; i < rows.n; i++) {
		struct at *a = &rows.at[i];
		*a = (struct at){ .x = x, .t = t, .r = &t->rows.at[i], .places = places };
		a->code = code_of_row(a, &a->where, &a->name_from);
	}
	return rows;
}

bool row_empty(const struct at *a)
{
	for (size_t c = 0; c < a->t->c.n; c++)
		if (layout(row_at(a, c)->fold.text) < row_at(a, c)->fold.text.n)
			return false;
	return true;
}
