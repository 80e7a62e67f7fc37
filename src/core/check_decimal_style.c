#include "core/check.h"
#include "core/wording.h"
#include <stdlib.h>

/* One decimal mark in one table. The rarer one is odd; of equals the dot, which Vietnamese does not use. */

static int by_table(const void *p, const void *q)
{
	const struct table_figure *const *a = p, *const *b = q;
	if ((*a)->table != (*b)->table)
		return (*a)->table < (*b)->table ? -1 : 1;
	return (*a > *b) - (*a < *b);
}

static str mark(struct arena *a, struct figure f, bool comma) { return comma ? say_printed(a, f) : dot_printed(a, f); }

static str place_name(str where)
{
	return str_eq(where, S("result table")) ? S("Bảng kết quả")
	       : str_starts(where, S("annex"))  ? S("Bảng phụ lục")
	                                        : S("Bảng");
}

static str named(struct arena *a, const struct table_figure *const *at, size_t n, bool comma)
{
	enum { NAMED = 6 };
	struct buf b = buf_open(a);
	size_t said = 0;
	for (size_t i = 0; i < n; i++) {
		if (!at[i]->value.scale || at[i]->value.comma != comma)
			continue;
		if (said++ == NAMED) {
			buf_put(&b, S("; …"));
			break;
		}
		buf_fmt(&b, "%s%.*s", said > 1 ? "; " : "", SF(mark(a, at[i]->value, comma)));
	}
	return buf_str(&b);
}

static void judge_table(struct arena *a, struct facts *f, const struct table_figure *const *at, size_t n)
{
	size_t commas = 0, dots = 0;
	for (size_t i = 0; i < n; i++) {
		commas += at[i]->value.scale && at[i]->value.comma;
		dots += at[i]->value.scale && !at[i]->value.comma;
	}
	if (!commas || !dots)
		return;
	bool odd_comma = commas < dots;
	const struct table_figure *first = NULL;
	for (size_t i = 0; i < n && !first; i++)
		first = at[i]->value.scale && at[i]->value.comma == odd_comma ? at[i] : NULL;
	struct check_result *r = check_add(a, f, &check_decimal_style, SEVERITY_WARNING, first->where, first->source);
	r->printed = mark(a, first->value, odd_comma);
	r->computed = mark(a, first->value, !odd_comma);
	r->message = str_fmt(
	    a, "%.*s: dùng cả dấu phẩy và dấu chấm thập phân; %zu số ghi dấu %s (%.*s), %zu số ghi dấu %s.",
	    SF(place_name(first->where)), odd_comma ? commas : dots, odd_comma ? "phẩy" : "chấm",
	    SF(named(a, at, n, odd_comma)), odd_comma ? dots : commas, odd_comma ? "chấm" : "phẩy");
}

static void run(struct arena *a, struct facts *f)
{
	size_t n = f->table_figures.n;
	const struct table_figure **list = make_n(a, const struct table_figure *, n + 1);
	for (size_t i = 0; i < n; i++)
		list[i] = &f->table_figures.at[i];
	qsort(list, n, sizeof *list, by_table);
	for (size_t from = 0, to; from < n; from = to) {
		for (to = from; to < n && list[to]->table == list[from]->table;)
			to++;
		judge_table(a, f, (const struct table_figure *const *)(list + from), to - from);
	}
}

const struct check check_decimal_style = {
	.name = "decimal_style", .help = "Trong một bảng chỉ dùng một dấu thập phân: phẩy hoặc chấm.",
	.source = "domain.md 4, 5; seed 003 (bảng kết quả)", .run = run,
};
