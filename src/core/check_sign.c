#include "core/check.h"
#include "core/sums.h"
#include "core/wording.h"
#include <stdlib.h>

/* In a table where deductions carry a minus, one without it reads as points won. */

/* A few among many are a slip; half and half is how the table is written. */
enum { ROWS_MIN = 4, SHARE = 4 };

struct deduction { int table; size_t index; bool minus; };

static bool has_minus(struct figure f)
{
	return f.digits < 0 || (f.printed.n && (f.printed.p[0] < '0' || f.printed.p[0] > '9'));
}

static int by_table(const void *p, const void *q)
{
	const struct deduction *a = p, *b = q;
	if (a->table != b->table)
		return a->table < b->table ? -1 : 1;
	return (a->index > b->index) - (a->index < b->index);
}

static struct source place_of(const struct criterion *c)
{
	return source_or(c->lost_source, c->source);
}

static void report(struct arena *a, struct facts *f, const struct deduction *d)
{
	const struct criterion *c = &f->criteria.at[d->index];
	str shown = dot_printed(a, c->printed_lost), said = say_printed(a, c->printed_lost);
	struct check_result *r = check_add(a, f, &check_sign, SEVERITY_WARNING, c->code, place_of(c));
	r->printed = d->minus ? str_fmt(a, "-%.*s", SF(shown)) : shown;
	r->computed = d->minus ? shown : str_fmt(a, "-%.*s", SF(shown));
	r->message =
	    d->minus
		? str_fmt(a, "Dòng %.*s: điểm bị trừ ghi −%.*s, các dòng khác trong bảng không ghi dấu trừ.",
	                  SF(c->code), SF(said))
		: str_fmt(a, "Dòng %.*s: điểm bị trừ ghi %.*s, thiếu dấu trừ như các dòng khác trong bảng.",
	                  SF(c->code), SF(said));
}

static void judge_table(struct arena *a, struct facts *f, const struct deduction *at, size_t n)
{
	size_t minus = 0;
	for (size_t i = 0; i < n; i++)
		minus += at[i].minus;
	bool odd = minus * 2 < n;
	size_t few = odd ? minus : n - minus;
	for (size_t i = 0; n >= ROWS_MIN && few * SHARE <= n && i < n; i++)
		if (at[i].minus == odd)
			report(a, f, &at[i]);
}

static void run(struct arena *a, struct facts *f)
{
	struct deduction *list = make_n(a, struct deduction, f->criteria.n + 1);
	size_t n = 0;
	for (size_t i = 0; i < f->criteria.n; i++) {
		const struct criterion *c = &f->criteria.at[i];
		if (c->printed_lost.present && c->printed_lost.digits)
			list[n++] = (struct deduction){ place_of(c).table, i, has_minus(c->printed_lost) };
	}
	qsort(list, n, sizeof *list, by_table);
	for (size_t from = 0, to; from < n; from = to) {
		for (to = from; to < n && list[to].table == list[from].table;)
			to++;
		judge_table(a, f, list + from, to - from);
	}
}

const struct check check_sign = {
	.name = "sign", .help = "Trong một bảng, điểm bị trừ phải cùng ghi hoặc cùng không ghi dấu trừ.",
	.source = "domain.md 5; seed 003 (3.6)", .run = run,
};
